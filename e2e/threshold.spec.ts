import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#threshold');
const reading = (page: Page) => figure(page).locator('.reading');
const slider = (page: Page, name: string) => figure(page).getByRole('slider', { name });
const run = (page: Page) => figure(page).locator('.run .button');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows exact curves, the crossing at 2d, and dots from a real run', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('path.curve')).toHaveCount(3);
    await expect(figure(page).locator('.half-mark text')).toHaveText('N = 2d: exactly ½');
    expect(await figure(page).locator('.measured').count()).toBeGreaterThan(15);
    await expect(reading(page)).toContainText('85.5%');
    await expect(page.locator('[data-live="threshold.chance"]').first()).toHaveText('85.5%');
  });
});

test('at N = 2d the chance is one half in every dimension, by keyboard alone', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'Points N').focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  await expect(reading(page)).toContainText('100 points, 50 coefficients');
  await expect(reading(page)).toContainText('50.0%');
  await slider(page, 'Coefficients d').focus();
  await page.keyboard.press('Home');
  await expect(reading(page)).toContainText('2 points, 1 coefficient:');
  await expect(reading(page)).toContainText('50.0%');
  await expect(page.locator('[data-live="threshold.chance"]').first()).toHaveText('50.0%');
});

test('nothing runs until it is asked for; a run can be paused and ends', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await expect(run(page)).toHaveText('Run 800 more');
  await expect(figure(page).locator('.run-count')).toContainText('200 labellings', { timeout: 40_000 });
  await run(page).click();
  await expect(run(page)).toHaveText('Pause');
  await expect(figure(page).locator('.run-count')).not.toContainText(/^200 labellings/);
  await run(page).click();
  await expect(run(page)).toContainText('more', { timeout: 40_000 });
  const paused = await figure(page).locator('.run-count').textContent();
  await page.waitForTimeout(300);
  expect(await figure(page).locator('.run-count').textContent()).toBe(paused);
});

test('a link gives the same trials in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=threshold&d=6&n=12&trials=300&seed=5&axis=deviation');
  await expect(figure(page).locator('.run-count')).toContainText('300 labellings', { timeout: 40_000 });
  await expect(run(page)).toContainText('more', { timeout: 40_000 });
  const finding = await figure(page).locator('.finding').textContent();
  expect(finding).toContain('300 trials');

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => figure(other).locator('.finding').textContent(), { timeout: 40_000 }).toBe(finding);
});

test('the axis of deviations is reached by keyboard, and the names of the curves give way', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('radio', { name: 'per coefficient' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure(page).locator('.axis-title').first()).toContainText('beyond 2d');
  await page.waitForURL(/axis=deviation/);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=threshold&d=50&n=599&trials=-4');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(reading(page)).toContainText('100 points, 50 coefficients');
});
