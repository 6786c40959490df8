import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { BROWSERS, type Browser } from './browsers';

const TABLE = resolve('public/data/titanic-2201.csv');

/** Figures whose finding the engine counts anew at every move. */
const COUNTING = ['teaser', 'cells', 'growth', 'verdicts', 'importance', 'diagram'];

const textOf = (browser: Browser, selector: string): Promise<string> =>
  browser.run((found) => document.querySelector(found)?.textContent ?? '', selector);

const addressOf = (browser: Browser): Promise<string> => browser.run(() => location.href);

/** What the figure's fields are set to, and the handle that has the focus. */
const settingsOf = (browser: Browser): Promise<string> =>
  browser.run(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('[data-island] :is(input, select)');
    const handle = document.querySelector('[data-island] [role=slider]');
    const values = [...fields].map((field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value));
    return [...values, handle?.getAttribute('aria-valuetext')].join('; ');
  });

async function hasAnswered(browser: Browser): Promise<void> {
  const waiting = () => browser.run(() => document.querySelectorAll('[data-busy=true], .problem').length);
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
}

/** The settings when nothing is being computed and nothing has changed for a moment. */
async function settled(browser: Browser): Promise<string> {
  let last = '';
  const isStill = async () => {
    const before = last;
    last = await settingsOf(browser);
    return last === before;
  };
  await hasAnswered(browser);
  await expect.poll(isStill, { intervals: [400], timeout: 60_000 }).toBe(true);
  await hasAnswered(browser);
  return last;
}

/** Focuses a control of the figure; gives the arrow key that moves it. WebKit does not go round from the last radio to the first. */
const focusControl = (browser: Browser): Promise<'ArrowLeft' | 'ArrowRight'> =>
  browser.run(() => {
    const find = <E extends HTMLElement>(kind: string) => document.querySelector<E>(`[data-island] ${kind}`);
    const range = find<HTMLInputElement>('input[type=range]:enabled');
    const radio = find<HTMLInputElement>('input[type=radio]:checked:enabled');
    const control = range ?? find('[role=slider]') ?? radio!;
    control.focus();
    const group = [...document.querySelectorAll<HTMLInputElement>(`[name="${radio?.name}"]`)];
    const isLast = control === range ? range.value === range.max : control === group.at(-1);
    return isLast ? 'ArrowLeft' : 'ArrowRight';
  });

/** Stirs, so that the figures near the screen come alive. A press may be lost while the window takes the focus. */
async function wake(browser: Browser): Promise<void> {
  const isAlive = async () => {
    await browser.press('Tab');
    return browser.run(() => document.querySelector('[data-alive]') !== null);
  };
  await expect.poll(isAlive, { intervals: [300, 1000] }).toBe(true);
}

async function readsTheArticle(browser: Browser, site: string): Promise<void> {
  await browser.open(site);
  expect(await textOf(browser, 'h1')).toBe('How Many Models Fit?');
  await wake(browser);
  await browser.run(() => document.querySelector<HTMLElement>('#teaser input[type=range]')!.focus());
  await browser.press('ArrowLeft');
  await expect.poll(() => textOf(browser, '#teaser .headline')).toContain('within 0.019 of the best');
  await browser.run(() => document.querySelector<HTMLElement>('a.cite')!.focus());
  await expect.poll(() => textOf(browser, '.hover-card')).toMatch(/\d{4}/);
}

/** Moves the figure's first control, then opens the link to what came of it afresh. */
async function movesAndRestores(browser: Browser, site: string, slug: string): Promise<void> {
  await browser.open(`${site}embed/${slug}/`);
  const asBuilt = await settingsOf(browser);
  await wake(browser);
  await browser.press(await focusControl(browser));
  await expect.poll(() => addressOf(browser), slug).toMatch(new RegExp(`#v=1&fig=${slug}&`));
  const settings = await settled(browser);
  const link = await addressOf(browser);
  await browser.open('about:blank');
  await browser.open(link);
  await wake(browser);
  await expect.poll(() => settingsOf(browser), slug).toBe(settings);
  expect(settings, slug).not.toBe(asBuilt);
  expect(await textOf(browser, '.figure-note'), slug).not.toContain('could not be used');
  await hasAnswered(browser);
}

/** What a figure finds, in its own words. */
const findingOf = (browser: Browser): Promise<string> => textOf(browser, '.finding');

/** Moves the figure's first control and takes it back: this browser's engine then finds what the build's found. */
async function findsTheSame(browser: Browser, site: string, slug: string): Promise<void> {
  await browser.open(`${site}embed/${slug}/`);
  const built = await findingOf(browser);
  await wake(browser);
  const key = await focusControl(browser);
  await browser.press(key);
  await expect.poll(() => findingOf(browser), { message: slug, timeout: 60_000 }).not.toBe(built);
  await hasAnswered(browser);
  await browser.press(key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft');
  await expect.poll(() => findingOf(browser), { message: slug, timeout: 60_000 }).toBe(built);
}

async function exploresOwnTable(browser: Browser, site: string): Promise<void> {
  await browser.open(`${site}explore/`);
  await wake(browser);
  await browser.upload('#explorer input[type=file]', TABLE);
  await expect.poll(() => textOf(browser, '#explorer .finding')).toContain('titanic-2201.csv');
  await expect.poll(() => addressOf(browser)).toContain('fig=explorer');
}

for (const { name, path, start } of BROWSERS)
  test(`${name}: the article reads, every figure moves and its link restores it, a table of one's own is explored`, async ({
    baseURL,
  }) => {
    if (!path && process.env.ALL_BROWSERS) throw new Error(`${name} is not installed`);
    if (!path) console.log(`${name} is not installed: the article is not tested in it.`);
    test.skip(!path);
    test.setTimeout(400_000);
    const browser = await start(path!);
    try {
      await readsTheArticle(browser, baseURL!);
      await browser.open(`${baseURL}embed/`);
      const slugs = await browser.run(() =>
        [...document.querySelectorAll<HTMLElement>('[data-fig]')].map((link) => link.dataset.fig!),
      );
      expect(slugs.length).toBeGreaterThan(15);
      for (const slug of slugs) await test.step(slug, () => movesAndRestores(browser, baseURL!, slug));
      for (const slug of COUNTING) await test.step(`${slug} counts`, () => findsTheSame(browser, baseURL!, slug));
      await exploresOwnTable(browser, baseURL!);
    } finally {
      await browser.close();
    }
  });
