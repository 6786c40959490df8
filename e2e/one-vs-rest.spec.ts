import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#one-vs-rest');
const reading = (page: Page) => figure(page).locator('.reading');
const slider = (page: Page, name: string) => figure(page).getByRole('slider', { name });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the exact curve above the bound, and dots', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('path.curve')).toHaveAttribute('d', /^M/);
    await expect(figure(page).locator('path.bound')).toHaveAttribute('d', /^M/);
    await expect(figure(page).locator('.measured')).toHaveCount(20);
    await expect(reading(page)).toContainText('88.9%');
    await expect(reading(page)).toContainText('53.6%');
  });
});

test('more dimensions make it sure, one dimension makes the bound useless', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'Dimensions').focus();
  await page.keyboard.press('End');
  await expect(reading(page)).toContainText('In 50 dimensions');
  await expect(reading(page)).toContainText('over 99.9%');
  await page.keyboard.press('Home');
  await expect(reading(page)).toContainText('In 1 dimension,');
  await expect(reading(page)).toContainText('the bound promises nothing');
  await expect(figure(page).locator('.proof')).toContainText('no cut makes the bound useful');
});

test('a million points: formulas only, and the figure says so', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'Points in the ball').focus();
  await page.keyboard.press('End');
  await expect(reading(page)).toContainText('999,999');
  await expect(figure(page).locator('.measured')).toHaveCount(0);
  await expect(figure(page)).toContainText('only the formulas are drawn');
  await expect(reading(page)).toContainText('43.6%');
});

test('a link gives the same numbers in a clean browser; a tampered one falls back', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=one-vs-rest&m=30&n=6&trials=150');
  await expect(figure(page).locator('.run-count')).toContainText('150 balls', { timeout: 40_000 });
  const finding = await figure(page).locator('.finding').textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => figure(other).locator('.finding').textContent(), { timeout: 40_000 }).toBe(finding);

  await other.goto('./#v=1&fig=one-vs-rest&m=1&n=51');
  await other.reload();
  await expect(figure(other).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(reading(other)).toContainText('999');
});
