import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#dichotomies');
const found = (page: Page) => figure(page).locator('.tile.found');
const note = (page: Page) => figure(page).locator('.board-note');
const scale = (page: Page) => figure(page).locator('.guess-scale');
const slider = (page: Page, name: string) => figure(page).getByRole('slider', { name });
const points = (page: Page) => figure(page).getByRole('slider', { name: 'Points', exact: true });
const button = (page: Page, name: string | RegExp) => figure(page).getByRole('button', { name });
const arrange = (page: Page, kind: string) => figure(page).getByRole('combobox').selectOption(kind);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the album of 64 labellings, twelve of them with a line', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('.tile')).toHaveCount(64);
    await expect(found(page)).toHaveCount(12);
    await expect(figure(page).locator('.finding')).toContainText('of which a straight line makes 32');
    await expect(page.locator('[data-live="dichotomies.possible"]').first()).toHaveText('32');
  });
});

test('a new line is a new labelling, by keyboard and by mouse', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await button(page, /^Move the line/).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => found(page).count()).toBeGreaterThan(12);
  const before = await found(page).count();
  const grip = (await button(page, /^Move the line/).boundingBox())!;
  const board = (await figure(page).locator('.plane').boundingBox())!;
  await page.mouse.move(grip.x + 17, grip.y + 17);
  await page.mouse.down();
  await page.mouse.move(board.x + board.width * 0.05, board.y + board.height * 0.1, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => found(page).count()).toBeGreaterThan(before);
});

test('a guess, then all of them: 32 of 64, and why a labelling is missing', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'How many of them can a line make').fill('50');
  await button(page, 'Find all').click();
  await expect(found(page)).toHaveCount(32);
  await expect(scale(page)).toContainText('a line makes 32 = 6 · 5 + 2');
  await expect(figure(page).locator('.guess')).toContainText('Your guess: 50. That is 18 too many.');
  await figure(page).locator('.tile.none').first().click();
  await expect(note(page)).toContainText(/No line makes this labelling: .*(crosses|inside the triangle)/);
});

test('three points on a line cost two labellings, and the figure names them', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await button(page, 'Find all').click();
  await arrange(page, 'line');
  await expect(found(page)).toHaveCount(30);
  await expect(note(page)).toContainText('Points 1, 2 and 3 lie on one line');
  await button(page, /^Point 2,/).focus();
  await page.keyboard.press('ArrowUp');
  await expect(found(page)).toHaveCount(32);
});

test('the square misses XOR and its opposite', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await arrange(page, 'square');
  await button(page, 'Find all').click();
  await expect(found(page)).toHaveCount(14);
  await expect(figure(page).locator('.tile.none')).toHaveCount(2);
  await figure(page).locator('.tile.none').first().click();
  await expect(note(page)).toContainText('crosses');
});

test('three to twelve points, all on one spot too', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await button(page, 'Find all').click();
  for (const [n, count] of [
    ['3', 8],
    ['7', 44],
    ['12', 134],
  ] as const) {
    await points(page).fill(n);
    await expect(found(page)).toHaveCount(count);
  }
  await page.goto('./#v=1&fig=dichotomies&points=500.375.500.375.500.375&all=1');
  await expect(found(page)).toHaveCount(2);
  await expect(note(page)).toContainText('Points 1, 2 and 3 lie in one place');
});

test('a link restores points, line, finds and guess in a clean browser', async ({ page, browser }) => {
  await page.goto('./');
  await wake(figure(page));
  await points(page).fill('5');
  await slider(page, 'How many of them can a line make').fill('20');
  await button(page, /^Turn the line/)
    .first()
    .focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowRight');
  await button(page, /^Point 4,/).focus();
  await page.keyboard.press('Shift+ArrowDown');
  const count = await found(page).count();
  const said = await note(page).textContent();
  await expect.poll(() => page.url()).toContain('fig=dichotomies');
  await page.waitForTimeout(400);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(found(other)).toHaveCount(count);
  await expect(note(other)).toHaveText(said!);
  await expect(slider(other, 'How many of them can a line make')).toHaveValue('20');
  await other.context().close();
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=dichotomies&points=1.2.3&line=5&found=4000&guess=-1&x=<script>');
  const refused = figure(page).locator('.figure-note').first();
  await expect(refused).toContainText('“points”');
  await expect(refused).toContainText('“line”');
  await expect(figure(page).locator('.tile')).toHaveCount(64);
});
