import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#importance');
const finding = (page: Page) => figure(page).locator('.finding').textContent();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows a ridge for each feature, and one that a good model relies on and another does without', async ({
    page,
  }) => {
    await page.goto('./');
    await expect(figure(page).locator('.feature')).toHaveCount(9);
    await expect(figure(page).locator('.feature.picked .name')).toHaveText('Consumer credit');
    await expect(figure(page).locator('.model-card.A')).toContainText('13.7 points');
    await expect(figure(page).locator('.model-card.B')).toContainText('0.0 points');
    await expect(figure(page).locator('.model-card')).toContainText(['right, held out', 'right, held out']);
    await expect(figure(page).locator('.column-pairs')).not.toHaveCount(0);
  });
});

test('a feature is picked in the chart or in the list', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByLabel('feature', { exact: true }).selectOption('hirat');
  await expect(figure(page).locator('.feature.picked .name')).toHaveText('Housing costs to income', {
    timeout: 20_000,
  });
  await expect(page.locator('[data-live="importance.feature"]').first()).toHaveText('housing costs to income');
  await figure(page).locator('.feature', { hasText: 'Public record' }).locator('.pick').click();
  await expect(figure(page).getByLabel('feature', { exact: true })).toHaveValue('phist');
});

test('without a feature, others take its place', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('radio', { name: 'all', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figure(page).locator('.headline')).toContainText('92 good models without “Consumer credit”', {
    timeout: 20_000,
  });
  await expect(figure(page).locator('.feature', { hasText: 'Loan to value' }).locator('.share')).toContainText(
    '96%, of all 67%',
  );
});

test('a feature that every model uses leaves nothing without it, and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=importance&data=german-credit&feature=checking_status&keep=without');
  await expect(figure(page).locator('.empty')).toContainText('No good model is without', { timeout: 30_000 });
});

test('a link gives the same numbers in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=importance&data=titanic-2201&feature=cls&keep=with&epsilon=0.01');
  await expect.poll(() => finding(page), { timeout: 20_000 }).toContain('“Class”');
  const said = await finding(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other), { timeout: 20_000 }).toBe(said);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=importance&feature=phlogiston&keep=some');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(figure(page).locator('.feature.picked .name')).toHaveText('Consumer credit');
});
