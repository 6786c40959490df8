import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#sampling');
const finding = (page: Page) => figure(page).locator('.finding');
const panel = (page: Page, name: string) => figure(page).getByRole('region', { name, exact: true });
const distance = async (page: Page, name: string) =>
  Number(await panel(page, name).locator('.verdict b').textContent());

async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await figure(page).scrollIntoViewIfNeeded();
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
}

const settled = (page: Page) =>
  expect(figure(page).getByRole('button', { name: 'Draw again' })).toBeVisible({ timeout: 60_000 });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the naive walk is far from uniform, and the compiled draws are as far as chance makes them', async ({
    page,
  }) => {
    await page.goto('./');
    await expect(figure(page).locator('.sampler')).toHaveCount(4);
    expect(await distance(page, 'Naive walk')).toBeGreaterThan(2 * (await distance(page, 'Compiled')));
    await expect(panel(page, 'Compiled')).toContainText('what chance alone makes');
    await expect(panel(page, 'Parity cells (UniGen)')).toContainText('what chance alone makes');
    await expect(panel(page, 'Naive walk')).toContainText('farther from uniform');
  });
});

test('the reader draws again, and speeds are measured', async ({ page }) => {
  await open(page, '#v=1&fig=sampling&per=2');
  await settled(page);
  await figure(page).getByRole('button', { name: 'Draw again' }).click();
  await settled(page);
  for (const name of ['Naive walk', 'BB-sts', 'Parity cells (UniGen)', 'Compiled'])
    await expect(panel(page, name).locator('dl')).not.toContainText('draw to measure');
  await expect(figure(page).locator('.run-count')).toContainText('drawn in this browser');
});

test('BB-sts with more sets a level comes nearer to uniform, by keyboard', async ({ page }) => {
  await open(page, '#v=1&fig=sampling&kappa=1');
  await settled(page);
  const before = await distance(page, 'BB-sts');
  await panel(page, 'BB-sts').getByLabel('sets a level, κ').focus();
  await page.keyboard.press('End');
  await settled(page);
  await expect.poll(() => distance(page, 'BB-sts')).toBeLessThan(before / 2);
});

test('drawing can be stopped, and gone on with', async ({ page }) => {
  await open(page);
  await figure(page).getByLabel('draws from each sampler').focus();
  await page.keyboard.press('End');
  await figure(page).getByRole('button', { name: 'Stop' }).click();
  await expect(figure(page).getByRole('button', { name: 'Go on' })).toBeVisible();
  await expect(figure(page).locator('.sampler')).toHaveCount(4);
});

test('a link restores the state and the numbers in a clean browser', async ({ page, browser }) => {
  await open(page, '#v=1&fig=sampling&per=2&ell=3&kappa=20&tolerance=6&seed=7');
  await settled(page);
  const told = await finding(page).textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other).textContent(), { timeout: 60_000 }).toBe(told);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=sampling&per=7&ell=99&kappa=x&tolerance=1&seed=-1');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(panel(page, 'Naive walk').locator('dl')).toContainText('expected 10');
});

test('a tolerance that cannot be promised is refused with a reason', async ({ page }) => {
  await open(page);
  const field = panel(page, 'Parity cells (UniGen)').getByLabel('tolerance, ε');
  await field.fill('1');
  await expect(figure(page).getByRole('alert')).toContainText('lies between');
});
