import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsFromString, bitsToString, countBits, hasBit } from '../bits/bitset';
import { cutPoints } from './bins';
import { fingerprint } from './fingerprint';
import { balancedWeights, guessPositive, labelledRows, labelsOf } from './labels';
import { captureAll, captureOne, literalName, literalsOf } from './literals';
import { parseTable } from './parse';
import { splitRows } from './split';

const TABLE = parseTable('x,c,y\n1,a,yes\n2,b,no\n,a,no\n4,,no\n5,c,yes');

test('quantile cuts are round numbers near the quantiles, each with values on both sides', () => {
  expect(
    cutPoints({ values: Float64Array.from({ length: 100 }, (_, i) => i + 1) }, { kind: 'quantile', cuts: 3 }),
  ).toEqual([25, 50, 75]);
  const fine = Float64Array.from({ length: 1000 }, (_, i) => i / 1000 + 0.0001);
  expect(cutPoints({ values: fine }, { kind: 'quantile', cuts: 1 })).toEqual([0.5]);
  expect(cutPoints({ values: Float64Array.of(1, 1, 1, 2, Number.NaN) }, { kind: 'quantile', cuts: 3 })).toEqual([1]);
  expect(cutPoints({ values: Float64Array.of(Number.NaN) }, { kind: 'quantile', cuts: 3 })).toEqual([]);
});

test('equal widths and own points', () => {
  expect(cutPoints({ values: Float64Array.of(0, 1, 10) }, { kind: 'width', cuts: 4 })).toEqual([2, 4, 6, 8]);
  expect(cutPoints({ values: Float64Array.of(0, 1, 10) }, { kind: 'points', at: [12, 5, 1, 5, -1, 10] })).toEqual([
    1, 5,
  ]);
  expect(() => cutPoints({ values: Float64Array.of(0, 1) }, { kind: 'width', cuts: 0 })).toThrow(RangeError);
});

test('every cut separates known values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 6 }),
      (values, cuts) => {
        const column = Float64Array.from(values);
        for (const kind of ['quantile', 'width'] as const)
          for (const t of cutPoints({ values: column }, { kind, cuts })) {
            expect(values.some((v) => v <= t) && values.some((v) => v > t)).toBe(true);
          }
      },
    ),
  );
});

test('literals capture known values only', () => {
  const captured = (column: string, op: '≤' | '>' | '=' | '≠', value: number | string | null) =>
    bitsToString(captureOne(TABLE, { column, op, value }), TABLE.n);
  expect(captured('x', '≤', 2)).toBe('11000');
  expect(captured('x', '>', 2)).toBe('00011');
  expect(captured('x', '=', 2)).toBe('01000');
  expect(captured('x', '≠', 2)).toBe('10011');
  expect(captured('x', '=', null)).toBe('00100');
  expect(captured('c', '=', 'a')).toBe('10100');
  expect(captured('c', '≠', 'a')).toBe('01001');
  expect(captured('c', '=', null)).toBe('00010');
  expect(captured('c', '=', 'unseen')).toBe('00000');
  expect(captured('c', '≠', 'unseen')).toBe('11101');
  expect(() => captured('c', '≤', 2)).toThrow('has levels');
  expect(() => captured('x', '=', 'a')).toThrow('numeric');
  expect(
    bitsToString(
      captureAll(TABLE, [
        { column: 'x', op: '>', value: 1 },
        { column: 'c', op: '=', value: 'c' },
      ]),
      5,
    ),
  ).toBe('00001');
});

test('a column offers its literals', () => {
  const [x, c] = TABLE.columns;
  expect(literalsOf(x, { cuts: [2] }).map(literalName)).toEqual(['x≤2', 'x>2']);
  expect(literalsOf(c, { notEqual: true, missing: true }).map(literalName)).toEqual([
    'c=a',
    'c=b',
    'c=c',
    'c≠a',
    'c≠b',
    'c≠c',
    'c=missing',
  ]);
});

test('rows without a label are left out', () => {
  expect(labelledRows(TABLE, 'y')).toBe(TABLE);
  const some = labelledRows(TABLE, 'c');
  expect(some.n).toBe(4);
  expect(bitsToString(labelsOf(some, 'c', 'a'), 4)).toBe('1010');
  expect(() => labelledRows(parseTable('p,q\n,1\n?,2'), 'p')).toThrow('column p is empty in every row');
});

test('labels, and what is wrong with them', () => {
  expect(bitsToString(labelsOf(TABLE, 'y', 'yes'), 5)).toBe('10001');
  expect(guessPositive(TABLE, 'y')).toBe('yes');
  expect(guessPositive(parseTable('p,q\nred,1\nblue,2\nred,3'), 'p')).toBe('blue');
  expect(() => labelsOf(TABLE, 'y', 'maybe')).toThrow('no value "maybe", but yes, no');
  expect(() => labelsOf(TABLE, 'c', 'a')).toThrow('row 4 has no label');
  expect(() => labelsOf(parseTable('p,q\nred,1\nred,2'), 'p', 'red')).toThrow('every row');
  expect(() => guessPositive(parseTable('p,q\nr,1\ns,2\nt,3'), 'p')).toThrow('3 values');
});

test('balanced weights are the smallest that make the classes weigh the same', () => {
  expect([...balancedWeights(bitsFromString('110000'), 6)]).toEqual([2, 2, 1, 1, 1, 1]);
  expect([...balancedWeights(bitsFromString('11100'), 5)]).toEqual([2, 2, 2, 3, 3]);
  expect(() => balancedWeights(bitsFromString('000'), 3)).toThrow('one class');
});

test('a split is stratified, complete and repeatable', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[01]{1,80}$/),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.nat(),
      (text, share, seed) => {
        const labels = bitsFromString(text);
        const { train, test: held } = splitRows(labels, text.length, share, seed);
        expect([...train, ...held].sort((a, b) => a - b)).toEqual(Array.from({ length: text.length }, (_, i) => i));
        expect([...held].filter((i) => hasBit(labels, i)).length).toBe(Math.round(countBits(labels) * share));
        expect(splitRows(labels, text.length, share, seed).test).toEqual(held);
      },
    ),
  );
  expect(() => splitRows(bitsFromString('01'), 2, 1, 0)).toThrow(RangeError);
});

test('the fingerprint is SHA-256', async () => {
  const bytes = new TextEncoder().encode('a,b\n1,2\n');
  expect(await fingerprint(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});
