import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countBits } from '../bits/bitset';
import { CATALOGUE, findDataset, miningOf } from '../data/catalogue';
import { captureAll } from '../data/literals';
import { parseTable } from '../data/parse';
import { mine } from './mine';
import { literalWords, personWords, ruleWords } from './words';

const load = (file: string, types = {}) => parseTable(readFileSync(`public/data/${file}`, 'utf8'), { types });

describe.each(CATALOGUE.map((dataset) => [dataset.slug, dataset] as const))('%s', (_, dataset) => {
  const table = load(dataset.file, dataset.types);

  test('every column has words, and only those', () => {
    expect(Object.keys(dataset.columns).sort()).toEqual(table.columns.map((c) => c.name).sort());
  });

  test('the groups of an attribute are disjoint, not empty, and cover everybody', () => {
    for (const { groups } of dataset.protected) {
      const sizes = groups.map((group) => countBits(captureAll(table, group.literals)));
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(sizes.reduce((a, b) => a + b)).toBe(table.n);
    }
  });

  test('every default rule can be said in words', async () => {
    const mined = await mine(table, miningOf(dataset));
    expect(mined.rules.length).toBeGreaterThan(10);
    for (const { literals } of mined.rules)
      for (const literal of literals) {
        const fallback = literalWords(literal, {}).slice(literal.column.length);
        expect(literalWords(literal, dataset.columns)).not.toContain(fallback);
        expect(ruleWords(literals, dataset.columns)).not.toMatch(/[{}]|undefined|NaN/);
      }
  });

  test('every person can be described', () => {
    for (let row = 0; row < table.n; row += 97) expect(personWords(table, row, dataset)).toMatch(/^an? [\w-].*[^ ]$/);
  });
});

test('rules and people in words', () => {
  const hmda = findDataset('hmda')!;
  expect(
    ruleWords(
      [
        { column: 'phist', op: '=', value: 'yes' },
        { column: 'chist', op: '>', value: 2 },
        { column: 'pirat', op: '>', value: 0.37 },
      ],
      hmda.columns,
    ),
  ).toBe('a public record of bad credit, more than two slow payments or worse, and debt payments above 37% of income');
  const table = load(hmda.file);
  expect(personWords(table, 0, hmda)).toBe(
    "an applicant with debt payments of 22% of income, a loan of 80% of the home's value, payments 60 days overdue, no mortgage history and no public record of bad credit",
  );
  expect(personWords(load('rossi-recidivism.csv'), 1, findDataset('rossi-recidivism')!)).toMatch(
    /^an unmarried 18-year-old Black man with 8 prior/,
  );
});

test('columns without words still read', () => {
  expect(
    ruleWords([
      { column: 'age', op: '≤', value: 25 },
      { column: 'job', op: '≠', value: 'clerk' },
      { column: 'town', op: '=', value: null },
    ]),
  ).toBe('age is at most 25, job is not clerk and town is missing');
});

test('an unknown slug finds nothing', () => {
  expect(findDataset('iris')).toBeUndefined();
});
