import { expect, test } from 'vitest';
import { binomial, countAffineDichotomies, countDichotomies, countRow, countTable } from './counting';

const bySum = (n: number, d: number) => {
  let sum = 0n;
  for (let k = 0; k < d; k++) sum += binomial(n - 1, k);
  return 2n * sum;
};

test('lines in the plane: N(N−1)+2', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((n) => countDichotomies(n, 3))).toEqual([2n, 4n, 8n, 14n, 22n, 32n, 44n, 58n]);
  for (let n = 1; n < 60; n++) expect(countAffineDichotomies(n, 2)).toBe(BigInt(n * (n - 1) + 2));
});

test('C(8,4) = 128, homogeneous d = 2 gives 2N, C(N,d) = 2^N up to N = d and less beyond', () => {
  expect(countDichotomies(8, 4)).toBe(128n);
  for (let n = 1; n < 30; n++) {
    expect(countDichotomies(n, 2)).toBe(BigInt(2 * n));
    for (let d = n; d < 35; d++) expect(countDichotomies(n, d)).toBe(1n << BigInt(n));
    for (let d = 0; d < n; d++) expect(countDichotomies(n, d)).toBeLessThan(1n << BigInt(n));
  }
});

test('sum, row, table and recurrence agree; half of all labellings at N = 2d', () => {
  const table = countTable(40, 30);
  for (let n = 1; n <= 40; n++) {
    expect(countRow(n, 30)).toEqual(table[n - 1]);
    for (let d = 0; d <= 30; d++) expect(table[n - 1][d]).toBe(bySum(n, d));
    for (let d = 0; d <= 30; d++) expect(countDichotomies(n, d)).toBe(bySum(n, d));
  }
  for (let d = 1; d <= 60; d++) expect(2n * countDichotomies(2 * d, d)).toBe(1n << BigInt(2 * d));
});

test('exact at ten thousand, in well under a second', () => {
  const start = performance.now();
  const c = countDichotomies(10_000, 4_000);
  expect(performance.now() - start).toBeLessThan(500);
  expect(c + countDichotomies(10_000, 6_000)).toBe(1n << 10_000n);
  expect(countDichotomies(10_001, 4_001)).toBe(countDichotomies(10_000, 4_001) + c);
  expect(countDichotomies(10_000, 10_000)).toBe(1n << 10_000n);
});

test('bad input is named', () => {
  expect(() => countDichotomies(0, 3)).toThrow('points must be an integer from 1, not 0');
  expect(() => countDichotomies(3, -1)).toThrow('dimension');
  expect(() => countDichotomies(2.5, 2)).toThrow('2.5');
  expect(countDichotomies(5, 0)).toBe(0n);
});
