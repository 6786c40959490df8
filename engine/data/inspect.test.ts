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
