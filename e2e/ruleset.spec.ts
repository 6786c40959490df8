import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#ruleset');
const verdict = (page: Page) => figure(page).locator('.headline');
const rules = (page: Page) => figure(page).locator('.own-rules li');
const finding = (page: Page) => figure(page).locator('.finding').textContent();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('weighs a rule set that is good and has no rule of the best, and paints everybody', async ({ page }) => {
    await page.goto('./');
    await expect(verdict(page)).toContainText('In the Rashomon set');
    await expect(verdict(page)).toContainText('It shares no rule with the best');
    await expect(figure(page).locator('.pool .rule-card')).toHaveCount(60);
    await expect(figure(page).locator('.block path')).toHaveCount(8);
    await expect(figure(page).locator('.unseen')).toContainText('right, held out');
    await expect(page.locator('[data-live="ruleset.disjoint"]')).toHaveText('five');
  });
});

test('rules go in and out by keyboard, and every step can be undone', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('button', { name: 'Clear: take out all rules' }).click();
  await expect(verdict(page)).toContainText('No rule.');
  const cards = figure(page).getByRole('checkbox');
  await cards.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(cards.nth(1)).toBeChecked();
  await expect(rules(page)).toHaveCount(1);
  await expect(verdict(page)).toContainText('Not in the Rashomon set');
  const undo = figure(page).getByRole('button', { name: 'Undo the last change of rules' });
  await undo.click();
  await expect(verdict(page)).toContainText('No rule.');
  await undo.click();
  await expect(verdict(page)).toContainText('In the Rashomon set');
  await expect(undo).toBeDisabled();
});

test('others without these rules come until none is good enough', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const another = figure(page).getByRole('button', { name: 'Another without these rules' });
  const seen = new Set<string>();
  for (let i = 0; i < 4; i++) {
    const before = (await rules(page).allTextContents()).join();
    seen.add(before);
    await another.click();
    await expect.poll(async () => (await rules(page).allTextContents()).join(), { timeout: 20_000 }).not.toBe(before);
    await expect(verdict(page)).toContainText(/In the Rashomon set|The best there is/);
  }
  seen.add((await rules(page).allTextContents()).join());
  expect(seen.size).toBe(5);
  await another.click();
  await expect(figure(page).locator('[role="status"].figure-note')).toContainText('more than θ', { timeout: 20_000 });
});

test('somebody is picked in the chart by pointer and by arrow keys', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const block = figure(page).getByRole('slider', { name: 'Training, denied' });
  await block.click({ position: { x: 5, y: 5 } });
  await expect(block.locator('.picked')).toHaveCount(1, { timeout: 20_000 });
  const who = figure(page).locator('.person-line');
  const first = await who.textContent();
  expect(first).toContain('denied');
  await page.keyboard.press('ArrowRight');
  await expect(who).not.toHaveText(first!);
  await page.waitForURL(/person=\d+/);
});

test('a link restores rules, λ and person in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=ruleset&data=german-credit&person=12&rules=1.9&lambda=0.02');
  await expect(figure(page).locator('.person-line')).toContainText('borrower', { timeout: 20_000 });
  await expect(rules(page)).toHaveCount(2);
  const said = await finding(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other), { timeout: 20_000 }).toBe(said);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=ruleset&rules=99.3&lambda=-1&person=5000');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default', {
    timeout: 20_000,
  });
  await expect(verdict(page)).toContainText('In the Rashomon set', { timeout: 20_000 });
});
