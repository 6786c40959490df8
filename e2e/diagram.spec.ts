import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#diagram');
const small = (page: Page) => figure(page).locator('.small-part .headline strong');
const large = (page: Page) => figure(page).locator('.large-part .headline strong');
const finding = (page: Page) => figure(page).locator('.finding').textContent();
const numberOf = (text: string | null) => Number(text?.replaceAll(',', ''));
const settled = (page: Page) => expect(figure(page).locator('[data-busy="true"]')).toHaveCount(0, { timeout: 45_000 });

async function wake(page: Page): Promise<void> {
  await page.goto('./');
  await figure(page).scrollIntoViewIfNeeded();
  await page.mouse.move(300, 300);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows many rule sets in few states, and 10¹² and more of them counted', async ({ page }) => {
    await page.goto('./');
    const [sets, states] = (await small(page).allTextContents()).map(numberOf);
    expect(sets).toBeGreaterThan(10 * states);
    await expect(figure(page).locator('.states circle')).toHaveCount(states);
    expect(numberOf(await large(page).first().textContent())).toBeGreaterThan(1e12);
    await expect(figure(page).locator('.walk')).toBeAttached();
    await expect(figure(page).locator('.diagram-rules .share').first()).toBeAttached();
  });
});

test('states merge step by step until all rules are decided', async ({ page }) => {
  await wake(page);
  const all = await small(page).allTextContents();
  const slider = figure(page).getByRole('slider', { name: 'Rules decided' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(small(page)).toHaveText(['1', '1']);
  const narration = figure(page).locator('.narration');
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
  await expect(narration).toContainText('merge');
  await page.keyboard.press('ArrowRight');
  await expect(narration).toContainText('skip or take it');
  await expect(figure(page).locator('.child').first()).toBeVisible();
  await page.keyboard.press('End');
  await expect(small(page)).toHaveText(all);
});

test('another order of rules holds the same rule sets in more states', async ({ page }) => {
  await wake(page);
  const [sets, states] = await small(page).allTextContents();
  await figure(page).getByLabel('Decide first').selectOption('precise');
  await expect.poll(async () => numberOf((await small(page).allTextContents())[1])).toBeGreaterThan(numberOf(states));
  expect((await small(page).allTextContents())[0]).toBe(sets);
});

test('a smaller tolerance is read off the same diagram, by slider and by typing', async ({ page }) => {
  await wake(page);
  const count = figure(page).locator('.small-part text.within');
  const before = numberOf(await count.textContent());
  await figure(page).getByRole('slider', { name: 'smaller tolerance', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => numberOf(await count.textContent())).toBeGreaterThan(before);
  await page.keyboard.press('End');
  await expect(count).toHaveText((await small(page).first().textContent())!);
  const field = figure(page).getByLabel('smaller tolerance, θ′ − f*');
  await field.fill('7');
  await expect(figure(page).getByRole('alert')).toContainText('lies between');
});

test('draws come uniformly and their shares approach the exact ones', async ({ page }) => {
  await wake(page);
  const card = figure(page).locator('.walk-card');
  await figure(page).getByRole('button', { name: 'Draw one' }).click();
  await expect(card).toContainText('Draw 2:');
  await settled(page);
  for (let i = 0; i < 5; i++) await figure(page).getByRole('button', { name: 'Draw 100' }).click();
  await expect(card).toContainText('Among 502 draws');
  const off = Number(/further than ([\d.]+) points/.exec((await card.textContent())!)![1]);
  expect(off).toBeLessThan(12);
});

test('a state is picked by pointer and by keyboard and says which ways merge in it', async ({ page }) => {
  await wake(page);
  const card = figure(page).locator('.state-card');
  const before = await card.textContent();
  const cursor = figure(page).getByRole('slider', { name: /State in layer/ });
  await cursor.focus();
  await page.keyboard.press('ArrowDown');
  await expect(card).not.toHaveText(before!);
  await figure(page)
    .locator('.diagram-layers')
    .click({ position: { x: 3, y: 3 } });
  await expect(card).toContainText('before the first rule');
});

test('a large set is compiled here, exactly as in the build', async ({ page }) => {
  await wake(page);
  const built = await large(page).allTextContents();
  await figure(page).getByRole('button', { name: 'Compile it here' }).click();
  await expect(figure(page).locator('.large-part')).toContainText('Here, now: compiled in', { timeout: 45_000 });
  await expect(large(page)).toHaveText(built);
});

test('a compilation can be stopped, and what was shown stays', async ({ page }) => {
  await wake(page);
  const built = await large(page).allTextContents();
  await figure(page).getByLabel('Table').selectOption('hmda');
  await figure(page).getByRole('button', { name: 'Stop' }).click();
  await expect(figure(page).locator('.run-line')).toContainText('Stopped');
  await expect(large(page)).toHaveText(built);
});

test('a set that outgrows its budget says so, and is counted by search', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('./#v=1&fig=diagram&table=hmda&price=0.01');
  await expect(figure(page).locator('.outgrown')).toContainText('Outgrown', { timeout: 100_000 });
  await expect(figure(page).locator('.outgrown')).toContainText(
    'Search, which needs no memory, counts 6,205 rule sets',
  );
});

test('a link restores the state and the numbers in a clean browser', async ({ page, browser }) => {
  await wake(page);
  await figure(page).getByLabel('Decide first').selectOption('narrow');
  await settled(page);
  await figure(page).getByRole('slider', { name: 'smaller tolerance', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await figure(page)
    .getByRole('slider', { name: /State in layer/ })
    .focus();
  await page.keyboard.press('ArrowUp');
  const rules = figure(page).getByRole('slider', { name: 'candidate rules, at most' });
  await rules.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/fig=diagram.*rules=35/);
  await settled(page);
  const seen = [await finding(page), await figure(page).locator('.state-card').textContent()];

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other), { timeout: 45_000 }).toBe(seen[0]);
  await expect(figure(other).locator('.state-card')).toHaveText(seen[1]!);
});

test('a tampered link falls back to the default and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=diagram&within=0.02&order=worst&state=99.1&table=../../etc&rules=1e9&draws=-5');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(small(page).first()).toHaveText('2,124');
});
