import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#race');
const finding = (page: Page) => figure(page).locator('.finding');
const run = (page: Page) => figure(page).getByRole('button', { name: 'Run the race here' });

async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await figure(page).scrollIntoViewIfNeeded();
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the work of four ways to one count is drawn, and the ratio is told', async ({ page }) => {
    await page.goto('./');
    expect(Number.parseFloat((await figure(page).locator('.headline strong').textContent())!)).toBeGreaterThan(10);
    for (const name of ['brute force', 'BB-enum', 'depth first', 'compiled', 'models counted'])
      await expect(figure(page).locator('.line-name', { hasText: name })).toBeAttached();
  });
});

test('the race is run, all counts agree, and the table can be copied', async ({ page, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#v=1&fig=race&rules=20&limit=1');
  await run(page).click();
  await expect(run(page)).toBeVisible({ timeout: 90_000 });
  await expect(figure(page).locator('.race-table tbody tr')).toHaveCount(3);
  await expect(figure(page).locator('.race-table thead')).toContainText('This page, all threads');
  await expect(figure(page).locator('.headline')).toContainText('as long');
  await expect(figure(page).locator('.problem')).toHaveCount(0);
  await figure(page).getByRole('button', { name: 'Copy the table' }).click();
  await expect(figure(page).getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('| 20 |');
  expect(copied).toContain('Browser:');
});

test('general solvers are loaded on request only, count the same sets, and can be stopped', async ({ page }) => {
  test.setTimeout(180_000);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\.wasm|minizinc|cp_sat/.test(request.url())) asked.push(request.url());
  });
  await open(page, '#v=1&fig=race&rules=15&limit=30');
  await figure(page).getByText('Gecode, ').click();
  await figure(page).getByText('CP-SAT, ').click();
  expect(asked).toEqual([]);
  await run(page).click();
  await expect(run(page)).toBeVisible({ timeout: 150_000 });
  const head = figure(page).locator('.race-table thead');
  await expect(head).toContainText('Gecode');
  await expect(head).toContainText('CP-SAT');
  await expect(figure(page).locator('.problem')).toHaveCount(0);
  await expect(figure(page).locator('.reading')).toContainText('as long');
  await run(page).click();
  await figure(page).getByRole('button', { name: 'Stop' }).click();
  await expect(run(page)).toBeVisible();
});

test('another table is prepared, by keyboard, and a reset brings the first back', async ({ page }) => {
  await open(page);
  const built = await finding(page).textContent();
  await figure(page).getByLabel('Table').focus();
  await figure(page).getByLabel('Table').selectOption('titanic');
  await expect(finding(page)).toContainText('The Titanic', { timeout: 60_000 });
  await figure(page).getByLabel('rules, up to').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(finding(page)).toContainText('25 rules');
  await figure(page).getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(finding(page)).toHaveText(built!);
});

test('a link restores the state and the numbers in a clean browser', async ({ page, browser }) => {
  await open(page, '#v=1&fig=race&course=titanic&rules=18&limit=10&gecode=on');
  await expect(finding(page)).toContainText('18 rules', { timeout: 60_000 });
  const told = await finding(page).textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect.poll(() => finding(other).textContent(), { timeout: 60_000 }).toBe(told);
  await expect(figure(other).getByRole('checkbox', { name: /Gecode/ })).toBeChecked();
});

test('a tampered link falls back and says so', async ({ page }) => {
  await page.goto('./#v=1&fig=race&course=moon&rules=33&limit=0&gecode=maybe');
  await expect(figure(page).locator('.figure-note').first()).toContainText('fell back to the default');
  await expect(finding(page)).toContainText('Congress, 1984');
});
