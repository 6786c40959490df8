import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#hashing');
const headline = (page: Page) => figure(page).locator('.headline strong');
const finding = (page: Page) => figure(page).locator('.finding');

async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await figure(page).scrollIntoViewIfNeeded();
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a trial is laid open, and estimates pile up about the true count', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('.tiles path.left')).toBeAttached();
    expect(await figure(page).locator('.constraints .sizes td').count()).toBeGreaterThan(2);
    expect(await figure(page).locator('.estimates rect').count()).toBeGreaterThan(20);
    await expect(figure(page).locator('.reading').first()).toContainText('=');
    await expect(finding(page)).toContainText('promised');
  });
});

test('each constraint leaves about half, by keyboard and by button', async ({ page }) => {
  await open(page);
  const scrub = figure(page).getByRole('slider', { name: /Trial 1: constraints/ });
  await scrub.focus();
  await page.keyboard.press('Home');
  const all = Number(await headline(page).textContent());
  await figure(page).getByRole('button', { name: 'One step on' }).click();
  const half = Number(await headline(page).textContent());
  expect(half / all).toBeGreaterThan(0.3);
  expect(half / all).toBeLessThan(0.7);
  await scrub.focus();
  await page.keyboard.press('ArrowRight');
  expect(Number(await headline(page).textContent())).toBeLessThan(half);
});

test('a tile is picked by pointer and by arrow keys, and its sums are told', async ({ page }) => {
  await open(page);
  const picked = figure(page).getByRole('slider', { name: 'Picked model' });
  await figure(page)
    .locator('svg.tiles')
    .click({ position: { x: 200, y: 120 } });
  expect(Number(await picked.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
  await picked.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(picked).toHaveAttribute('aria-valuenow', '2');
  await expect(figure(page).locator('.hashing-side .figure-note')).toContainText('Model 2:');
});

test('more trials are run by the button, and a narrower band costs larger cells', async ({ page }) => {
  await open(page);
  await figure(page)
    .getByRole('button', { name: /more trials/ })
    .click();
  await expect(figure(page).locator('.estimates')).toContainText('300 trials');
  const eps = figure(page).getByLabel('error allowed', { exact: true });
  await eps.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figure(page).locator('.cost').first()).not.toContainText('73 models');
  await page.keyboard.press('Home');
  await expect(figure(page).locator('.estimates')).toContainText('the count is exact');
  await page.keyboard.press('End');
  await expect(figure(page).locator('.reading').first()).toContainText('empty');
});

test('a link restores the state and the numbers in a clean browser', async ({ page, browser }) => {
  await open(page);
  await figure(page).getByRole('button', { name: 'Next trial' }).click();
  await figure(page).getByRole('button', { name: 'One step on' }).click();
  await figure(page).getByRole('button', { name: 'Other random numbers' }).click();
  await figure(page).getByLabel('risk of a larger error', { exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/fig=hashing.*seed=2/);
  await expect.poll(() => figure(page).locator('.estimates').textContent()).toContain('200 trials');
  const told = await finding(page).textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other).textContent()).toBe(told);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=hashing&eps=0&delta=2&picked=5000&trial=-3&x=<img src=x>');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(figure(page).getByRole('slider', { name: 'Picked model' })).toHaveAttribute('aria-valuenow', '1');
});
