import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, type Page, type Route, test } from '@playwright/test';

const figure = (page: Page) => page.locator('#explorer');
const finding = (page: Page) => figure(page).locator('.finding');
const alert = (page: Page) => figure(page).getByRole('alert');
const tab = (page: Page, name: string) => figure(page).locator('.tabs').getByText(name, { exact: true });
const picker = (page: Page) => figure(page).locator('input[type=file]').first();

async function awake(page: Page, link = ''): Promise<void> {
  await page.goto(`./explore/${link}`);
  await page.mouse.move(300, 400);
  await expect(figure(page).locator('[data-alive]')).toBeVisible();
}

async function open(page: Page): Promise<void> {
  await awake(page);
  await figure(page).locator('.headline').hover();
  await expect(figure(page).locator('canvas')).toBeVisible({ timeout: 30_000 });
}

const openText = (page: Page, name: string, text: string) =>
  picker(page).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const lines = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');

/** A stand-in for ProPublica's table, which is not ours to keep here: its columns, some twice, and rows that the filters drop. */
function standIn(): string {
  const header =
    'id,name,age,sex,race,juv_fel_count,decile_score,juv_misd_count,juv_other_count,priors_count,days_b_screening_arrest,c_charge_degree,is_recid,decile_score,score_text,priors_count,two_year_recid';
  return `${header}\n${lines(600, (i) => {
    const again = Number(i % 5 < 2 || (i % 9) * 7 > 40);
    const dropped = i % 6;
    return [
      i,
      '"Doe, J."',
      18 + ((i * 7) % 50),
      i % 4 ? 'Male' : 'Female',
      i % 2 ? 'African-American' : 'Caucasian',
      0,
      1 + (i % 10),
      i % 3,
      0,
      i % 9,
      dropped === 0 ? 31 : dropped === 1 && i % 12 === 1 ? '' : (i % 60) - 30,
      dropped === 2 && i % 12 === 2 ? 'O' : i % 2 ? 'F' : 'M',
      dropped === 3 && i % 12 === 3 ? -1 : again,
      1,
      dropped === 4 && i % 12 === 4 ? 'N/A' : 'Low',
      9,
      again,
    ].join();
  })}\n`;
}
const KEPT = 600 - 100 - 4 * 50;

const REAL = 'c451db85908b2f7fef1d83203bedf6b71ecda0d5af468d82ae62178f91d0cc7d';

test('a public table is fetched when it is asked for, and used only if it is that, bit for bit', async ({ page }) => {
  const text = standIn();
  // The page knows the real table's hash: it is told that of the stand-in, all else is as it is for every reader.
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const hash = createHash('sha256').update(text).digest('hex');
    await route.fulfill({ response, body: (await response.text()).replaceAll(REAL, hash) });
  });
  let answer: (route: Route) => Promise<void> = (route) => route.fulfill({ status: 503 });
  let asked = 0;
  await page.route('https://raw.githubusercontent.com/**', (route) => {
    asked++;
    return answer(route);
  });
  const file = (body: string) => (route: Route) =>
    route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body });
  await awake(page, '#v=1&fig=explorer&data=compas');
  await expect(figure(page)).toContainText('No table is open yet');
  await figure(page).getByText('What is done with the file').click();
  await expect(figure(page).locator('.recipe')).toContainText('scored within 30 days of the arrest');
  expect(asked).toBe(0);
  const said = await finding(page).textContent();
  const fetchIt = figure(page).getByRole('button', { name: /^Fetch it/ });
  await fetchIt.click();
  await expect(alert(page)).toContainText('503');
  answer = (route) => route.abort('connectionrefused');
  await fetchIt.click();
  await expect(alert(page)).toContainText('could not be reached');
  await page.context().setOffline(true);
  await fetchIt.click();
  await expect(alert(page)).toContainText('You are offline');
  await page.context().setOffline(false);
  answer = file(text.replace('18,Female', '19,Female'));
  await fetchIt.click();
  await expect(alert(page)).toContainText('not the file that the recipe was written for');
  expect(await finding(page).textContent()).toBe(said);
  answer = file(text);
  await fetchIt.click();
  await expect(finding(page)).toContainText('COMPAS');
  await expect(alert(page)).toHaveCount(0);
  await expect(figure(page)).toContainText(`${KEPT} people arrested`);
  await tab(page, 'Take away').click();
  await expect(figure(page).getByRole('region', { name: 'The command' })).toContainText(
    'mine compas-scores-two-years.csv',
  );
  await tab(page, 'Columns').click();
  for (const name of ['Prior charges', 'COMPAS score'])
    await expect(figure(page).getByRole('checkbox', { name, exact: true })).toBeVisible();
  await expect(figure(page).locator('.column-list li')).toHaveCount(11);
});

test('tables that cannot be used are refused with a sentence that says what and where, and nothing is lost', async ({
  page,
}, info) => {
  await open(page);
  const said = await finding(page).textContent();
  const huge = info.outputPath('huge.csv');
  writeFileSync(huge, '');
  truncateSync(huge, 2_100_000_000);
  await picker(page).setInputFiles(huge);
  await expect(alert(page)).toContainText('2,100 MB; at most 300 MB');
  const cases: [name: string, text: string, sentence: string][] = [
    ['ragged', 'a,b,c\n1,2,3\n4,5\n', 'line 3: 2 cells, but the header has 3'],
    ['twice', 'a,b,a\n1,2,3\n', 'columns 1 and 3 are both called "a"'],
    ['numbers', '1,2\n3,4\n', 'put a line of names before it'],
    ['column', 'a\n1\n2\n', 'only one column'],
    ['class', `a,y\n${lines(30, (i) => `${i / 7},no`)}\n`, 'nothing to tell apart'],
    ['columns', `${lines(10_000, (i) => `c${i}`).replaceAll('\n', ',')}\n`, '10,000 columns; at most 1,000'],
    ['pdf', '%PDF-1.7\n', 'PDF'],
    ['nul', 'a,b\n\0,1\n', 'line 2: there is a NUL character'],
    ['quote', 'a,b\n1,"2\n3,4\n', 'not closed'],
    ['empty', '', 'empty'],
    ['nothing', `a,y\n${lines(30, () => ',')}\n`, 'y is empty in every row'],
  ];
  for (const [name, text, sentence] of cases) {
    await openText(page, `${name}.csv`, text);
    await expect(alert(page)).toContainText(sentence);
    expect(await finding(page).textContent()).toBe(said);
  }
  await openText(page, 'fifty.csv', `a,target\n${lines(500, (i) => `${i % 13},t${i % 50}`)}\n`);
  await expect(alert(page)).toContainText('target has 50 values: choose which one is “yes”');
  await figure(page).getByLabel('The answer “yes” is').selectOption('t7');
  await expect(finding(page)).toContainText('fifty.csv');
});

/** Names and cells that would like to be more, dates in two orders, rows without a label, an empty column. */
const ODD = `<img src=x onerror=alert(1)>,since,=cmd,void,y\n${lines(
  240,
  (i) =>
    `${i % 13},${1 + (i % 12)}/${1 + (i % 9)}/${2010 + (i % 9)},${['=1+1', '-x', '@z'][i % 3]},,${i % 40 === 0 ? '' : i % 12 < 5 ? '<b>yes</b>' : 'no'}`,
)}\n`;

test('odd tables are used: dates, markup, formulas, rows without a label', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    return dialog.dismiss();
  });
  await open(page);
  await openText(page, 'odd.csv', ODD);
  await expect(finding(page)).toContainText('odd.csv');
  await expect(figure(page)).toContainText('6 more have no y and are left out');
  const columns = figure(page).locator('.column-list');
  await expect(columns).toContainText('void is empty');
  await expect(columns.locator('img')).toHaveCount(0);
  expect(dialogs).toBe(0);

  // Dates: guessed, doubted, told otherwise, cut where the reader wants.
  await expect(columns).toContainText('Every date could be two: read with the month first');
  await columns.getByLabel('Type of since').selectOption('dmy');
  await expect(columns).not.toContainText('Every date could be two');
  const since = columns.locator('li', { hasText: 'since' });
  await expect(since.locator('svg')).toHaveAttribute('aria-label', /From 2010-.* cut at 20/);
  await since.getByLabel('own cuts').fill('2014-12-31; 2040-01-01');
  await expect(alert(page)).toContainText('leaves nothing on one side');
  await since.getByLabel('own cuts').fill('2014-12-31');
  await since.getByLabel('own cuts').blur();
  await expect(since.locator('svg')).toHaveAttribute('aria-label', /cut at 2014-12-31$/);
  // A type that does not fit says where, and can be taken back.
  await columns.getByLabel('Type of =cmd').selectOption('numeric');
  await expect(alert(page)).toContainText('line 2: "=1+1" in column =cmd is not a number');
  await columns.getByLabel('Type of =cmd').selectOption('categorical');
  await expect(alert(page)).toHaveCount(0);
  await expect(figure(page).locator('[data-busy=true]')).toHaveCount(0);

  // Numbers cut elsewhere are shown where they are cut.
  await figure(page).getByText('Which are best, cuts, held-out rows').click();
  await figure(page).getByLabel('Numbers are cut at').selectOption('width.3');
  const marked = columns.locator('li', { hasText: 'onerror' }).locator('svg');
  await expect(marked).toHaveAttribute('aria-label', 'From 0 to 12, cut at 3, 6, 9');

  await figure(page).locator('.figure-tools').getByText('Data', { exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure(page).getByRole('button', { name: 'Numbers as CSV' }).click(),
  ]);
  const [head, ...rows] = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(head).toMatch(/^rules,accuracy,objective,size/);
  expect(rows.some((row) => row.includes('=cmd='))).toBe(true);
  for (const row of rows) expect(row).not.toMatch(/^"?[=+\-@]/);
});
