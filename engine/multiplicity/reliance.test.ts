import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasBit } from '../bits/bitset';
import { captureAll, type Literal } from '../data/literals';
import { parseTable } from '../data/parse';
import { type Column, type Table, takeRows } from '../data/table';
import type { ModelList } from '../ers/model-list';
import { applyRules } from '../rules/apply';
import { mine } from '../rules/mine';
import { reliance } from './reliance';

const tables = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c', ''),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('u', 'v'),
      fc.boolean(),
    ),
    {
      minLength: 3,
      maxLength: 20,
    },
  )
  .filter((rows) => rows.some((r) => r[3]) && rows.some((r) => !r[3]) && new Set(rows.map((r) => r[1])).size > 2)
  .map((rows) =>
    parseTable(`p,q,r,y\n${rows.map((r) => `${r[0]},${r[1]},${r[2]},${r[3] ? 'yes' : 'no'}`).join('\n')}`),
  );

/** The table with one column's value in row i taken from row j. */
function swap(table: Table, name: string, i: number, j: number): Table {
  const columns = table.columns.map((c): Column => {
    if (c.name !== name) return c;
    if (c.kind === 'numeric') return { ...c, values: c.values.with(i, c.values[j]) };
    return { ...c, codes: c.codes.with(i, c.codes[j]) };
  });
  return { n: table.n, columns };
}

test('reliance is the mean over all pairs of different points', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.boolean(),
      fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 4 }), { maxLength: 4 }),
      async (table, balanced, picks) => {
        const mined = await mine(table, {
          target: 'y',
          positive: 'yes',
          minSupport: 0,
          maxLength: 2,
          rules: 8,
          balanced,
        });
        const models = picks.map((pick) => pick.filter((j) => j < mined.rules.length).sort((a, b) => a - b));
        const list: ModelList = {
          length: models.length,
          starts: Uint32Array.from([0, ...models.map((_, k) => models.slice(0, k + 1).flat().length)]),
          rules: Uint16Array.from(models.flat()),
          mistakes: new Float64Array(models.length),
        };
        const { instance } = mined;
        const { columns, original, switched } = await reliance(list, instance, mined.rules, table);
        const weight = (i: number) => instance.weights?.[i] ?? 1;
        const W = Array.from({ length: table.n }, (_, i) => weight(i)).reduce((a, b) => a + b);
        const wrong = (t: Table, literals: Literal[][], i: number) =>
          Number(literals.some((rule) => hasBit(captureAll(t, rule), i)) !== hasBit(instance.labels, i)) * weight(i);
        models.forEach((model, k) => {
          const literals = model.map((j) => [...mined.rules[j].literals]);
          let errors = 0;
          for (let i = 0; i < table.n; i++) errors += wrong(table, literals, i);
          expect(original[k]).toBeCloseTo(errors / W, 12);
          columns.forEach((column, f) => {
            let total = 0;
            for (let i = 0; i < table.n; i++)
              for (let j = 0; j < table.n; j++) if (i !== j) total += wrong(swap(table, column, i, j), literals, i);
            expect(switched[f][k]).toBeCloseTo(total / (table.n - 1) / W, 12);
          });
        });
      },
    ),
    { numRuns: 25 },
  );
});

test('rules are applied to other rows of the same table', async () => {
  const table = parseTable('p,q,y\na,1,yes\nb,2,no\na,3,no\nb,4,yes\na,5,yes');
  const mined = await mine(table, { target: 'y', minSupport: 0, balanced: true });
  const held = applyRules(mined, takeRows(table, [4, 1, 0]));
  expect(held.n).toBe(3);
  expect([...held.weights!]).toEqual([1, 2, 1]);
  mined.instance.rules.forEach((rule, j) => {
    expect([0, 1, 2].map((i) => hasBit(held.rules[j].captured, i))).toEqual(
      [4, 1, 0].map((i) => hasBit(rule.captured, i)),
    );
  });
  expect(() => applyRules(mined, takeRows(table, [0, 4]))).toThrow('every row');
});
