import { expect, type Locator, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#lifting');
const note = (page: Page) => figure(page).locator('.board-note');
const point = (page: Page, i: number): Locator =>
  figure(page).getByRole('button', { name: new RegExp(`^Point ${i},`) });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows a curve through coin-tossed labels, and what it is worth', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('path.side')).toHaveAttribute('d', /^M.*Z$/);
    await expect(note(page)).toContainText('Separated, though a coin made the labels');
    await expect(figure(page).locator('.reading')).toContainText('99.0%');
    await expect(figure(page).locator('.point')).toHaveCount(20);
  });
});

test('a lower degree fails and names the points that forbid it', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByRole('slider', { name: 'Degree' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(note(page)).toContainText(/No curve of degree 3 separates even the \d+ ringed points/);
  await expect(figure(page).locator('path.witness').first()).toHaveAttribute('d', /^M/);
  await page.keyboard.press('ArrowLeft');
  await expect(note(page)).toContainText('degree 2');
});

test('a press and a key flip a label; arrow keys and dragging move a point', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const first = point(page, 1);
  const was = await first.getAttribute('aria-label');
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).not.toHaveAttribute('aria-label', was!);
  await first.click();
  await expect(first).toHaveAttribute('aria-label', was!);

  const style = await first.getAttribute('style');
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(first).not.toHaveAttribute('style', style!);
  await page.waitForURL(/fig=lifting.*points=/);

  const second = point(page, 2);
  const box = (await second.boundingBox())!;
  const before = await second.getAttribute('style');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 70, { steps: 5 });
  await page.mouse.up();
  await expect(second).not.toHaveAttribute('style', before!);
});

test('one more toss of the coin gives other labels to the same points', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const places = () =>
    figure(page)
      .locator('.point-grip')
      .evaluateAll((grips) => grips.map((g) => g.getAttribute('style')));
  const names = () =>
    figure(page)
      .locator('.point-grip')
      .evaluateAll((grips) => grips.map((g) => g.getAttribute('aria-label')).join());
  const [where, labels] = [await places(), await names()];
  await figure(page).getByRole('button', { name: 'Toss the labels again' }).click();
  await expect.poll(names).not.toBe(labels);
  expect(await places()).toEqual(where);
});

test('patterns: rings need degree 2, and coins would not have done', async ({ page }) => {
  await page.goto('./#v=1&fig=lifting&labels=rings&n=30&degree=2');
  await expect(note(page)).toContainText('this says something');
  await figure(page).getByRole('slider', { name: 'Degree' }).focus();
  await page.keyboard.press('End');
  await expect(note(page)).toContainText('this says next to nothing');
});

test('a link restores points, labels and trials in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=lifting&labels=spiral&n=12&degree=3&flips=3&trials=300');
  await expect(figure(page).locator('.run-count')).toContainText('300 tosses', { timeout: 40_000 });
  await wake(figure(page));
  await point(page, 4).focus();
  await page.keyboard.press('ArrowUp');
  await page.waitForURL(/points=/);
  await expect(figure(page).locator('.run-count')).toContainText('200 tosses', { timeout: 40_000 });
  const text = async (where: Page) =>
    `${await note(where).textContent()} ${await figure(where).locator('.finding').textContent()}`;
  const here = await text(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => text(other), { timeout: 40_000 }).toBe(here);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=lifting&points=1.2.3&flips=39&degree=99');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(note(page)).toContainText('15 features for 20 points');
});
