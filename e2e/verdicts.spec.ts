import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#verdicts');
const finding = (page: Page) => figure(page).locator('.finding').textContent();
const somebody = (page: Page) => figure(page).locator('.somebody');
const who = (page: Page) => figure(page).locator('.who');

/** The engine has answered when somebody can be moved. */
async function moves(page: Page, key: string): Promise<void> {
  const before = await who(page).textContent();
  await somebody(page).focus();
  await expect(async () => {
    await page.keyboard.press(key);
    expect(await who(page).textContent()).not.toBe(before);
  }).toPass({ timeout: 20_000 });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('orders everybody, tells the most contested, ambiguity and discrepancy', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('.headline')).toContainText('2,682 good models agree on 45%');
    await expect(figure(page).locator('.field path')).toBeAttached();
    await expect(figure(page).locator('.rug path')).toHaveCount(4);
    await expect(figure(page).locator('.changes li')).toHaveCount(2);
    await expect(figure(page).locator('.measures')).toContainText('55.3%');
    await expect(figure(page).locator('.measures')).toContainText('29.0%');
  });
});

test('somebody else is picked by keyboard and by pointer', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await moves(page, 'Shift+ArrowRight');
  await page.waitForURL(/fig=verdicts&person=\d+/);
  await page.keyboard.press('Home');
  await expect(figure(page).locator('.person-card')).toContainText('All good models agree');
  const box = (await figure(page).locator('.plot-area').boundingBox())!;
  await page.mouse.click(box.x + 0.7 * box.width, box.y + 0.3 * box.height);
  await expect(figure(page).locator('.changes li')).not.toHaveCount(0);
  await figure(page).getByRole('button', { name: 'To the most contested' }).click();
  await expect(figure(page).locator('.person-card')).toContainText('50%');
});

test('a wider tolerance contests more people', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const contested = async () => {
    const text = await page.locator('[data-live="verdicts.contested"]').textContent();
    return Number.parseInt(text!, 10);
  };
  expect(await contested()).toBe(55);
  await figure(page).getByRole('slider', { name: 'tolerance' }).focus();
  await page.keyboard.press('End');
  await expect.poll(contested, { timeout: 30_000 }).toBeGreaterThan(55);
  await page.keyboard.press('Home');
  await expect.poll(contested, { timeout: 30_000 }).toBe(0);
  await expect(figure(page).locator('.headline')).toContainText('1 good model agrees on 100%');
});

test('the table and the person follow the reader from figure to figure', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByLabel('Table').selectOption('rossi-recidivism');
  await expect(figure(page).locator('.headline')).toContainText('432 men', { timeout: 20_000 });
  await moves(page, 'ArrowRight');
  const picked = (await who(page).textContent())!.split(';')[0];
  await page.locator('#ruleset').scrollIntoViewIfNeeded();
  await expect(page.locator('#ruleset').getByLabel('Table')).toHaveValue('rossi-recidivism', { timeout: 20_000 });
  await expect(page.locator('#ruleset .person-line')).toContainText(picked, { timeout: 20_000 });
  await expect(page).toHaveURL(/fig=verdicts/);
});

test('a link gives the same person and numbers in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=verdicts&data=german-credit&person=77&epsilon=0.01');
  await expect.poll(() => finding(page), { timeout: 20_000 }).toContain('borrower');
  const said = await finding(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other), { timeout: 20_000 }).toBe(said);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=verdicts&person=99999&group=7');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(figure(page).locator('.headline')).toContainText('2,682 good models');
});
