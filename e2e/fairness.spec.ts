import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { wake } from './figure';

const figure = (page: Page) => page.locator('#fairness');
const finding = (page: Page) => figure(page).locator('.finding').textContent();
const marker = (page: Page, name: 'A' | 'B') => figure(page).getByRole('slider', { name: `Model ${name}` });
const cloud = (page: Page) => figure(page).locator('.gap-plane canvas');

async function begin(page: Page): Promise<void> {
  await wake(figure(page));
  await figure(page).locator('.headline').hover();
  await expect(cloud(page).first()).toBeVisible({ timeout: 20_000 });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the cloud, the frontier, two models as accurate with different gaps, and whom they divide', async ({
    page,
  }) => {
    await page.goto('./');
    await expect(figure(page).locator('.headline')).toContainText('2,682 good models');
    await expect(figure(page).locator('.static-dots path').first()).toBeAttached();
    await expect(figure(page).locator('.frontier circle')).toHaveCount(35);
    await expect(figure(page).locator('.model-card')).toHaveCount(2);
    await expect(figure(page).locator('.summary')).toContainText('of those held out');
    await expect(figure(page).locator('.disagree')).toContainText('480 of 2,380 applicants');
  });
});

test('models are stepped by arrow keys and dragged, and their cards follow', async ({ page }) => {
  await page.goto('./');
  await begin(page);
  const card = figure(page).locator('.model-card.B');
  const before = await card.textContent();
  await marker(page, 'B').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await expect(card).not.toHaveText(before!);
  await page.waitForURL(/b=[\d.]+/);
  const stepped = await card.textContent();
  const from = (await marker(page, 'B').locator('.disc').boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x - 120, from.y + 60, { steps: 6 });
  await page.mouse.up();
  await expect(card).not.toHaveText(stepped!);
});

test('a region is drawn, moved by keyboard, and lifted', async ({ page }) => {
  await page.goto('./');
  await begin(page);
  const plot = figure(page).locator('.gap-plane .plot-area');
  await plot.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + 0.1 * box.width, box.y + 0.95 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.4 * box.width, box.y + 0.4 * box.height, { steps: 6 });
  await page.mouse.up();
  const summary = figure(page).locator('.summary');
  await expect(summary).toContainText(/marked models of 2,682/);
  await expect(cloud(page)).toHaveCount(2);
  const drawn = await summary.textContent();
  await figure(page).locator('.region').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(summary).not.toHaveText(drawn!);
  await page.keyboard.press('Escape');
  await expect(summary).toContainText('All 2,682 models');
});

test('metric and groups can be chosen; a table without groups says so', async ({ page }) => {
  await page.goto('./');
  await begin(page);
  await figure(page).getByLabel('the share that is').selectOption('falsePositive');
  await expect(figure(page).locator('.headline')).toContainText('wrongly denied');
  await figure(page).getByLabel('up: groups by').selectOption({ label: 'accuracy instead' });
  await expect(figure(page).locator('.gap-plane .axis-title').last()).toContainText('right, training');
  await figure(page).getByLabel('Table').selectOption('house-votes-84');
  await expect(figure(page).locator('.empty')).toContainText('Congress, 1984 tells of no groups');
  await figure(page).getByLabel('Table').selectOption('german-credit');
  await expect(figure(page).locator('.headline')).toContainText('borrowers of 25 or younger', { timeout: 20_000 });
});

test('a link gives the same models and numbers in a clean browser', async ({ page, browser }) => {
  await page.goto('./#v=1&fig=fairness&data=toronto-arrests&metric=falsePositive&x=1&y=2&brush=100.500.200.800&a=5.7');
  await expect.poll(() => finding(page), { timeout: 20_000 }).toContain('women');
  const said = await finding(page);
  const summary = await figure(page).locator('.summary').textContent();
  expect(summary).toContain('marked models');
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other), { timeout: 20_000 }).toBe(said);
  expect(await figure(other).locator('.summary').textContent()).toBe(summary);
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=fairness&metric=beauty&a=98&brush=1.2.3.4000');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(figure(page).locator('.headline')).toContainText('2,682 good models');
});

test('has no accessibility violation', async ({ page }) => {
  await page.goto('./');
  await begin(page);
  await figure(page).getByRole('button', { name: 'Mark a region' }).click();
  const { violations } = await new AxeBuilder({ page }).include('#fairness').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 120)}`)).toEqual([]);
});
