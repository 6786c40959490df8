import { expect, test } from 'vitest';
import {
  bestRadius,
  capShare,
  fisherChance,
  fixedRadiusChance,
  measureOneVsRest,
  separationBound,
} from './one-vs-rest';
import { wilson } from './trials';

test('caps: half the ball at the centre, the disc, the segment, the 3-ball, below half a ball of radius ρ', () => {
  for (const n of [1, 2, 3, 10, 200]) expect(capShare(n, 0)).toBeCloseTo(0.5, 14);
  expect(capShare(1, 0.3)).toBeCloseTo(0.35, 13);
  expect(capShare(2, 0.5)).toBeCloseTo((Math.acos(0.5) - 0.5 * Math.sqrt(0.75)) / Math.PI, 13);
  expect(capShare(3, 0.5)).toBeCloseTo((Math.PI * 0.25 * 2.5) / 3 / ((4 / 3) * Math.PI), 13);
  for (const n of [2, 5, 20, 100])
    for (const r of [0.1, 0.5, 0.9]) expect(capShare(n, r)).toBeLessThanOrEqual((1 - r * r) ** (n / 2) / 2);
});

test('the values of COVER, section 6', () => {
  const round = (x: number) => x.toFixed(3);
  const row = (n: number, m: number) => {
    const r = bestRadius(n, m);
    return [separationBound(n, m, r), bestOf((t) => fixedRadiusChance(n, m, t)), fisherChance(n, m)].map(round);
  };
  expect(row(10, 100)).toEqual(['0.722', '0.849', '0.970']);
  expect(row(20, 10_000)).toEqual(['0.948', '0.973', '0.998']);
});

const bestOf = (f: (t: number) => number) => Math.max(...Array.from({ length: 1001 }, (_, k) => f(k / 1000)));

test('no radius beats the best one', () => {
  for (const n of [1, 2, 3, 7, 30])
    for (const m of [2, 3, 10, 1000])
      expect(separationBound(n, m, bestRadius(n, m))).toBeGreaterThanOrEqual(
        bestOf((r) => separationBound(n, m, r)) - 1e-12,
      );
});

test('one dimension: only the ends are separable', () => {
  // the hyperplane towards x leaves all others behind: ∫ (1 − (1−t)/2)^(M−1) dt = (2/M)(1 − 2^−M)
  for (const m of [2, 5, 50]) expect(fisherChance(1, m)).toBeCloseTo((2 / m) * (1 - 2 ** -m), 9);
});

test('measured: Fisher on the exact integral, any hyperplane above it, bounds below', async () => {
  const places = [
    { dimension: 10, points: 100, by: 'fisher' },
    { dimension: 10, points: 100, by: 'any' },
    { dimension: 4, points: 30, by: 'fisher' },
    { dimension: 4, points: 30, by: 'any' },
    { dimension: 1, points: 5, by: 'any' },
  ] as const;
  const tallies = await measureOneVsRest(places, { seed: 1, trials: 1500 });
  const inside = (p: number, chance: number) => {
    const [low, high] = wilson(tallies[p], 4.4);
    expect(low).toBeLessThan(chance);
    expect(high).toBeGreaterThan(chance);
  };
  inside(0, fisherChance(10, 100));
  inside(2, fisherChance(4, 30));
  inside(4, 2 / 5);
  expect(tallies[1].successes).toBeGreaterThanOrEqual(tallies[0].successes);
  expect(tallies[3].successes).toBeGreaterThan(tallies[2].successes);
  expect(fixedRadiusChance(10, 100, 0.8)).toBeGreaterThan(separationBound(10, 100, 0.8));
});
