import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the article reads in full: text, formulas, figures, notes, references', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How Many Models Fit?');
    await expect(page.locator('math').first()).toBeVisible();
    await expect(page.locator('.references li').first()).toBeVisible();
    await expect(page.locator('.footnotes li').first()).toBeVisible();
    for (const figure of await page.locator('figure').all()) await expect(figure.locator('svg').first()).toBeVisible();
    await page.locator('.bar summary').click();
    expect(await page.locator('.contents a').count()).toBeGreaterThan(3);
  });
});

test('the static page asks for nothing else and runs little script until the reader stirs', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('./', { waitUntil: 'networkidle' });
  const origin = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(requests.filter((url) => url.endsWith('.js'))).toHaveLength(1);
});

for (const path of ['./', './explore/'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${path} has no accessibility violation in ${colorScheme} mode`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await page.mouse.move(200, 300);
      await page.waitForSelector('[data-alive]');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([]);
    });

test('every link inside the page leads somewhere', async ({ page }) => {
  await page.goto('./');
  const broken = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
        .filter((id) => !document.getElementById(id)),
    );
  expect(broken).toEqual([]);
});

test('no two things on the page have the same name', async ({ page }) => {
  await page.goto('./');
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map((element) => element.id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('a citation shows its work by pointer and by keyboard, and Escape closes it', async ({ page }) => {
  await page.goto('./');
  const mark = page.locator('a.cite').first();
  await mark.hover();
  const card = page.locator('.hover-card');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.mouse.move(0, 0);
  await mark.focus();
  await expect(card).toBeVisible();
  expect((await card.textContent())?.length).toBeGreaterThan(30);
});

for (const width of [320, 390, 820, 1440])
  test(`nothing sticks out at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
