import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#search');
const looked = (page: Page) => figure(page).locator('.headline strong');
const finding = (page: Page) => figure(page).locator('.finding').textContent();
const bound = (page: Page, name: string) => figure(page).getByRole('checkbox', { name, exact: true });
const cursor = (page: Page) => figure(page).getByRole('slider', { name: 'Rule set', exact: true });
const settled = (page: Page) => expect(figure(page).locator('[data-busy="true"]')).toHaveCount(0);

async function wake(page: Page): Promise<void> {
  await page.goto('./');
  await figure(page).scrollIntoViewIfNeeded();
  await page.mouse.move(300, 300);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
}

async function toggle(page: Page, name: string): Promise<void> {
  await bound(page, name).focus();
  await page.keyboard.press('Space');
  await settled(page);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the tree, a cut with its numbers, and the cost of every choice of bounds', async ({ page }) => {
    await page.goto('./');
    expect(Number((await looked(page).textContent())?.replace(',', ''))).toBeLessThan(2047);
    await expect(figure(page).locator('.search-drawing .member')).toBeAttached();
    await expect(figure(page).locator('.search-card')).toContainText('Cut by the hierarchical bound');
    await expect(figure(page).locator('.search-card')).toContainText('1,023 longer rule sets');
    await expect(figure(page).locator('.tallies tbody tr')).toHaveCount(8);
    await expect(figure(page).locator('.tallies tbody tr').first()).toContainText('2,047');
  });
});

test('without bounds the search looks at every rule set, and finds the same members', async ({ page }) => {
  await wake(page);
  const members = await figure(page).locator('.fates li').first().textContent();
  for (const name of ['hierarchical', 'look-ahead', 'size']) await toggle(page, name);
  await expect(looked(page)).toHaveText('2,047');
  expect(await figure(page).locator('.fates li').first().textContent()).toBe(members);
  await toggle(page, 'look-ahead');
  await toggle(page, 'equivalent points');
  expect(Number((await looked(page).textContent())?.replace(',', ''))).toBeLessThan(318);
});

test('the table tells what the search then costs', async ({ page }) => {
  await wake(page);
  await expect(figure(page).locator('.tallies .now')).toHaveText((await looked(page).textContent())!);
  await toggle(page, 'equivalent points');
  await expect(figure(page).locator('.tallies .now')).toHaveText((await looked(page).textContent())!);
});

test('a rule set is picked by pointer and by keyboard, and told with its numbers', async ({ page }) => {
  await wake(page);
  const card = figure(page).locator('.search-card');
  const before = await card.textContent();
  await figure(page)
    .locator('.search-drawing')
    .click({ position: { x: 300, y: 170 } });
  await expect(card).not.toHaveText(before!);
  await expect(card).toContainText('/ 2,201');
  const clicked = await card.textContent();
  await cursor(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(card).not.toHaveText(clicked!);
  await page.keyboard.press('Home');
  await expect(card).toContainText('No rule');
  await page.keyboard.press('ArrowDown');
  await expect(card).toContainText('an adult');
});

test('the search is stepped, scrubbed and played only when asked', async ({ page }) => {
  await wake(page);
  const all = await looked(page).textContent();
  await figure(page).getByRole('button', { name: 'One step back' }).click();
  await expect(looked(page)).toHaveText(String(Number(all) - 1));
  const slider = figure(page).getByRole('slider', { name: 'Rule sets looked at' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(looked(page)).toHaveText('0');
  await figure(page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await looked(page).textContent())).toBeGreaterThan(3);
  await figure(page).getByRole('button', { name: 'Pause' }).click();
  const stopped = await looked(page).textContent();
  await page.waitForTimeout(300);
  await expect(looked(page)).toHaveText(stopped!);
});

test('a link restores bounds, step and picked rule set in a clean browser', async ({ page, browser }) => {
  await wake(page);
  await toggle(page, 'equivalent points');
  await figure(page).getByRole('slider', { name: 'tolerance', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  await figure(page).getByRole('button', { name: 'One step back' }).click();
  await cursor(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.waitForURL(/fig=search.*picked=/);
  const [said, card] = [await finding(page), await figure(page).locator('.search-card').textContent()];

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other)).toBe(said);
  await expect(figure(other).locator('.search-card')).toHaveText(card!);
  await expect(looked(other)).toHaveText((await looked(page).textContent())!);
});

test('a picked rule set that is cut away says where', async ({ page }) => {
  await page.goto('./#v=1&fig=search&picked=0.1.2');
  await expect(figure(page).locator('.search-card')).toContainText(
    'never comes to “an adult, or male, or an adult and male”',
  );
});

test('a tampered link falls back to the default and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=search&picked=5.5&lambda=-1&hierarchical=perhaps&step=99999999999999999&x=<img src=x>');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(looked(page)).toHaveText('318');
  await expect(figure(page).locator('img')).toHaveCount(0);
});
