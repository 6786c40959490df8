import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#explorer');
const headline = (page: Page) => figure(page).locator('.headline');
const finding = (page: Page) => figure(page).locator('.finding');
const button = (page: Page, name: string) => figure(page).getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => figure(page).locator('.tabs').getByText(name, { exact: true });

/** Opens the explorer and waits for the engine's first answer. */
async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`./explore/${link}`);
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
  await headline(page).hover();
  await expect(figure(page).locator('canvas')).toBeVisible({ timeout: 30_000 });
}

/** A table of nobody: who sells, or is young, leaves. */
function ownTable(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const left = (i % 3 === 1 && i % 5 !== 0) || i % 11 === 0;
    return `${['clerk', 'sales', 'nurse'][i % 3]},${20 + ((i * 7) % 45)},${i % 2 ? 'f' : 'm'},${left ? 'yes' : 'no'}`;
  });
  return ['job,age,sex,left', ...lines].join('\n');
}

const openFile = (page: Page, name: string, text: string) =>
  figure(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('where exact will not end soon a quick look is offered, and all goes on with its sample', async ({ page }) => {
  await open(page);
  const said = await headline(page).textContent();
  await figure(page).getByRole('textbox', { name: 'rules to choose from, m' }).fill('200');
  const offer = figure(page).locator('.offer');
  await expect(offer).toContainText('will not end soon', { timeout: 60_000 });
  await expect(figure(page).getByRole('progressbar')).toBeVisible();
  await expect(headline(page)).toHaveText(said!);
  await offer.getByRole('button', { name: 'Quick look' }).click();
  await expect(page).toHaveURL(/way=walking/);
  await expect(headline(page)).toContainText('About', { timeout: 100_000 });
  await expect(figure(page)).toContainText('four independent runs said');
  await expect(figure(page).locator('.look')).toContainText('where random walks ended');
  await tab(page, 'People').click();
  await expect(figure(page).locator('.panel')).toContainText('where random walks ended');
  await expect(figure(page).locator('.panel .people li').first()).toContainText('A says');
});

test('an estimate is exact where the set compiles, else tells its promise, and a link repeats it', async ({
  page,
  browser,
}) => {
  await open(page, '#v=1&fig=explorer&data=titanic-2201');
  const said = await headline(page).textContent();
  await figure(page).getByText('estimate', { exact: true }).click();
  await expect(page).toHaveURL(/way=hashing/);
  await expect(figure(page).locator('[data-busy=true]')).toHaveCount(0);
  await expect(headline(page)).toHaveText(said!);
  await expect(figure(page)).not.toContainText('An estimate: right within');
  await open(page, '#v=1&fig=explorer&data=house-votes-84&rules=100&lambda=0.002&way=hashing&within=6');
  await expect(finding(page)).toContainText('Congress', { timeout: 60_000 });
  const whole = await finding(page).textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(finding(other)).toHaveText(whole!, { timeout: 60_000 });
  await other.context().close();
});

test('changes are undone and done again, by button and by key, and typing keeps its own undo', async ({ page }) => {
  await open(page);
  await expect(button(page, 'Undo')).toBeDisabled();
  const said = await headline(page).textContent();
  await figure(page).getByLabel('Across').selectOption('size');
  await figure(page).getByRole('textbox', { name: 'worse by at most, ε' }).fill('0.01');
  await expect(headline(page)).toContainText('within 0.01');
  await tab(page, 'Columns').click();
  await figure(page).getByRole('checkbox').first().click();
  await expect(page).toHaveURL(/without=/);
  await page.keyboard.press('Control+z');
  await expect(page).not.toHaveURL(/without=/);
  await expect(headline(page)).toContainText('within 0.01');
  await button(page, 'Undo').click();
  await expect(headline(page)).toHaveText(said!);
  await expect(figure(page).getByLabel('Across')).toHaveValue('size');
  await button(page, 'Redo').click();
  await expect(headline(page)).toContainText('within 0.01');
  await page.keyboard.press('Control+Shift+z');
  await expect(page).toHaveURL(/without=/);
  const field = figure(page).getByRole('textbox', { name: 'worse by at most, ε' });
  await field.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/without=/);
  await button(page, 'Reset').click();
  await expect(headline(page)).toHaveText(said!);
  await button(page, 'Undo').click();
  await expect(headline(page)).toContainText('within 0.01');
});

test('a table of one’s own survives a reload, in each tab its own, until it is forgotten', async ({
  page,
  context,
}) => {
  await open(page);
  await openFile(page, 'first.csv', ownTable(300));
  await expect(figure(page)).toContainText('Kept on this device only', { timeout: 30_000 });
  await figure(page).getByRole('textbox', { name: 'worse by at most, ε' }).fill('0.035');
  await expect(headline(page)).toContainText('0.035');
  await expect(page).toHaveURL(/epsilon=0.035/);
  const first = await finding(page).textContent();
  const second = await context.newPage();
  await open(second);
  await openFile(second, 'second.csv', ownTable(240));
  await expect(figure(second)).toContainText('Kept on this device only', { timeout: 30_000 });
  await expect(finding(second)).toContainText('second.csv');
  await page.reload();
  await expect(finding(page)).toHaveText(first!, { timeout: 30_000 });
  await second.reload();
  await expect(finding(second)).toContainText('second.csv', { timeout: 30_000 });
  await button(second, 'Forget kept tables').click();
  await expect(figure(second)).not.toContainText('Kept on this device only');
  await page.reload();
  await expect(figure(page)).toContainText('its fingerprint');
});

test('a browser that keeps nothing says so, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await open(page);
  await openFile(page, 'firm.csv', ownTable(200));
  await expect(finding(page)).toContainText('firm.csv');
  await expect(figure(page)).toContainText('This browser keeps no tables');
});

test('a rule of one’s own is weighed, joins the pool, is filtered by, and a link keeps all that', async ({
  page,
  browser,
}) => {
  await open(page);
  await tab(page, 'Rules').click();
  await figure(page).getByText('Write a rule of your own').click();
  const builder = figure(page).locator('.rule-builder');
  await builder.getByLabel('Column of condition 1').selectOption('age');
  await expect(builder).toContainText('Every condition needs a value');
  await builder.getByLabel('Value of condition 1').fill('200');
  await expect(builder).toContainText('captures everybody');
  await builder.getByLabel('Value of condition 1').fill('31');
  await expect(builder).toContainText(/captures \d+ of 1,000, [\d.]+% of them yes/);
  await builder.getByRole('button', { name: 'and …' }).click();
  await builder.getByLabel('Column of condition 2').selectOption('duration');
  await builder.getByLabel('Comparison of condition 2').selectOption('>');
  await builder.getByLabel('Value of condition 2').fill('20');
  await builder.getByRole('button', { name: 'Add it to the rules' }).click();
  const name = 'age≤31 ∧ duration>20';
  await expect(figure(page).getByRole('button', { name: `Pin: ${name}`, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await figure(page).getByText('Show only some').click();
  const filters = figure(page).locator('.filters');
  await filters.getByLabel('With the rule', { exact: true }).selectOption(name);
  await expect(filters.locator('summary')).toContainText('Showing');
  await filters.getByLabel('and', { exact: true }).selectOption('2');
  await expect(page).toHaveURL(/least=2/);
  const shown = await filters.locator('summary').textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(figure(other).locator('.filters summary')).toHaveText(shown!, { timeout: 30_000 });
  await other.context().close();
  await figure(page)
    .getByRole('button', { name: `Ban: ${name}`, exact: true })
    .click();
  await expect(figure(page).locator('.banned')).toContainText(name);
  await expect(page).not.toHaveURL(/pin=/);
});

test('a rectangle, drawn or typed, narrows down lists and choices, and the cloud goes closer', async ({ page }) => {
  await open(page);
  const area = (await figure(page).locator('.catcher').boundingBox())!;
  const at = (x: number, y: number) => [area.x + x * area.width, area.y + y * area.height] as const;
  await page.mouse.move(...at(0.4, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.6, 0.5));
  await expect(figure(page).locator('.brush text')).toHaveText(/\d/);
  await page.mouse.move(...at(0.7, 0.7));
  await page.mouse.up();
  const bar = figure(page).locator('.selection-bar');
  await expect(bar).toContainText('models selected');
  await expect(page).toHaveURL(/box=/);
  const count = Number((await bar.locator('strong').textContent())!.replaceAll(',', ''));
  await expect(figure(page).locator('.filters summary')).toContainText(`Showing ${count.toLocaleString('en-US')} of`);
  await button(page, 'most accurate').click();
  await expect(page).toHaveURL(/a=\d/);
  const edge = (await figure(page).locator('.brush .edge').boundingBox())!;
  const marker = (await figure(page).locator('.marker.A .disc').boundingBox())!;
  expect(marker.x + marker.width / 2).toBeGreaterThanOrEqual(edge.x - 1);
  expect(marker.x + marker.width / 2).toBeLessThanOrEqual(edge.x + edge.width + 1);
  await bar.getByText('Change the rectangle').click();
  const from = bar.getByLabel('from').first();
  await from.fill('0');
  await from.press('Enter');
  await expect
    .poll(async () => Number((await bar.locator('strong').textContent())!.replaceAll(',', '')))
    .not.toBe(count);
  await button(page, 'Zoom in').click();
  await expect(page).toHaveURL(/zoom=/);
  await expect(figure(page).locator('.brush .edge')).toHaveCount(0);
  await button(page, 'Zoom out').click();
  await expect(page).not.toHaveURL(/zoom=/);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/zoom=/);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger scrolls over the cloud, and draws a rectangle while the fields for it are open', async ({ page }) => {
    await open(page);
    const bar = figure(page).locator('.selection-bar');
    const catcher = figure(page).locator('.catcher');
    const drag = async () => {
      const { x, y, width, height } = (await catcher.boundingBox())!;
      const session = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([px, py]) => ({ x: px, y: py })) });
      await touch('touchStart', [[x + 0.3 * width, y + 0.3 * height]]);
      for (const step of [0.4, 0.5, 0.6, 0.7]) await touch('touchMove', [[x + step * width, y + step * height]]);
      await touch('touchEnd', []);
      await session.detach();
    };
    await catcher.scrollIntoViewIfNeeded();
    await drag();
    await expect(bar).not.toContainText('selected');
    await bar.getByText('Draw a rectangle').click();
    await catcher.scrollIntoViewIfNeeded();
    await drag();
    await expect(bar).toContainText('selected');
    await expect(page).toHaveURL(/box=/);
  });
});

test('a worker that dies in the middle of a search is replaced, and one that dies again is told, with a way on', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    const Plain = Worker;
    Object.assign(window, { workers });
    window.Worker = class extends Plain {
      constructor(...input: ConstructorParameters<typeof Worker>) {
        super(...input);
        workers.push(this);
      }
    };
  });
  const kill = () =>
    page.evaluate(() => {
      const { workers } = window as unknown as { workers: Worker[] };
      for (const worker of workers.splice(0))
        worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    });
  await open(page);
  const said = await headline(page).textContent();
  await figure(page).getByRole('textbox', { name: 'rules to choose from, m' }).fill('200');
  const progress = figure(page).getByRole('progressbar', { name: 'Progress of the search' });
  await expect(progress).toBeVisible();
  await kill();
  // On a busy machine the new worker takes its time: one that is not there cannot die.
  await page.waitForFunction(() => (window as unknown as { workers: Worker[] }).workers.length > 0);
  await page.waitForTimeout(500);
  await expect(progress).toBeVisible();
  await kill();
  await expect(figure(page).getByRole('alert')).toBeVisible();
  await expect(headline(page)).toHaveText(said!);
  await button(page, 'Try again').click();
  await expect(progress).toBeVisible();
  await button(page, 'Stop').click();
  await expect(figure(page)).toContainText('Stopped');
});

test('whoever has no table at hand finds one a click away', async ({ page }) => {
  await open(page, '#v=1&fig=explorer&data=titanic-2201');
  for (const step of ['Data', 'Rules', 'Search', 'Look'])
    await expect(figure(page).locator('.step-title', { hasText: step })).toBeVisible();
  await figure(page).getByLabel('Table', { exact: true }).selectOption('own');
  await expect(figure(page)).toContainText('No table is open yet');
  await button(page, 'Try it with German credit').click();
  await expect(finding(page)).toContainText('German credit');
});
