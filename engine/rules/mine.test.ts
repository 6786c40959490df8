import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsToString, countBits } from '../bits/bitset';
import { captureAll, captureOne, type Literal, literalName } from '../data/literals';
import { parseTable } from '../data/parse';
import type { Table } from '../data/table';
import { type MineOptions, mine, type Ranking, ruleName } from './mine';

const HMDA = parseTable(readFileSync('public/data/hmda.csv', 'utf8'));

/** Three columns of two to three levels, and a label that is never of one class. */
const tables = fc
  .array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('u', 'v'), fc.integer({ min: 0, max: 4 }), fc.boolean()),
    {
      minLength: 2,
      maxLength: 24,
    },
  )
  .filter((rows) => rows.some((r) => r[3]) && rows.some((r) => !r[3]))
  .map((rows) =>
    parseTable(`p,q,r,y\n${rows.map((r) => `${r[0]},${r[1]},${r[2]},${r[3] ? 'yes' : 'no'}`).join('\n')}`),
  );

/** Every subset of the literals that single-literal mining finds, in order of length, then lexicographic. */
function bruteForce(table: Table, literals: Literal[], maxLength: number, least: number): Map<string, Literal[]> {
  const found = new Map<string, Literal[]>();
  const subsets = (length: number, from: number): Literal[][] =>
    length === 0
      ? [[]]
      : literals.slice(from).flatMap((l, i) => subsets(length - 1, from + i + 1).map((rest) => [l, ...rest]));
  for (let length = 1; length <= maxLength; length++)
    for (const subset of subsets(length, 0)) {
      const captured = captureAll(table, subset);
      const count = countBits(captured);
      const key = bitsToString(captured, table.n);
      if (count >= least && count < table.n && !found.has(key)) found.set(key, subset);
    }
  return found;
}

function score(ranking: Ranking, balanced: boolean, table: Table, labels: string, captured: string): number {
  const positives = [...labels].filter((c) => c === '1').length;
  const [wPos, wNeg] = balanced ? [table.n - positives, positives] : [1, 1];
  const tp = [...captured].filter((c, i) => c === '1' && labels[i] === '1').length;
  const fp = [...captured].filter((c, i) => c === '1' && labels[i] === '0').length;
  if (ranking === 'support') return tp + fp;
  return ranking === 'gain' ? wPos * tp - wNeg * fp : (wPos * tp) / (wPos * tp + wNeg * fp);
}

test('mining finds what brute force finds, the shortest and first of each, in order of rank', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('0', '0.1', '1/3', '.5'),
      fc.constantFrom<Ranking>('gain', 'support', 'precision'),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      async (table, maxLength, minSupport, ranking, balanced, rules) => {
        const options: MineOptions = { target: 'y', positive: 'yes', minSupport, ranking, balanced, notEqual: true };
        const least = Math.max(
          1,
          Math.ceil({ '0': 0, '0.1': table.n / 10, '1/3': table.n / 3, '.5': table.n / 2 }[minSupport]!),
        );
        const literals: Literal[] = [];
        for (const column of ['p', 'q', 'r']) {
          const c = table.columns.find((other) => other.name === column)!;
          const offered: Literal[] =
            c.kind === 'categorical'
              ? c.levels.flatMap((value) => [{ column, op: '=' as const, value }])
              : [0, 1, 2, 3, 4].flatMap((value) => [
                  { column, op: '≤' as const, value },
                  { column, op: '>' as const, value },
                ]);
          if (c.kind === 'categorical' && c.levels.length > 2)
            offered.push(
              ...offered
                .filter((l) => countBits(captureOne(table, l)) >= least)
                .map((l) => ({ ...l, op: '≠' as const })),
            );
          literals.push(...offered.filter((l) => countBits(captureOne(table, l)) >= least));
        }
        const bins = { r: { kind: 'points' as const, at: [0, 1, 2, 3, 4] } };
        const mined = await mine(table, { ...options, maxLength, rules, bins });
        const expected = bruteForce(table, literals, maxLength, least);
        const labels = bitsToString(mined.instance.labels, table.n);
        expect(mined.candidates).toBe(expected.size);
        const ranked = [...expected]
          .map(([key, subset], order) => ({
            subset,
            order,
            support: [...key].filter((b) => b === '1').length,
            value: score(ranking, balanced, table, labels, key),
          }))
          .sort((a, b) => b.value - a.value || b.support - a.support || a.order - b.order)
          .slice(0, rules);
        expect(mined.rules.map((r) => ruleName(r.literals))).toEqual(ranked.map((r) => ruleName(r.subset)));
        mined.rules.forEach((rule, j) => {
          const { name, captured } = mined.instance.rules[j];
          expect(name).toBe(rule.literals.map(literalName).join(' ∧ '));
          expect(captured).toEqual(captureAll(table, rule.literals));
          expect(rule.captured).toBe(countBits(captured));
        });
      },
    ),
  );
});

test('protected columns stay out, weights balance the classes', async () => {
  const mined = await mine(HMDA, { target: 'deny', exclude: ['afam'], minSupport: 0.01, rules: 200, balanced: true });
  expect(mined.positive).toBe('yes');
  expect(mined.rules.some((rule) => rule.literals.some((l) => l.column === 'afam' || l.column === 'deny'))).toBe(false);
  expect(mined.instance.weights?.reduce((a, b) => a + b)).toBe(2 * 285 * (2095 / 5));
});

test.each<[Partial<MineOptions>, RegExp]>([
  [{ rules: 1e9 }, /number of rules must be a whole number from 1 to 65535, not 1000000000/],
  [{ rules: 0 }, /number of rules/],
  [{ maxLength: 5 }, /length of a rule/],
  [{ minSupport: 1 }, /least support/],
  [{ minSupport: '-0.1' }, /least support/],
  [{ minSupport: 'many' }, /not a number/],
])('%j is a RangeError', async (options, message) => {
  const failure = mine(HMDA, { target: 'deny', ...options });
  await expect(failure).rejects.toThrow(RangeError);
  await expect(failure).rejects.toThrow(message);
});

test('a table that does not serve is a DataError', async () => {
  await expect(mine(HMDA, { target: 'denied' })).rejects.toThrow('no column "denied"');
  await expect(mine(HMDA, { target: 'deny', exclude: ['race'] })).rejects.toThrow('no column "race"');
  await expect(mine(HMDA, { target: 'unemp' })).rejects.toThrow('say which one is positive');
  await expect(mine(parseTable('a,y\nx,1\nx,0'), { target: 'y', exclude: ['a'] })).rejects.toThrow('no column is left');
});

test('a cancelled job stops with the reason, and progress never falls', async () => {
  const fractions: number[] = [];
  const controller = new AbortController();
  const onProgress = ({ fraction }: { fraction: number }) => {
    fractions.push(fraction);
    if (fraction > 0.4) controller.abort(new Error('enough'));
  };
  await expect(
    mine(HMDA, { target: 'deny', maxLength: 4, minSupport: 0.01 }, { signal: controller.signal, onProgress }),
  ).rejects.toThrow('enough');
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});
