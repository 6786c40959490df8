import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#teaser');
const count = (page: Page) => figure(page).locator('.headline strong');
const tolerance = (page: Page) => figure(page).getByLabel('tolerance', { exact: true });

async function wake(page: Page): Promise<void> {
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
  await figure(page).locator('.headline').hover();
  await expect(figure(page).locator('canvas')).toBeVisible();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows thousands of models, two of them, and one applicant', async ({ page }) => {
    await page.goto('./');
    expect(Number((await count(page).textContent())?.replace(',', ''))).toBeGreaterThan(1000);
    await expect(figure(page).locator('.static-dots path').first()).toBeAttached();
    await expect(figure(page).locator('.model-card')).toHaveCount(2);
    await expect(figure(page).locator('.person-card')).toContainText('of the');
  });
});

test('the engine in the worker repeats the numbers of the build', async ({ page }) => {
  await page.goto('./');
  const before = await figure(page).locator('.finding').textContent();
  await wake(page);
  expect(await figure(page).locator('.finding').textContent()).toBe(before);
});

test('a wider tolerance lets more models in, and the text says the same number', async ({ page }) => {
  await page.goto('./');
  await wake(page);
  const before = Number((await count(page).textContent())?.replaceAll(',', ''));
  await tolerance(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number((await count(page).textContent())?.replaceAll(',', ''))).toBeGreaterThan(before);
  const shown = await count(page).textContent();
  await expect(page.locator('[data-live="teaser.count"]').first()).toHaveText(shown!);
});

test('what is done to the figure before it is alive counts', async ({ page }) => {
  await page.goto('./');
  await tolerance(page).focus();
  await page.keyboard.press('Home');
  await expect(figure(page).locator('.headline')).toContainText('within 0 of the best');
  await expect.poll(async () => count(page).textContent()).toMatch(/^\d{1,2}$/);
});

test('a field that is pressed before the figure is alive has the focus then', async ({ page }) => {
  await page.goto('./');
  await figure(page).locator('.typed .field').first().click();
  await expect(figure(page).getByLabel('tolerance, ε')).toBeFocused();
});

test('a link restores the state and the numbers in a clean browser', async ({ page, browser }) => {
  await page.goto('./');
  await wake(page);
  await tolerance(page).focus();
  await page.keyboard.press('ArrowLeft');
  await figure(page).getByLabel('price of a rule', { exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure(page).locator('[data-busy="true"]')).toHaveCount(0);
  await figure(page).getByRole('slider', { name: 'Model A' }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await figure(page).getByRole('button', { name: 'Another applicant' }).click();
  await page.waitForURL(/fig=teaser.*person=/);
  const finding = await figure(page).locator('.finding').textContent();

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(async () => figure(other).locator('.finding').textContent()).toBe(finding);
  await expect(figure(other)).toBeInViewport();
});

test('a tampered link falls back to the default and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=teaser&lambda=0&epsilon=abc&a=1.99&person=2&x=<img src=x onerror=alert(1)>');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(figure(page).locator('.headline')).toContainText('within 0.02 of the best');
  await expect(figure(page).locator('img')).toHaveCount(0);
});

test('nonsense typed into a field is refused with a reason and nothing is lost', async ({ page }) => {
  await page.goto('./');
  await wake(page);
  const shown = await count(page).textContent();
  const field = figure(page).getByLabel('price of a rule, λ');
  for (const text of ['0', '-1', 'abc', '1e9', '']) {
    await field.fill(text);
    await expect(figure(page).getByRole('alert')).toBeVisible();
    await expect(count(page)).toHaveText(shown!);
  }
  await field.blur();
  await expect(field).toHaveValue('0.01');
});

test('Reset restores the default', async ({ page }) => {
  await page.goto('./#v=1&fig=teaser&epsilon=0.01');
  await expect(figure(page).locator('.headline')).toContainText('within 0.01 of the best');
  await figure(page).getByRole('button', { name: 'Reset' }).click();
  await expect(figure(page).locator('.headline')).toContainText('within 0.02 of the best');
  expect(new URL(page.url()).hash).toBe('');
});
