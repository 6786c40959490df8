import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue';
import { inspectTable } from './inspect';
import { labelsOf } from './labels';
import { parseTable } from './parse';

const rows = Array.from({ length: 100 }, (_, i) => ({
  id: `p${i}`,
  copy: i % 4 === 0 ? 'A' : 'B',
  score: i % 4 === 0 ? 50 + i : i / 10,
  same: 'x',
  rare: i < 30 ? i : '',
  fair: i % 7,
  y: i % 4 === 0 ? 'yes' : 'no',
}));
const csv = (list: typeof rows) =>
  [Object.keys(list[0]), ...list.map((r) => Object.values(r))].map((r) => r.join(',')).join('\n');

test('leaks, identifiers, constants and holes are named', () => {
  const table = parseTable(csv(rows));
  const warnings = inspectTable(table, 'y', labelsOf(table, 'y', 'yes'));
  expect(warnings.map((w) => [w.column, w.concern])).toEqual([
    ['id', 'identifier'],
    ['copy', 'leak'],
    ['score', 'leak'],
    ['same', 'constant'],
    ['rare', 'mostly missing'],
    ['rare', 'identifier'],
  ]);
  expect(warnings[1].message).toBe('copy alone tells the label in 100 of 100 rows: was it known beforehand?');
});

test('amounts and dates that are all different are no identifiers; numbers of rows are, in any order', () => {
  const text = Array.from({ length: 90 }, (_, i) => {
    const shuffled = (i * 37) % 90;
    const day = new Date(Date.UTC(2020, 0, 1 + shuffled)).toISOString().slice(0, 10);
    return [20000 + shuffled * 613, day, shuffled, 7 + i * i, 900000 + shuffled * 3571, i % 4 ? 'no' : 'yes'].join();
  });
  const table = parseTable(`income,since,place,rising,customer_id,y\n${text.join('\n')}`);
  const warnings = inspectTable(table, 'y', labelsOf(table, 'y', 'yes'));
  expect(warnings.map(({ column, concern }) => [column, concern])).toEqual([
    ['place', 'identifier'],
    ['rising', 'identifier'],
    ['customer_id', 'identifier'],
  ]);
});

test('a tiny class is named', () => {
  const table = parseTable(csv(rows.slice(0, 40)));
  expect(inspectTable(table, 'y', labelsOf(table, 'y', 'yes'))[0]).toEqual({
    concern: 'tiny class',
    column: 'y',
    message: 'only 10 of 40 rows are of the rarer class of y',
  });
});

test('the bundled data sets are above suspicion', () => {
  for (const dataset of CATALOGUE) {
    const table = parseTable(readFileSync(`public/data/${dataset.file}`, 'utf8'), { types: dataset.types });
    expect(inspectTable(table, dataset.target, labelsOf(table, dataset.target, dataset.positive))).toEqual([]);
  }
});
