import { expect, test } from 'vitest';
import { mineRules } from '../worker/mine-rules';
import { readTable } from '../worker/read-table';
import { findPublic, miningOf, PUBLIC } from './catalogue';
import type { PublicSource } from './catalogue/types';
import { fingerprint } from './fingerprint';
import { valueAt } from './table';

/** As ProPublica's table: some columns twice, names and dates, cells with commas. */
const HEADER =
  'id,name,age,sex,dob,race,juv_fel_count,decile_score,juv_misd_count,juv_other_count,priors_count,days_b_screening_arrest,c_charge_degree,is_recid,decile_score,score_text,priors_count,two_year_recid';
const row = (days: string, recid: number, degree: string, score: string, again: number, i: number) =>
  `${i},"last, first",${20 + i},Male,1980-01-01,Other,0,${(i % 9) + 1},0,0,${i % 4},${days},${degree},${recid},1,${score},9,${again}`;
const ROWS: readonly [string, number, string, string, kept: boolean][] = [
  ['-30', 0, 'F', 'Low', true],
  ['30', 1, 'M', 'High', true],
  ['-1', 1, 'F', 'Medium', true],
  ['0', 0, 'M', 'Low', true],
  ['-31', 0, 'F', 'Low', false],
  ['31', 0, 'F', 'Low', false],
  ['', 0, 'F', 'Low', false],
  ['1', -1, 'F', 'Low', false],
  ['1', 0, 'O', 'Low', false],
  ['1', 0, 'F', 'N/A', false],
];
const CSV = `${HEADER}\n${ROWS.map(([days, recid, degree, score], i) => row(days, recid, degree, score, i % 2, i)).join('\n')}\n`;

/** The recipe as it would be for these bytes. */
async function recipeFor(text: string): Promise<PublicSource> {
  const bytes = new TextEncoder().encode(text);
  return { ...findPublic('compas')!.source, bytes: bytes.length, sha256: await fingerprint(bytes) };
}

test('ProPublica’s filters and no others are applied, and only what the recipe names is kept', async () => {
  const recipe = await recipeFor(CSV);
  const { table } = await readTable({ source: new Blob([CSV]), recipe });
  expect(table.columns.map(({ name }) => name)).toEqual(recipe.columns);
  const age = table.columns.find(({ name }) => name === 'age')!;
  const kept = ROWS.flatMap(([, , , , is], i) => (is ? [20 + i] : []));
  expect(Array.from({ length: table.n }, (_, i) => valueAt(age, i))).toEqual(kept);
  const priors = table.columns.find(({ name }) => name === 'priors_count')!;
  expect(Array.from({ length: table.n }, (_, i) => valueAt(priors, i))).toEqual(kept.map((a) => (a - 20) % 4));
});

test('another file is refused before it is parsed, whatever it holds', async () => {
  const recipe = await recipeFor(CSV);
  for (const text of [CSV.replace('20,Male', '21,Male'), '%PDF', ''])
    await expect(readTable({ source: new Blob([text]), recipe })).rejects.toThrow(
      'not the file that the recipe was written for',
    );
});

test('every recipe names what its data set speaks of', () => {
  for (const { source, slug, target, columns, leftOut, protected: attributes, portrait } of PUBLIC) {
    expect(source.url).toMatch(/^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[0-9a-f]{40}\//);
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
    const named = [
      target,
      ...Object.keys(leftOut),
      ...attributes.map(({ column }) => column),
      ...portrait.before,
      ...portrait.after,
    ];
    expect([slug, named.filter((name) => !source.columns.includes(name))]).toEqual([slug, []]);
    expect(Object.keys(columns).sort()).toEqual([...source.columns].sort());
  }
});

test('rules are mined of what a recipe gives', async () => {
  const lines = Array.from({ length: 200 }, (_, i) =>
    row(String((i % 60) - 30), i % 2, 'FM'[i % 2], 'Low', Number(i % 3 > 0), i),
  );
  const csv = `${HEADER}\n${lines.join('\n')}\n`;
  const { table } = await readTable({ source: csv, recipe: await recipeFor(csv) });
  const { mined } = await mineRules({ table, mining: miningOf(findPublic('compas')!) });
  expect(mined.rules.length).toBeGreaterThan(0);
});
