import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#growth');
const reading = (page: Page) => figure(page).locator('.reading');
const finding = (page: Page) => figure(page).locator('.finding').textContent();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('draws a line for each λ and reads the exact count', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('.lines path')).toHaveCount(5);
    await expect(reading(page)).toContainText('2,682 rule sets, counted one and all');
    await expect(reading(page)).toContainText('one in 4.3 × 1014');
    await expect(page.locator('[data-live="growth.countAtHalf"]')).toHaveText('59');
  });
});

test('the tolerance is moved by keyboard, and the count follows', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('slider', { name: 'tolerance' }).focus();
  await page.keyboard.press('Home');
  await expect(reading(page)).toContainText('ε = 0 ');
  await expect(reading(page)).toContainText('1 rule set,');
  await page.keyboard.press('End');
  await expect(reading(page)).toContainText('53,937 rule sets');
  await expect(page.locator('[data-live="growth.count"]')).toHaveText('53,937');
});

test('a pointer on the plot reads there; a press stays there', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const box = (await figure(page).locator('.plot-area').boundingBox())!;
  await page.mouse.move(box.x + box.width / 3, box.y + 100);
  await expect(reading(page)).toContainText('ε = 0.01 ');
  await page.mouse.move(box.x - 150, box.y);
  await expect(reading(page)).toContainText('ε = 0.02 ');
  await page.mouse.click(box.x + box.width / 3, box.y + 100);
  await page.waitForURL(/epsilon=0.01/);
});

test('another λ gets a line of its own, and the share of all is a second reading', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('textbox', { name: 'price of a rule, λ' }).fill('0.04');
  await expect(figure(page).locator('.lines path')).toHaveCount(6, { timeout: 20_000 });
  await figure(page).getByText('share of all', { exact: true }).click();
  await expect(figure(page).locator('.axis-title').last()).toContainText('share of all rule sets');
  await page.waitForURL(/lambda=0.04&reading=share/);
});

test('where counting takes too long the line ends, until the reader asks for more', async ({ page }) => {
  await page.goto('./#v=1&fig=growth&data=rossi-recidivism&lambda=0.005&epsilon=0.045');
  await expect(reading(page)).toContainText('takes longer than a moment', { timeout: 30_000 });
  await figure(page).getByRole('button', { name: 'Count on, then estimate' }).click();
  await expect(reading(page)).toContainText('rule sets, counted one and all', { timeout: 50_000 });
});

test('a link gives the same numbers in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=growth&data=toronto-arrests&lambda=0.02&epsilon=0.025&reading=share');
  await expect(reading(page)).toContainText('ε = 0.025', { timeout: 20_000 });
  await expect.poll(() => finding(page), { timeout: 20_000 }).toContain('λ = 0.02');
  const said = await finding(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other), { timeout: 20_000 }).toBe(said);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=growth&data=nothing&reading=loud&far=maybe');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(reading(page)).toContainText('2,682 rule sets');
});
