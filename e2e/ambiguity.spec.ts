import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#ambiguity');
const lit = (page: Page) => figure(page).locator('.labelling.lit');
const newPoint = (page: Page) => figure(page).getByRole('button', { name: /^New point/ });
const verdict = (page: Page) => figure(page).locator('.board-note');

const litNames = (page: Page) =>
  lit(page)
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows two perfect separators that disagree, and 14 of 44 labellings lit', async ({ page }) => {
    await page.goto('./');
    await expect(verdict(page)).toContainText('Ambiguous');
    await expect(figure(page).locator('path.says')).toHaveCount(2);
    await expect(figure(page).locator('.labelling')).toHaveCount(44);
    await expect(lit(page)).toHaveCount(14);
    await expect(figure(page)).toContainText('drawn equally often');
  });
});

test('wherever the new point goes, others light up, but as many', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await newPoint(page).scrollIntoViewIfNeeded();
  const before = await litNames(page);
  const board = (await figure(page).locator('.plane').boundingBox())!;
  const box = (await newPoint(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(board.x + 0.137 * board.width, board.y + 0.523 * board.height, { steps: 6 });
  await page.mouse.up();
  await expect(verdict(page)).toContainText('Clear: every line that separates the points calls it blue');
  await expect(lit(page)).toHaveCount(14);
  expect(await litNames(page)).not.toEqual(before);
});

test('arrow keys move the new point, and its verdict is read aloud', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await expect(newPoint(page)).toHaveAccessibleName(/ambiguous/);
  await newPoint(page).focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(newPoint(page)).toHaveAccessibleName(/every line says blue/);
});

test('a labelling is picked by keyboard, and the board shows it', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).locator('.labelling input:checked').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/fig=ambiguity.*labels=/);
  const code = Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('labels'));
  for (let i = 0; i < 7; i++)
    await expect(figure(page).getByRole('button', { name: new RegExp(`^Point ${i + 1},`) })).toHaveAccessibleName(
      new RegExp((code >> i) & 1 ? 'orange' : 'blue'),
    );
});

test('in line with two points it is fewer, and the figure says why', async ({ page }) => {
  await page.goto('./#v=1&fig=ambiguity&points=100.100.500.100.300.600&new=300.100&labels=1');
  await expect(figure(page).locator('.reading')).toContainText(
    'fewer than 6, since it lies in line with points 1 and 2',
  );
  await page.goto('./#v=1&fig=ambiguity&points=100.100.500.100.300.600&new=500.100&labels=1');
  await expect(figure(page).locator('.reading')).toContainText('on point 2');
});

test('labels from a random hyperplane leave more open', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await figure(page).getByText('by a random hyperplane').click();
  await expect(figure(page)).toContainText('lie above Cover’s curve');
  await expect(figure(page).locator('.measured')).not.toHaveCount(0);
});

test('a link restores the figure in a clean browser; a tampered one falls back', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=ambiguity&points=100.125.500.150.300.600.800.400&new=411.333&labels=5&trials=420');
  await expect(figure(page).locator('.run-count')).toContainText('420 labellings', { timeout: 40_000 });
  const finding = await figure(page).locator('.finding').textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => figure(other).locator('.finding').textContent(), { timeout: 40_000 }).toBe(finding);

  await other.goto('./#v=1&fig=ambiguity&points=5&labels=500&new=1');
  await other.reload();
  await expect(figure(other).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(lit(other)).toHaveCount(14);
});
