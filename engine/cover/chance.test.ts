import { expect, test } from 'vitest';
import {
  ambiguityChance,
  ambiguityFraction,
  ambiguityLimit,
  capacityChance,
  errorFloor,
  extremePatternsFraction,
  log2Dichotomies,
  separableChance,
  separableFraction,
  toDouble,
} from './chance';
import { countDichotomies } from './counting';
import { normalCdf } from './special';

const places = [1, 2, 3, 7, 24, 100, 399, 1000, 4001, 10_000].flatMap((n) =>
  [1, 2, 3, 5, 10, 49, 50, 200, 499, 500, 501, 2000, 4999, 5000, 9999].filter((d) => d <= n + 2).map((d) => [n, d]),
);

test('P(N,d) as a double is within 1e-12 of the exact fraction, relatively', () => {
  for (const [n, d] of places) {
    const exact = toDouble(separableFraction(n, d));
    if (exact > 1e-290) expect(Math.abs(separableChance(n, d) / exact - 1), `${n}, ${d}`).toBeLessThan(1e-12);
  }
});

test('log2 C(N,d) is within 1e-10 of the exact count', () => {
  for (const [n, d] of places) {
    const count = countDichotomies(n, d);
    const drop = BigInt(Math.max(0, count.toString(2).length - 64));
    const exact = Math.log2(Number(count >> drop)) + Number(drop);
    expect(Math.abs(log2Dichotomies(n, d) - exact), `${n}, ${d}`).toBeLessThan(1e-10);
  }
});

test('exactly one half at N = 2d, and the published values', () => {
  for (let d = 1; d <= 60; d++) expect(separableFraction(2 * d, d)).toEqual({ numerator: 1n, denominator: 2n });
  const round = (n: number, d: number) => Number(separableChance(n, d).toFixed(3));
  expect([round(90, 50), round(100, 50), round(110, 50)]).toEqual([0.855, 0.5, 0.169]);
  expect([round(10, 3), round(20, 8), round(20, 12), round(60, 25), round(24, 10)]).toEqual([
    0.09, 0.18, 0.82, 0.096, 0.202,
  ]);
});

test('the curve collapses on the normal one', () => {
  const at = (x: number) => separableChance(Math.round(400 + x * Math.sqrt(400)), 200);
  expect(at(-1)).toBeCloseTo(0.848, 3);
  expect(at(1)).toBeCloseTo(0.164, 3);
  expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
  expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 11);
  expect(normalCdf(0)).toBe(0.5);
});

test('the window from P = .9 to P = .1 is about 2.56 √(2d) points wide', () => {
  const ratios = (d: number) =>
    [0.9, 0.1].map((chance) => {
      let n = d;
      while (separableChance(n, d) > chance) n++;
      return Number((n / d).toFixed(2));
    });
  expect(ratios(50)).toEqual([1.78, 2.28]);
  expect(ratios(500)).toEqual([1.92, 2.08]);
  expect(separableChance(800 - 2 * Math.round(Math.sqrt(800)), 400)).toBeCloseTo(0.98, 2);
});

test('N* has mean 2d and variance 2d, and its chances are the steps of P', () => {
  let [total, mean, square] = [0, 0, 0];
  for (let n = 50; n < 500; n++) {
    const p = capacityChance(n, 50);
    expect(p).toBeCloseTo(separableChance(n, 50) - separableChance(n + 1, 50), 13);
    total += p;
    mean += n * p;
    square += n * n * p;
  }
  expect(total).toBeCloseTo(1, 10);
  expect(mean).toBeCloseTo(100, 8);
  expect(square - mean * mean).toBeCloseTo(100, 6);
});

test('ambiguity: exact values, the double, the limit', () => {
  expect(ambiguityFraction(5, 2)).toEqual({ numerator: 2n, denominator: 10n });
  expect(ambiguityFraction(6, 3)).toEqual({ numerator: 12n, denominator: 32n });
  expect(ambiguityFraction(7, 4)).toEqual({ numerator: 44n, denominator: 84n });
  expect(ambiguityChance(800, 400)).toBeCloseTo(0.944, 3);
  expect(ambiguityChance(5, 5)).toBeCloseTo(1 - 2 / 32, 14);
  expect(ambiguityChance(4, 5)).toBe(1);
  expect(ambiguityChance(8, 3)).toBeCloseTo(16 / 58, 14);
  for (const [n, d] of places)
    if (d > 1) expect(ambiguityChance(n, d) / toDouble(ambiguityFraction(n, d))).toBeCloseTo(1, 11);
  expect(ambiguityChance(60_000, 20_000)).toBeCloseTo(ambiguityLimit(3), 3);
  expect(ambiguityLimit(2)).toBe(1);
});

test('extreme patterns tend to 2(d−1); the error floor of BRIDGE, fact 6', () => {
  expect(extremePatternsFraction(3, 2)).toEqual({ numerator: 12n, denominator: 6n });
  expect(toDouble(extremePatternsFraction(10_000, 5))).toBeCloseTo(8, 2);
  const floors = [3, 4, 6, 10, 20].map((beta) => Number((100 * errorFloor(beta)).toFixed(1)));
  expect(floors).toEqual([1, 2.9, 6.6, 12.1, 19.6]);
});
