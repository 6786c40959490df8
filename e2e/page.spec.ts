import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wake } from './figure';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the article reads in full: text, formulas, figures, notes, references', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How Many Models Fit?');
    await expect(page.locator('math').first()).toBeVisible();
    await expect(page.locator('.references li').first()).toBeVisible();
    await expect(page.locator('.footnotes li').first()).toBeVisible();
    for (const figure of await page.locator('figure').all()) await expect(figure.locator('svg').first()).toBeVisible();
    const skipped = page
      .locator('.later')
      .evaluateAll((parts) =>
        parts.filter((part) => !part.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })),
      );
    expect(await skipped).toHaveLength(0);
    await page.locator('.bar summary').click();
    expect(await page.locator('.contents a').count()).toBeGreaterThan(3);
  });
});

for (const path of ['./', './explore/'])
  test(`${path} has no accessibility violation, alive in all its parts, light and dark`, async ({ page }) => {
    test.slow();
    await page.goto(path);
    await page.mouse.move(200, 300);
    for (const island of await page.locator('[data-island]').all()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island).toHaveAttribute('data-alive');
    }
    const violations = async (axe: AxeBuilder) =>
      (await axe.analyze()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`);
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([]);
  });

test('a window that grows before anybody has moved, as for a picture of the whole page, shows all of it', async ({
  page,
}) => {
  await page.goto('./');
  const waiting = page.locator('.later:not([data-laid-out])');
  expect(await waiting.count()).toBeGreaterThan(9);
  await page.setViewportSize({ width: 1280, height: 5000 });
  // Sooner than the page is laid out by itself.
  await expect(waiting).toHaveCount(0, { timeout: 1000 });
});

test('every link inside the page leads somewhere, and no two things have the same name', async ({ page }) => {
  await page.goto('./');
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map((element) => element.id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const hashes = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))));
  expect(hashes.filter((hash) => !ids.includes(hash))).toEqual([]);
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

test('a letter of a formula tells what it stands for', async ({ page }) => {
  await page.goto('./');
  const card = page.locator('.hover-card');
  for (const [letter, meaning] of [
    ['d', 'degrees of freedom'],
    ['λ', 'the price of a rule'],
  ]) {
    await page
      .locator('p mi', { hasText: new RegExp(`^${letter}$`) })
      .first()
      .hover();
    await expect(card).toContainText(meaning);
    await page.mouse.move(0, 0);
    await expect(card).toBeHidden();
  }
});

test('nothing sticks out, on a small phone and on a wide desk', async ({ page }) => {
  await page.goto('./');
  for (const width of [320, 390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('what follows a figure stays where it is when the figure tells less', async ({ page }) => {
  await page.goto('./');
  const figure = page.locator('#teaser');
  await wake(figure);
  await figure.hover();
  await expect(figure.locator('canvas')).toBeVisible();
  const card = figure.locator('.model-card.B ul');
  const slider = figure.getByRole('slider', { name: 'Model B' });
  const told = new Set<string>();
  const heights: number[] = [];
  for (const key of ['ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await slider.press(key);
    await page.waitForTimeout(150);
    told.add(await card.innerText());
    heights.push(await figure.evaluate((element) => element.getBoundingClientRect().height));
  }
  expect(told.size).toBeGreaterThan(3);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
});

test('what is far from the screen is laid out when somebody is there, and a link into the text finds its place', async ({
  page,
}) => {
  await page.goto('./');
  const waiting = page.locator('.later:not([data-laid-out])');
  expect(await waiting.count()).toBeGreaterThan(20);
  await page.mouse.move(200, 300);
  await expect(waiting).toHaveCount(0);
  const topOf = (selector: string) =>
    page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  for (const [link, selector] of [
    ['#proofs', '#proofs'],
    ['#v=1&fig=growth&lambda=0.02', '#growth'],
  ]) {
    await page.goto('about:blank');
    await page.goto(`./${link}`);
    await expect.poll(() => topOf(selector), link).toBe(72);
  }
});
