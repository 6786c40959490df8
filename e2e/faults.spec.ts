import { expect, type Page, test } from '@playwright/test';
import { doSomething, heapOf, moveSlider } from './load';

// What a service worker has kept would hide that the network is gone.
test.use({ serviceWorkers: 'block' });

const figure = (page: Page, slug: string) => page.locator(`[data-island="${slug}"]`);
const finding = (page: Page, slug: string) => figure(page, slug).locator('.finding');
const alert = (page: Page, slug: string) => figure(page, slug).getByRole('alert');
const tolerance = (page: Page) => figure(page, 'teaser').getByLabel('tolerance', { exact: true });

/** Errors that nobody has met: there must be none at the end of any test. */
let unmet: string[];
test.beforeEach(({ page }) => {
  unmet = [];
  page.on('pageerror', (error) => unmet.push(error.stack ?? error.message));
});
test.afterEach(() => expect(unmet).toEqual([]));

async function wake(page: Page, slug: string): Promise<void> {
  await page.mouse.move(300, 400);
  await figure(page, slug).scrollIntoViewIfNeeded();
  await expect(page.locator(`[data-island="${slug}"][data-alive]`)).toBeVisible();
  await figure(page, slug).locator('.headline').first().hover();
}

/** Gives the engine's workers a script to run first; `null` gives the next ones none. */
async function infect(page: Page): Promise<(script: string | null, times?: number) => void> {
  let next: string | null = null;
  let left = 0;
  await page.route(/assets\/worker-[\w-]+\.js/, async (route) => {
    const first = next !== null && left-- > 0 ? next : '';
    const response = await route.fetch();
    const script = await response.text();
    await route.fulfill({ response, body: `${first};${script}` });
  });
  return (script, times = Number.POSITIVE_INFINITY) => {
    next = script;
    left = times;
  };
}

/** Closes itself without a word when it is asked to run something. */
const MUTE = `addEventListener('message', ({ data }) => { if (data?.path?.[0] === 'run') close(); })`;

/** Dies in the middle of whatever it is asked to run. */
const MORTAL = `addEventListener('message', ({ data }) => {
  if (data?.path?.[0] === 'run') setTimeout(() => { throw new Error('killed'); }, 20);
})`;

test('workers that die are replaced; when they die again the reader is told, and may try again', async ({ page }) => {
  const give = await infect(page);
  give(MORTAL, 1);
  await page.goto('./#v=1&fig=teaser&lambda=0.012');
  await wake(page, 'teaser');
  await expect(figure(page, 'teaser').locator('canvas')).toBeVisible();
  const said = await finding(page, 'teaser').textContent();
  expect(said).not.toContain('λ = 0.01 ');

  // Every worker from now on: what was known stays on the screen.
  give(MORTAL);
  const kill = () => Promise.all(page.workers().map((worker) => worker.evaluate('setTimeout(() => { throw 1; })')));
  await kill();
  await figure(page, 'teaser').getByLabel('price of a rule', { exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(alert(page, 'teaser')).toContainText('the engine stopped 2 times');
  expect(await finding(page, 'teaser').textContent()).not.toBe('');
  give(null);
  await page.keyboard.press('ArrowRight');
  await expect(alert(page, 'teaser')).toBeHidden();
  await expect(figure(page, 'teaser').locator('[data-busy="true"]')).toHaveCount(0);
  await expect(finding(page, 'teaser')).not.toHaveText(said!);

  // One that is gone without a word costs the reader another move.
  give(MUTE, 1);
  await kill();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
  const silent = await finding(page, 'teaser').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(finding(page, 'teaser')).not.toHaveText(silent!);
  await expect(figure(page, 'teaser').locator('[data-busy="true"]')).toHaveCount(0);
});

test('where memory is refused the reader is told what to do, and the last answer stays', async ({ page }) => {
  const give = await infect(page);
  give(
    `WebAssembly.Memory.prototype.grow = () => { throw new RangeError('WebAssembly.Memory.grow(): Maximum size exceeded'); }`,
  );
  await page.goto('./explore/');
  const said = await finding(page, 'explorer').textContent();
  await wake(page, 'explorer');
  await expect(alert(page, 'explorer').first()).toContainText('no more memory to give: ask for fewer rules');
  expect(await finding(page, 'explorer').textContent()).toBe(said);
});

test('the numbers are the same with one thread and with many, without SIMD, without WebAssembly, whatever the clock', async ({
  browser,
}) => {
  const WAYS: Record<string, { page: string; worker: string }> = {
    'many threads': { page: 'Object.defineProperty(navigator, "hardwareConcurrency", { value: 6 })', worker: '' },
    'one thread': { page: 'Object.defineProperty(navigator, "hardwareConcurrency", { value: 1 })', worker: '' },
    'no SIMD': {
      page: '',
      worker: 'WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError("no SIMD"))',
    },
    'no WebAssembly': { page: 'delete window.WebAssembly', worker: 'delete self.WebAssembly' },
    'a clock that jumps': {
      page: 'let days = 0; Date.now = () => 864e5 * (days = (days + 7919) % 20000)',
      worker: 'let days = 0; Date.now = () => 864e5 * (days = (days + 7919) % 20000)',
    },
  };
  const said = new Map<string, string>();
  for (const [way, { page: ownScript, worker }] of Object.entries(WAYS)) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    page.on('pageerror', (error) => unmet.push(`${way}: ${error.message}`));
    await page.addInitScript(ownScript);
    (await infect(page))(worker);
    await page.goto('./explore/#v=1&fig=explorer&data=titanic-2201&epsilon=0.015&lambda=0.006&hold=30');
    await expect(finding(page, 'explorer')).toContainText('The Titanic', { timeout: 60_000 });
    await expect(figure(page, 'explorer').locator('[data-busy="true"]')).toHaveCount(0);
    said.set(
      way,
      `${await finding(page, 'explorer').textContent()} ${await figure(page, 'explorer').locator('.cards').textContent()}`,
    );
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
  const answers = new Set(said.values());
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toMatch(/\d/);
});

test('a lost canvas is drawn again; a figure that fails says so and begins again; without a canvas the dots are SVG', async ({
  page,
}) => {
  await page.goto('./');
  await wake(page, 'teaser');
  const canvas = figure(page, 'teaser').locator('canvas').first();
  await tolerance(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(canvas).toBeVisible();
  const ink = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
      return data.reduce((sum, value, i) => sum + (i % 4 === 3 ? value : 0), 0);
    });
  await expect.poll(ink).toBeGreaterThan(1000);
  const before = await ink();
  await canvas.evaluate((element: HTMLCanvasElement) => {
    element.getContext('2d')!.clearRect(0, 0, element.width, element.height);
    element.dispatchEvent(new Event('contextlost', { cancelable: true }));
  });
  expect(await ink()).toBe(0);
  await canvas.dispatchEvent('contextrestored');
  expect(await ink()).toBe(before);

  await page.evaluate(() => {
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = () => {
      CanvasRenderingContext2D.prototype.putImageData = putImageData;
      throw new Error('a fault made for this test');
    };
  });
  await page.keyboard.press('ArrowLeft');
  await expect(alert(page, 'teaser')).toContainText('stopped by a fault of its own');
  await alert(page, 'teaser').getByRole('button', { name: 'Begin again' }).click();
  await expect(figure(page, 'teaser').locator('.headline')).toContainText('within 0.02 of the best');
  await tolerance(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(canvas).toBeVisible();

  await page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.keyboard.press('ArrowLeft');
  await expect(figure(page, 'teaser').locator('svg.dots path').first()).toBeAttached();
  await expect(canvas).toBeHidden();
});

test('a figure whose script does not come stays as drawn, says so, and comes alive with the network', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await wake(page, 'teaser');
  await expect(figure(page, 'teaser').locator('canvas')).toBeVisible();
  await context.setOffline(true);
  await page.locator('#sampling').scrollIntoViewIfNeeded();
  const note = page.locator('#sampling').getByRole('alert');
  await expect(note).toContainText('stays as it is drawn');
  await expect(figure(page, 'sampling').locator('svg').first()).toBeVisible();
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toHaveCount(1);
  // What is alive goes on: the engine is here.
  await tolerance(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figure(page, 'teaser').locator('.headline')).toContainText('within 0.019 of the best');
  await context.setOffline(false);
  await expect(page.locator('[data-island="sampling"][data-alive]')).toBeAttached();
  await expect(note).toHaveCount(0);
});

test('a page that is frozen in the midst of work goes on when it is resumed', async ({ page }) => {
  await page.goto('./explore/');
  await wake(page, 'explorer');
  await figure(page, 'explorer').getByLabel('Table', { exact: true }).selectOption('house-votes-84');
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.waitForTimeout(1500);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(finding(page, 'explorer')).toContainText('Congress, 1984');
});

test('two hundred moves a second leave no queue and no heap behind, and use at random no error', async ({ page }) => {
  await page.goto('./');
  await wake(page, 'teaser');
  await expect(figure(page, 'teaser').locator('canvas')).toBeVisible();
  await moveSlider(page, 'teaser', 'tolerance', 4);
  const said = await finding(page, 'teaser').textContent();
  const before = await heapOf(page);
  const { moves } = await moveSlider(page, 'teaser', 'tolerance', 5);
  expect(moves).toBeGreaterThan(100);
  await expect(finding(page, 'teaser')).toHaveText(said!);
  expect(await heapOf(page)).toBeLessThan(1.1 * before);

  const slugs = await page
    .locator('[data-island]')
    .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.island!));
  for (let i = 0; i < 30; i++) await doSomething(page, slugs, 1965, i);
  for (const [i, slug] of slugs.entries()) {
    if (i % 5 > 0) continue;
    await figure(page, slug).scrollIntoViewIfNeeded();
    await expect(page.locator(`[data-island="${slug}"][data-alive] .finding`)).toContainText(/\w/);
  }
});

/** A table of nobody, of which something can be learnt. */
const OWN_TABLE = `age,sex,left\n${Array.from({ length: 120 }, (_, i) => `${20 + ((i * 7) % 45)},${i % 2 ? 'f' : 'm'},${i % 3 ? 'no' : 'yes'}`).join('\n')}\n`;

const openOwn = (page: Page, text: string, name = 'firm.csv') =>
  figure(page, 'explorer')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('where the browser keeps nothing, is full, or has been cleared, a table is used all the same', async ({
  page,
}) => {
  // Refused.
  await page.addInitScript(() => {
    if (sessionStorage.getItem('store') === 'refused')
      indexedDB.open = () => {
        throw new DOMException('refused for this test', 'SecurityError');
      };
    if (sessionStorage.getItem('store') === 'full')
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full for this test', 'QuotaExceededError');
      };
  });
  for (const store of ['refused', 'full']) {
    await page.goto('./explore/');
    await page.evaluate((how) => sessionStorage.setItem('store', how), store);
    await page.reload();
    await wake(page, 'explorer');
    await openOwn(page, OWN_TABLE);
    await expect(finding(page, 'explorer')).toContainText('firm.csv');
    await expect(figure(page, 'explorer')).toContainText('This browser keeps no tables');
  }
  // Kept, found again after a reload, then cleared by the reader or the browser.
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('./explore/');
  await wake(page, 'explorer');
  await openOwn(page, OWN_TABLE);
  await expect(figure(page, 'explorer')).toContainText('Kept on this device only');
  await expect(page).toHaveURL(/file=[0-9a-f]{16}/);
  await page.reload();
  await expect(finding(page, 'explorer')).toContainText('firm.csv');
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });
  await page.reload();
  await expect(figure(page, 'explorer')).toContainText('its fingerprint');
  await openOwn(page, OWN_TABLE);
  await expect(finding(page, 'explorer')).toContainText('firm.csv');
});

test("what is in the reader's table stays on the reader's device, and does nothing in the page", async ({
  page,
  context,
}) => {
  const sent: string[] = [];
  const broken: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  await page.goto('./explore/');
  await wake(page, 'explorer');
  // Every name and value of it is a mark; some of them would be markup.
  const hostile = '<img src=x onerror=window.hit=1>';
  const rows = Array.from({ length: 200 }, (_, i) =>
    [`zebra${i % 3}`, `${hostile}${i % 2}`, 7000 + ((i * 37) % 91), i % 3 === 0 ? 'quagga' : 'okapi'].join(','),
  );
  const table = `tapir,"${hostile}",narwhal,<b>left</b>\n${rows.join('\n')}\n`;
  await openOwn(page, table, '<i>ibex</i>.csv');
  await expect(finding(page, 'explorer')).toContainText('ibex');
  await figure(page, 'explorer').getByLabel('What to predict').selectOption('<b>left</b>');
  for (const name of ['People', 'Features', 'Rules', 'Columns', 'Take away', 'Compare'])
    await figure(page, 'explorer').locator('.tabs').getByText(name, { exact: true }).click();
  await expect(page).toHaveURL(/file=[0-9a-f]{16}/);

  const origin = new URL(page.url()).origin;
  expect(sent.length).toBeGreaterThan(3);
  for (const request of sent) {
    expect(request).toMatch(new RegExp(`^GET (${origin}|blob:${origin})`));
    for (const mark of ['tapir', 'zebra', 'narwhal', 'quagga', 'okapi', 'ibex', 'onerror', 'file='])
      expect(decodeURIComponent(request)).not.toContain(mark);
  }
  // The address holds settings, in the part that is never sent; never a row.
  const { hash, search } = new URL(page.url());
  expect(search).toBe('');
  for (const mark of ['zebra', '7000', 'ibex']) expect(decodeURIComponent(hash)).not.toContain(mark);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(await page.locator('#explorer img, #explorer b:text-is("left"), #explorer i:text-is("ibex")').count()).toBe(0);
  expect(broken).toEqual([]);
});
