import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const STATE = '#v=1&fig=balance&n=12';

test('?fig= leads to the figure alone, with its state, its way back and its code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(`./embed/?fig=balance${STATE}`);
  await expect(page).toHaveURL(/\/embed\/balance\/#v=1&fig=balance&n=12$/);
  const figure = page.locator('#balance');
  await expect(figure.locator('[data-alive]')).toBeVisible();
  await expect(figure.getByRole('slider').first()).toHaveValue('12');
  expect(scripts.filter((url) => /teaser|explorer|diagram/.test(url))).toEqual([]);

  const back = page.locator('.way-back a');
  await back.focus();
  const root = new URL('../../', page.url().replace(/#.*/, '')).href;
  await expect(back).toHaveAttribute('href', root + STATE);

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await figure.getByRole('button', { name: 'Share' }).click();
  await expect(figure.locator('.said')).toHaveText('Link copied.');
  expect(await clipboard()).toBe(root + STATE);
  await figure.getByRole('button', { name: 'Embed instead' }).click();
  await expect(figure.locator('.said')).toHaveText('HTML copied.');
  const code = await clipboard();
  expect(code).toContain(`src="${root}embed/balance/${STATE.replaceAll('&', '&amp;')}"`);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure
      .locator('.menu summary')
      .click()
      .then(() => figure.getByRole('button', { name: 'Picture as SVG' }).click()),
  ]);
  const picture = await readFile(await file.path(), 'utf8');
  expect(/@font-face\{font-family:"Source Sans 3".*src:url\(data:font\/woff2;base64,/.test(picture)).toBe(true);
  const labels = await figure.locator('svg text:visible').allTextContents();
  expect(labels.length).toBeGreaterThan(5);
  expect(labels.filter((label) => !picture.includes(`>${label}<`))).toEqual([]);

  // A page of another origin.
  await page.goto(`${root.replace('127.0.0.1', 'localhost')}robots.txt`);
  await page.setContent(code);
  const framed = page.frameLocator('iframe').locator('#balance');
  await expect(framed.locator('[data-alive]')).toBeVisible();
  await expect(framed.getByRole('slider').first()).toHaveValue('12');
});

test('every figure has a page of its own on the list', async ({ page, request }) => {
  await page.goto('./embed/?fig=nothing');
  const links = page.locator('.embed-index li a');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(15);
  for (const address of addresses) expect(await (await request.get(address)).text()).toContain('data-island=');
});
