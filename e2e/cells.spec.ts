import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#cells');
const head = (page: Page) => figure(page).locator('.cells-head').last();
const words = (page: Page) => figure(page).locator('.cells-set');
const note = (page: Page) => figure(page).locator('.board-note');
const slider = (page: Page, name: string) => figure(page).getByRole('slider', { name });
const button = (page: Page, name: string | RegExp) => figure(page).getByRole('button', { name });
const line = (page: Page) => figure(page).locator('.plane path.line').first();
const bars = async (page: Page) =>
  (await figure(page).locator('.histogram .count').allTextContents()).map((text) => Number(text || 0));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the sphere cut into 32 cells and its histogram', async ({ page }) => {
    await page.goto('./');
    await expect(head(page)).toContainText('32 cells = C(6, 3)');
    expect(await bars(page)).toEqual([0, 3, 9, 8, 9, 3, 0]);
    await expect(words(page)).toContainText('12 of the 32 cells');
    await expect(page.locator('[data-live="cells.inside"]').first()).toHaveText('12');
  });
});

test('the number of cells is C(N,d), on the circle and on the sphere, and the bars add up to it', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  for (const [name, counts] of [
    ['any', { 3: 8, 5: 22, 8: 58 }],
    ['through the middle', { 3: 6, 5: 10, 8: 16 }],
  ] as const) {
    await figure(page).getByText(name, { exact: true }).click();
    for (const [points, cells] of Object.entries(counts)) {
      await slider(page, 'Points').fill(points);
      await expect(head(page)).toContainText(`${cells} cells`);
      expect((await bars(page)).reduce((sum, bar) => sum + bar, 0)).toBe(cells);
    }
  }
});

test('a click flips a label; the tolerance lights more cells', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await button(page, /^Point 3,/).click();
  await expect(words(page)).toContainText('Some lines make no mistake. At most 1: 5 of the 32 cells');
  await button(page, /^Point 3,/).focus();
  await page.keyboard.press('Enter');
  await expect(words(page)).toContainText('12 of the 32 cells');
  await slider(page, 'Errors beyond the best').fill('6');
  await expect(words(page)).toContainText('32 of the 32 cells');
  await slider(page, 'Errors beyond the best').fill('0');
  await expect(words(page)).toContainText('3 of the 32 cells');
});

test('sphere and line move together: hover, click, keys, the line’s handles', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const start = await line(page).getAttribute('d');
  const box = (await figure(page).locator('.space').boundingBox())!;
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 0.62 * box.height);
  await expect.poll(() => line(page).getAttribute('d')).not.toBe(start);
  await page.mouse.move(box.x - 40, box.y + 20);
  await expect(line(page)).toHaveAttribute('d', start!);
  await page.mouse.click(box.x + 0.6 * box.width, box.y + 0.62 * box.height);
  await page.mouse.move(box.x - 40, box.y + 20);
  await expect(line(page)).not.toHaveAttribute('d', start!);
  const clicked = await line(page).getAttribute('d');
  await button(page, /^The model/).focus();
  await page.keyboard.press('ArrowUp');
  await expect(line(page)).not.toHaveAttribute('d', clicked!);
  const said = await note(page).textContent();
  await button(page, /^Turn the line/)
    .first()
    .focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect(note(page)).not.toHaveText(said!);
});

test('the sphere turns by drag, by keys and to its far side', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const cells = () => figure(page).locator('.sphere').first().locator('path').first().getAttribute('d');
  const start = await cells();
  await button(page, /^The sphere of models/).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(cells).not.toBe(start);
  const turned = await cells();
  const box = (await figure(page).locator('.space').boundingBox())!;
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.5 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.4 * box.height, { steps: 5 });
  await page.mouse.up();
  await expect.poll(cells).not.toBe(turned);
  await button(page, 'far side').click();
  await expect(button(page, /^The model/)).toHaveCount(0);
});

test('points are held back before three of them share a line', async ({ page }) => {
  await page.goto('./#v=1&fig=cells&points=200.200.400.300.625.400');
  await expect(head(page)).toContainText('8 cells');
  await button(page, /^Point 3,/).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(note(page)).toContainText('no three points may share a line');
  await expect(head(page)).toContainText('8 cells');
});

test('a link restores the picture in a clean browser; a tampered one falls back', async ({ page, browser }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'Points').fill('7');
  await button(page, /^Point 2,/).click();
  await button(page, /^The sphere of models/).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.url()).toContain('pitch=');
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(words(other)).toHaveText((await words(page).textContent())!);
  await expect(note(other)).toHaveText((await note(page).textContent())!);
  expect(await bars(other)).toEqual(await bars(page));
  await other.goto('about:blank');
  await other.goto('./#v=1&fig=cells&points=100.100.200.200.300.300&k=99&labels=7');
  await expect(figure(other).locator('.figure-note').first()).toContainText('“points”');
  await expect(head(other)).toContainText('32 cells');
  await other.context().close();
});
