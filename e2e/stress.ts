import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from './browser';
import { doSomething, heapOf, moveSlider } from './load';

/**
 * The built site under load: `npm run stress -- --minutes 60`. First a slider is moved 200 times a second for half a minute, then
 * all figures are used at random. Ends with status 1 when anything breaks, hangs or leaks.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    dist: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4193' },
  },
});
const MINUTE = 60_000;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const site = `http://127.0.0.1:${values.port}/`;
const server = spawn(
  process.execPath,
  `node_modules/vite/bin/vite.js preview --outDir ${values.dist} --host 127.0.0.1 --port ${values.port} --strictPort`.split(
    ' ',
  ),
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(server.stdout, 'data');
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const problems: string[] = [];
const report = (problem: string) => {
  problems.push(problem);
  console.log(`PROBLEM ${problem}`);
};

function listen(page: Page): void {
  page.on('pageerror', (error) => report(error.stack ?? error.message));
  page.on('crash', () => report('the page crashed'));
  page.on('console', (message) => {
    // A public table is fetched from its publisher, whom this machine may not reach.
    const own = message.location().url.startsWith(site);
    if (message.type() === 'error' && own) report(`console: ${message.text()}`);
  });
}

async function open(path: string): Promise<{ page: Page; slugs: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  listen(page);
  // tsx names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(new URL(path, site).href);
  const slugs = await page
    .locator('[data-island]')
    .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.island!));
  await page.mouse.move(300, 400);
  for (const slug of slugs) {
    await page.locator(`[data-island="${slug}"]`).scrollIntoViewIfNeeded();
    await page.locator(`[data-island="${slug}"][data-alive]`).waitFor({ state: 'attached', timeout: MINUTE });
  }
  return { page, slugs };
}

async function load(): Promise<void> {
  const { page } = await open('./');
  await page.locator('#teaser').scrollIntoViewIfNeeded();
  // Once before measuring, so that what is kept on purpose is there.
  await moveSlider(page, 'teaser', 'tolerance', 5);
  const before = await heapOf(page);
  const { moves, restMs } = await moveSlider(page, 'teaser', 'tolerance', 30);
  const after = await heapOf(page);
  console.log(
    `${moves} slider moves in 30 s; at rest ${Math.round(restMs)} ms after the last; heap ${megabytes(before)} → ${megabytes(after)}`,
  );
  if (after > 1.1 * before) report(`the heap grew from ${megabytes(before)} to ${megabytes(after)}`);
  await page.close();
}

/** Every figure is there, takes a reset, and then says what it said at the start. */
async function expectAlive(page: Page, slugs: readonly string[], said: ReadonlyMap<string, string>): Promise<void> {
  for (const slug of slugs) {
    const figure = page.locator(`[data-island="${slug}"][data-alive]`);
    await figure.scrollIntoViewIfNeeded();
    await figure.getByRole('button', { name: 'Reset', exact: true }).click();
  }
  for (const slug of slugs) {
    const finding = page.locator(`[data-island="${slug}"] .finding`);
    const wanted = said.get(slug)!;
    const until = Date.now() + 2 * MINUTE;
    let now = await finding.textContent();
    while (now !== wanted && Date.now() < until) {
      await page.waitForTimeout(500);
      now = await finding.textContent();
    }
    if (now !== wanted) report(`${slug} does not come back after a reset: “${now}”, not “${wanted}”`);
  }
}

async function play(path: string, minutes: number, seed: number): Promise<void> {
  const { page, slugs } = await open(path);
  const said = new Map<string, string>();
  for (const slug of slugs) said.set(slug, (await page.locator(`[data-island="${slug}"] .finding`).textContent())!);
  const start = Date.now();
  let told = start;
  let deeds = 0;
  let slowest = 0;
  const last: string[] = [];
  while (Date.now() - start < minutes * MINUTE && !page.isClosed()) {
    const known = problems.length;
    const { slug, what } = await doSomething(page, slugs, seed, deeds++);
    last.push(`${deeds} ${slug}: ${what}`);
    if (last.length > 12) last.shift();
    const asked = performance.now();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const took = performance.now() - asked;
    if (took > slowest) slowest = took;
    if (took > 5000) report(`the page did not answer for ${Math.round(took)} ms`);
    await page.waitForTimeout(deeds % 7 === 0 ? 300 : 20);
    if (problems.length > known) console.log(`after\n  ${last.join('\n  ')}`);
    if (Date.now() - told > MINUTE) {
      told = Date.now();
      console.log(
        `${path} minute ${Math.round((told - start) / MINUTE)}: ${deeds} deeds, slowest answer ${Math.round(slowest)} ms, heap ${megabytes(await heapOf(page))}`,
      );
      slowest = 0;
    }
  }
  await expectAlive(page, slugs, said);
  console.log(`${path}: ${deeds} deeds, heap at the end ${megabytes(await heapOf(page))}`);
  await page.close();
}

try {
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  await load();
  await play('./', 0.75 * minutes, seed);
  await play('./explore/', 0.25 * minutes, seed);
} catch (error) {
  report((error as Error).stack ?? String(error));
} finally {
  await browser.close();
  server.kill();
}
console.log(problems.length === 0 ? 'Nothing broke.' : `${problems.length} problems.`);
process.exit(problems.length === 0 ? 0 : 1);
