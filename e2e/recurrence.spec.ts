import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#recurrence');
const parents = (page: Page) => figure(page).locator('.tree-column').first().locator('.tile');
const children = (page: Page) => figure(page).locator('.tree-column').last().locator('.tile.found');
const lit = (page: Page, name: string) => figure(page).locator(`.count-table .${name}`);
const slider = (page: Page, name: string) => figure(page).getByRole('slider', { name });
const button = (page: Page, name: string | RegExp) => figure(page).getByRole('button', { name });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the tree, the table and the sum', async ({ page }) => {
    await page.goto('./');
    await expect(parents(page)).toHaveCount(14);
    await expect(children(page)).toHaveCount(22);
    await expect(figure(page).locator('.tree-links .fork')).toHaveCount(16);
    await expect(lit(page, 'before')).toHaveText('14');
    await expect(lit(page, 'split')).toHaveText('8');
    await expect(lit(page, 'after')).toHaveText('22');
    await expect(page.locator('[data-live="recurrence.after"]').first()).toHaveText('22');
  });
});

test.describe('the story', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('is told step by step, forwards and back', async ({ page }) => {
    await page.goto('./');
    await wake(figure(page));
    await button(page, 'From the start').click();
    await expect(lit(page, 'split')).toHaveText('?');
    await expect(children(page)).toHaveCount(0);
    const seen: string[] = [];
    for (let step = 0; step < 5; step++) {
      await button(page, 'Next').click();
      seen.push((await figure(page).locator('.story output').textContent())!);
    }
    expect(seen).toEqual([
      '2 of 6: A new point',
      '3 of 6: Turn',
      '4 of 6: Tilt',
      '5 of 6: The others',
      '6 of 6: Add up',
    ]);
    await expect(button(page, 'Next')).toBeDisabled();
    await expect(children(page)).toHaveCount(22);
    await button(page, 'Back').click();
    await expect(figure(page).locator('.story output')).toHaveText('5 of 6: The others');
  });
});

test('the line about y turns by its handle and counts what it makes', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'The story').fill('2000');
  await expect(lit(page, 'split')).toHaveText('1…');
  const grip = button(page, /^Turn the line/).first();
  await grip.focus();
  for (let i = 0; i < 14; i++) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => Number.parseInt((await lit(page, 'split').textContent())!, 10)).toBeGreaterThan(2);
  await slider(page, 'The story').fill('2990');
  await expect(lit(page, 'split')).toHaveText('8');
});

test('wherever y goes, as many split; on a line with two others fewer, and the figure says so', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  const y = button(page, /^The new point y/);
  const board = (await figure(page).locator('.plane').boundingBox())!;
  const drag = async (x: number, up: number) => {
    const from = (await y.boundingBox())!;
    await page.mouse.move(from.x + 17, from.y + 17);
    await page.mouse.down();
    await page.mouse.move(board.x + (x / 1000) * board.width, board.y + (1 - up / 750) * board.height, { steps: 6 });
    await page.mouse.up();
  };
  await drag(775, 600);
  await expect(lit(page, 'split')).toHaveText('8');
  await expect(lit(page, 'after')).toHaveText('22');
  // points 1 and 2 are (175, 500) and (650, 625)
  await drag(175, 500);
  await expect(lit(page, 'split')).toHaveText('0');
  await expect(figure(page).locator('.story-text')).toContainText('y lies on point 1');
});

test('two to five old points, and a picked parent', async ({ page }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'Old points').fill('2');
  await expect(lit(page, 'after')).toHaveText('8');
  await slider(page, 'Old points').fill('5');
  await expect(lit(page, 'after')).toHaveText('32');
  await parents(page).nth(2).click();
  await expect(figure(page).locator('.story output')).toHaveText('4 of 6: Tilt');
  await page.keyboard.press('ArrowDown');
  await expect(parents(page).nth(3)).toHaveAttribute('aria-pressed', 'true');
});

test('a link restores points and moment in a clean browser; a tampered one falls back', async ({ page, browser }) => {
  await page.goto('./');
  await wake(figure(page));
  await slider(page, 'Old points').fill('3');
  await slider(page, 'The story').fill('3500');
  const told = await figure(page).locator('.story-text').textContent();
  const count = await children(page).count();
  await expect.poll(() => page.url()).toContain('at=3500');
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(figure(other).locator('.story-text')).toHaveText(told!);
  await expect(children(other)).toHaveCount(count);
  await other.goto('about:blank');
  await other.goto('./#v=1&fig=recurrence&points=1.2&at=99999');
  await expect(figure(other).locator('.figure-note').first()).toContainText('“at”');
  await expect(parents(other)).toHaveCount(14);
  await other.context().close();
});
