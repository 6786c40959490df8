import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#balance');
const reading = (page: Page) => figure(page).locator('.reading');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows that balance matters with an offset only', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('.measured')).toHaveCount(50);
    await expect(figure(page).locator('.measured.picked')).toHaveCount(25);
    await expect(reading(page)).toContainText('20.2%');
    const few = await page.locator('[data-live="balance.fewChance"]').first().textContent();
    const half = await page.locator('[data-live="balance.halfChance"]').first().textContent();
    expect(Number.parseFloat(few!)).toBeGreaterThan(80);
    expect(Number.parseFloat(half!)).toBeLessThan(30);
  });
});

test('the sliders measure anew, and the text follows', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('slider', { name: 'Coefficients d' }).focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await expect(reading(page)).toContainText('in 11 dimensions');
  await expect(reading(page)).toContainText('50.0%');
  await expect(figure(page).locator('.run-count')).toContainText('200 point sets', { timeout: 40_000 });
  await expect(page.locator('[data-live="balance.mean"]').first()).toHaveText('50.0%');
});

test('a link gives the same numbers in a clean browser; a tampered one falls back', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=balance&n=10&d=4&trials=300');
  await expect(figure(page).locator('.run-count')).toContainText('300 point sets', { timeout: 40_000 });
  const finding = await figure(page).locator('.finding').textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => figure(other).locator('.finding').textContent(), { timeout: 40_000 }).toBe(finding);

  await other.goto('./#v=1&fig=balance&n=5&d=29');
  await other.reload();
  await expect(figure(other).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(reading(other)).toContainText('100%');
});
