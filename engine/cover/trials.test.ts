import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { isAmbiguous, measureAmbiguity } from './ambiguity';
import { ambiguityChance, separableChance } from './chance';
import { countDichotomies } from './counting';
import { signKey } from './dichotomies';
import { separable } from './separable';
import { gaussianPoints, measureBalance, measureThreshold } from './threshold';
import { addTallies, type Tally, wilson } from './trials';
import { dichotomyOfSubset, genericCoordinates, uniformDichotomy } from './uniform';

/** Inside the interval that one seed in 10^5 misses. */
const near = (tally: Tally, chance: number) => {
  const [low, high] = wilson(tally, 4.4);
  return low <= chance && chance <= high;
};

test('Wilson intervals: the textbook value, the ends, nothing measured yet', () => {
  const [low, high] = wilson({ trials: 10, successes: 1 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0179', '0.4042']);
  expect(wilson({ trials: 0, successes: 0 })).toEqual([0, 1]);
  expect(wilson({ trials: 8, successes: 0 })[0]).toBe(0);
  expect(wilson({ trials: 8, successes: 8 })[1]).toBe(1);
});

test('threshold: random labels are separable as often as P(N,d) says (COVER, section 3)', async () => {
  const places = [
    [10, 3],
    [10, 5],
    [20, 8],
    [20, 10],
    [20, 12],
    [40, 20],
    [60, 25],
  ].map(([points, dimension]) => ({ points, dimension }));
  const tallies = await measureThreshold(places, { seed: 1, trials: 600 });
  places.forEach(({ points, dimension }, p) => {
    expect(near(tallies[p], separableChance(points, dimension)), `${points}, ${dimension}`).toBe(true);
  });
});

test('the same seed gives the same tally however the trials are cut', async () => {
  const places = [
    { points: 12, dimension: 5 },
    { points: 9, dimension: 4 },
  ];
  const whole = await measureThreshold(places, { seed: 7, trials: 300 });
  const parts = await Promise.all([
    measureThreshold(places, { seed: 7, from: 0, trials: 110 }),
    measureThreshold(places, { seed: 7, from: 110, trials: 190 }),
  ]);
  expect(places.map((_, p) => addTallies(parts[0][p], parts[1][p]))).toEqual(whole);
  const [alone] = await measureThreshold([places[1]], { seed: 7, trials: 300 });
  expect(alone).toEqual(whole[1]);
});

test('progress only grows and ends at 1; a cancel stops', async () => {
  const fractions: number[] = [];
  const place = { points: 40, dimension: 20 };
  await measureThreshold([place], { seed: 1, trials: 150 }, { onProgress: ({ fraction }) => fractions.push(fraction) });
  expect(fractions.length).toBeGreaterThan(2);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  const controller = new AbortController();
  const job = measureThreshold([place], { seed: 1, trials: 1e6 }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(job).rejects.toThrow('abort');
});

test('class balance: no matter through the origin, all that matters with an offset (COVER, 5.4 and 5.5)', async () => {
  const positives = [0, 1, 3, 6, 12];
  const [n, trials] = [24, 700];
  const through = await measureBalance(
    positives.map((k) => ({ points: n, dimension: 10, positives: k, affine: false })),
    { seed: 2, trials },
  );
  for (const tally of through) expect(near(tally, 0.2024)).toBe(true);
  const free = await measureBalance(
    positives.map((k) => ({ points: n, dimension: 9, positives: k, affine: true })),
    { seed: 2, trials },
  );
  [1, 0.999, 0.92, 0.43, 0.16].forEach((chance, k) => {
    expect(Math.abs(free[k].successes / trials - chance)).toBeLessThan(0.06);
  });
});

/** All subsets of 0 .. n−1 with fewer than d members. */
function* smallSubsets(n: number, d: number): Generator<number[]> {
  for (let mask = 0; mask < 2 ** n; mask++) {
    const subset = Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1);
    if (subset.length < d) yield subset;
  }
}

test('small subsets stand for the separable dichotomies, one each: the bijection behind the uniform draw', () => {
  for (let d = 1; d <= 5; d++)
    for (let n = 1; n <= 9; n++) {
      const random = createRandom(d, n);
      const points = gaussianPoints(random, n, d);
      const coordinates = genericCoordinates(points, d, random);
      const found = new Set<string>();
      for (const subset of smallSubsets(n - 1, d)) {
        const signs = dichotomyOfSubset(coordinates, d, subset);
        expect(separable(points, d, signs)).toBe(true);
        found.add(signKey(signs)).add(signKey(signs.map((s) => -s)));
      }
      expect(BigInt(found.size)).toBe(countDichotomies(n, d));
    }
});

test('uniform: every one of 32 dichotomies equally often; separable in high dimension too', () => {
  const random = createRandom(12);
  const points = gaussianPoints(random, 6, 3);
  const counts = new Map<string, number>();
  const draws = 6400;
  for (let t = 0; t < draws; t++) {
    const key = signKey(uniformDichotomy(points, 3, random));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(counts.size).toBe(32);
  let chiSquare = 0;
  for (const count of counts.values()) chiSquare += (count - draws / 32) ** 2 / (draws / 32);
  // 31 degrees of freedom: 0.1 % beyond 61.1
  expect(chiSquare).toBeLessThan(61.1);
  for (const [n, d] of [
    [100, 20],
    [60, 30],
    [200, 10],
    [12, 40],
  ]) {
    const many = gaussianPoints(random, n, d);
    for (let t = 0; t < 5; t++) expect(separable(many, d, uniformDichotomy(many, d, random))).toBe(true);
  }
});

test('ambiguity: C(N,d−1)/C(N,d) over uniform dichotomies, more over random weights', async () => {
  const pairs = [
    [5, 2],
    [6, 3],
    [7, 4],
    [30, 10],
    [40, 10],
  ];
  const places = pairs.map(([points, dimension]) => ({ points, dimension, draw: 'uniform' as const }));
  const tallies = await measureAmbiguity(places, { seed: 3, trials: 500 });
  pairs.forEach(([n, d], p) => {
    expect(near(tallies[p], ambiguityChance(n, d)), `${n}, ${d}`).toBe(true);
  });
  const [weights] = await measureAmbiguity([{ points: 8, dimension: 3, draw: 'weights' }], { seed: 3, trials: 1500 });
  expect(weights.successes / weights.trials).toBeGreaterThan(0.4);
  expect(ambiguityChance(8, 3)).toBeCloseTo(0.276, 3);
});

test('exactly C(N,d−1) of the C(N,d) dichotomies are ambiguous at a given point', () => {
  for (const [n, d, expected] of [
    [5, 2, 2],
    [6, 3, 12],
    [7, 4, 44],
  ]) {
    const random = createRandom(n, d);
    const points = gaussianPoints(random, n, d);
    const newPoint = gaussianPoints(random, 1, d);
    let count = 0;
    for (let mask = 0; mask < 2 ** n; mask++) {
      const labels = Array.from({ length: n }, (_, i) => ((mask >> i) & 1 ? 1 : -1));
      if (separable(points, d, labels) && isAmbiguous(points, d, labels, newPoint)) count++;
    }
    expect(count).toBe(expected);
  }
});
