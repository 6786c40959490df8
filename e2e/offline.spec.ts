import { expect, test } from '@playwright/test';

test('after the first visit the site reads and computes without a network', async ({ page, context }) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How Many Models Fit?');
  await page.locator('#teaser').getByLabel('tolerance', { exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#teaser .headline')).toContainText('within 0.019 of the best');
  await page.goto('./explore/');
  await expect(page.locator('#explorer')).toBeVisible();
});

test('the page breaks no rule of its own content-security policy', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  await page.goto('./');
  await page.locator('#teaser').getByLabel('tolerance', { exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#teaser canvas')).toBeVisible();
  expect(broken).toEqual([]);
});
