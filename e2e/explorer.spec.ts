import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#explorer');
const headline = (page: Page) => figure(page).locator('.headline strong');
const finding = (page: Page) => figure(page).locator('.finding');
const tab = (page: Page, name: string) => figure(page).getByText(name, { exact: true });

const countShown = async (page: Page): Promise<number> =>
  Number((await headline(page).textContent())!.replaceAll(',', ''));

/** Opens the explorer and waits for the engine's first answer. */
async function open(page: Page, link = ''): Promise<void> {
  await page.goto(`./explore/${link}`);
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
  await figure(page).locator('.headline').hover();
  await expect(figure(page).locator('canvas')).toBeVisible({ timeout: 30_000 });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows a Rashomon set, two of its models, and on whom they disagree', async ({ page }) => {
    await page.goto('./explore/');
    expect(await countShown(page)).toBeGreaterThan(1000);
    await expect(figure(page).locator('.static-dots path').first()).toBeAttached();
    await expect(figure(page).locator('.model-card')).toHaveCount(2);
    await expect(figure(page)).toContainText('They disagree on');
  });
});

test('the engine in the worker repeats the numbers of the build', async ({ page }) => {
  await page.goto('./explore/');
  const before = await finding(page).textContent();
  await open(page);
  expect(await finding(page).textContent()).toBe(before);
});

test('another table, by keyboard, brings its own rules, models and people', async ({ page }) => {
  await open(page);
  await figure(page).getByLabel('Table').selectOption('house-votes-84');
  await expect(finding(page)).toContainText('Congress, 1984');
  await expect(figure(page).locator('.model-card').first()).toContainText('called a Republican');
  await figure(page).getByRole('slider', { name: 'worse by at most' }).focus();
  const before = await countShown(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => countShown(page)).toBeGreaterThan(before);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => countShown(page)).toBeLessThan(before);
});

test('models are picked by mouse and by keyboard', async ({ page }) => {
  await open(page);
  const a = figure(page).getByRole('slider', { name: 'Model A' });
  const card = figure(page).locator('.model-card.A ul');
  const first = await card.textContent();
  await a.focus();
  await page.keyboard.press('ArrowUp');
  await expect(card).not.toHaveText(first!);
  const second = await card.textContent();
  const box = (await figure(page).locator('.catcher').boundingBox())!;
  await page.mouse.click(box.x + 0.6 * box.width, box.y + 0.5 * box.height);
  await expect(card).not.toHaveText(second!);
});

test('a link restores the whole state, the two models included, in another browser', async ({ page, browser }) => {
  await open(page, '#v=1&fig=explorer&data=titanic-2201&epsilon=0.015');
  await expect(finding(page)).toContainText('The Titanic');
  await figure(page).getByLabel('Across').selectOption('size');
  await figure(page).getByRole('slider', { name: 'Model B' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/b=[\d.]+/);
  const said = await finding(page).textContent();
  const cards = await figure(page).locator('.cards').textContent();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(finding(other)).toHaveText(said!, { timeout: 30_000 });
  await expect(figure(other).locator('.cards')).toHaveText(cards!);
  await expect(figure(other).getByLabel('Across')).toHaveValue('size');
  await other.context().close();
});

test('a tampered link falls back, says so, and breaks nothing', async ({ page }) => {
  await open(
    page,
    '#v=1&fig=explorer&data=nope&epsilon=-1&lambda=0,5&rules=1000000000&support=0&without=ghost&group=ghost%3D1&a=400',
  );
  const note = figure(page).locator('.figure-note').first();
  for (const key of ['data', 'epsilon', 'lambda', 'rules']) await expect(note).toContainText(key);
  await expect(figure(page)).toContainText('no column “ghost” to leave out');
  await expect(figure(page)).toContainText('nobody with “ghost=1”');
  await expect(figure(page)).toContainText('another was picked');
  expect(await countShown(page)).toBeGreaterThan(0);
});

test('typed nonsense is refused with a sentence, and nothing is lost', async ({ page }) => {
  await open(page);
  const said = await finding(page).textContent();
  for (const [label, text, sentence] of [
    ['worse by at most, ε', '-0.01', 'ε is 0 or more'],
    ['price of a rule, λ', 'cheap', 'λ is a decimal'],
    ['rules to choose from, m', '1000000000', 'At most 500 rules'],
    ['captures at least a share, s', '0', 'more than 0'],
    ['captures at least a share, s', '1', 'less than 1'],
  ]) {
    const field = figure(page).getByRole('textbox', { name: label });
    await field.fill(text);
    await expect(figure(page).getByRole('alert')).toContainText(sentence);
    await field.blur();
  }
  expect(await finding(page).textContent()).toBe(said);
});

test('a target of many values asks which one is yes, and the last answer stays', async ({ page }) => {
  await open(page);
  const said = await finding(page).textContent();
  await tab(page, 'Target and groups').click();
  await figure(page).getByLabel('What to predict').selectOption('duration');
  await expect(figure(page).getByRole('alert')).toContainText('choose which one is “yes”');
  expect(await finding(page).textContent()).toBe(said);
  await figure(page).getByLabel('The answer “yes” is').selectOption('24');
  await expect(figure(page).getByRole('alert')).toBeHidden();
});

test('a long search tells how far it is and can be stopped', async ({ page }) => {
  await open(page);
  const said = await countShown(page);
  const price = figure(page).getByRole('textbox', { name: 'price of a rule, λ' });
  await price.fill('0');
  await expect(figure(page)).toContainText('a rule costs nothing');
  await figure(page).getByRole('button', { name: 'Stop' }).click();
  await expect(figure(page)).toContainText('Stopped');
  expect(await countShown(page)).toBe(said);
  await price.fill('0.01');
  await expect(figure(page).getByText('Stopped')).toBeHidden();
});

for (const width of [320, 390, 820, 1440])
  test(`nothing sticks out of the explorer at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./explore/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

/** A table of nobody: people who sell leave, and one column knows it beforehand. */
function ownTable(rows = 300): string {
  const lines = ['id,"job, now",age,sex,leaked,left'];
  for (let i = 0; i < rows; i++) {
    const job = ['clerk', '"sales, field"', 'nurse'][i % 3];
    const left = (i % 3 === 1 && i % 5 !== 0) || i % 11 === 0;
    lines.push(
      `${i + 1},${job},${20 + ((i * 7) % 45)},${i % 2 ? 'female' : 'male'},${left ? 'gone' : 'here'},${left ? 'yes' : 'no'}`,
    );
  }
  return lines.join('\n');
}

const openFile = (page: Page, name: string, text: string | Buffer) =>
  figure(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text as string) });

test("a table of one's own gives an answer at once, guesses the target, and distrusts what tells it", async ({
  page,
}) => {
  await open(page);
  await openFile(page, 'firm.csv', ownTable());
  await expect(finding(page)).toContainText('firm.csv');
  await expect(figure(page).getByLabel('What to predict')).toHaveValue('left');
  await expect(figure(page).locator('.column-list')).toContainText('leaked alone tells the label');
  await expect(figure(page).getByRole('checkbox', { name: 'leaked' })).not.toBeChecked();
  await expect(figure(page).getByRole('checkbox', { name: 'id', exact: true })).not.toBeChecked();
  await expect(page).toHaveURL(/file=[0-9a-f]{16}/);
  await figure(page).locator('.tabs').getByText('Compare').click();
  await expect(figure(page).locator('.model-card.A')).toContainText('“job, now” is “sales, field”');
});

test('a pasted table is read, too, and a broken one says where it is broken', async ({ page }) => {
  await open(page);
  await figure(page).getByLabel('Table', { exact: true }).selectOption('own');
  await tab(page, 'or paste one').click();
  const field = figure(page).getByLabel('Table as text');
  await field.fill('a,b,c\n1,2,3\n4,5\n');
  await figure(page).getByRole('button', { name: 'Use it' }).click();
  await expect(figure(page).getByRole('alert')).toContainText('line 3');
  await field.fill(ownTable(90).replaceAll(',', ','));
  await figure(page).getByRole('button', { name: 'Use it' }).click();
  await expect(finding(page)).toContainText('pasted table');
  await expect(figure(page).getByRole('alert')).toBeHidden();
});

test("a link about a table of one's own carries no data, and asks for the table", async ({ page, browser }) => {
  await open(page);
  await openFile(page, 'firm.csv', ownTable());
  await expect(finding(page)).toContainText('firm.csv');
  await figure(page).getByRole('textbox', { name: 'worse by at most, ε' }).fill('0.035');
  await expect(page).toHaveURL(/epsilon=0.035/);
  await expect(figure(page).locator('.headline')).toContainText('0.035');
  const said = await finding(page).textContent();
  expect(page.url()).not.toContain('sales');
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(figure(other)).toContainText('its fingerprint');
  await openFile(other, 'firm.csv', ownTable());
  await expect(finding(other)).toHaveText(said!);
  const third = await (await browser.newContext()).newPage();
  await third.goto(page.url());
  await expect(figure(third)).toContainText('its fingerprint');
  await openFile(third, 'firm.csv', ownTable(290));
  await expect(figure(third)).toContainText('not the table that the link was made with');
});

test('a filter shows some models, and choices stay among them', async ({ page }) => {
  await open(page);
  await tab(page, 'Show only some').click();
  await figure(page).locator('.filters').getByLabel('Rules').selectOption('3');
  await expect(figure(page).locator('.filters summary')).toContainText(/Showing [\d,]+ of 2,879/);
  await figure(page).getByRole('button', { name: 'smallest gap' }).click();
  await expect(page).toHaveURL(/a=\d/);
  await expect(figure(page).locator('.model-card.A')).toContainText(/[123] rules?,/);
  await figure(page).locator('.chooser').getByText('B', { exact: true }).click();
  const before = await figure(page).locator('.model-card.B').textContent();
  await figure(page).getByRole('button', { name: 'most unlike A' }).click();
  await expect(figure(page).locator('.model-card.B')).not.toHaveText(before!);
});

test('people, features, rules and code are a tab away, and a banned rule is in no model', async ({ page }) => {
  await open(page);
  await tab(page, 'People').click();
  await expect(figure(page).locator('.panel .people li').first()).toContainText('A says');
  await tab(page, 'Features').click();
  await expect(figure(page).locator('.feature-range').first()).toContainText('to');
  await figure(page).getByRole('button', { name: 'without' }).first().click();
  await expect(figure(page).locator('.filters summary')).toContainText('Showing');
  await figure(page).locator('.tabs').getByText('Take away').click();
  await tab(page, 'Python').click();
  await expect(figure(page).getByRole('region', { name: 'The model' })).toContainText('def predict(row)');
  await expect(figure(page).getByRole('region', { name: 'The command' })).toContainText(
    'ers -- mine public/data/german-credit.csv',
  );
  await figure(page).locator('.tabs').getByText('Rules').click();
  const ban = figure(page).locator('.rule-table').getByRole('button', { name: 'Ban: ' }).first();
  const name = (await ban.getAttribute('aria-label'))!.replace('Ban: ', '');
  await ban.click();
  await expect(figure(page).locator('.banned')).toContainText(name);
  await expect(figure(page).locator('.rule-table').getByLabel(`Ban: ${name}`, { exact: true })).toHaveCount(0);
});

test('the open explorer has no accessibility violation', async ({ page }) => {
  await open(page);
  await tab(page, 'Target and groups').click();
  await tab(page, 'Which are best, cuts, held-out rows').click();
  await tab(page, 'Show only some').click();
  for (const name of ['Compare', 'People', 'Features', 'Rules', 'Columns', 'Take away']) {
    await figure(page).locator('.tabs').getByText(name, { exact: true }).click();
    await expect(figure(page).locator('[data-busy=true]')).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page }).include('#explorer').analyze();
    expect(violations.map((v) => `${name} ${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([]);
  }
});
