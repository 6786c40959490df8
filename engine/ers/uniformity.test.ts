import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { distanceFromUniform, evenCounts, noiseFloor } from './uniformity';

function uniformCounts(draws: number, members: number, seed: number): number[] {
  const random = createRandom(seed);
  const counts = new Array<number>(members).fill(0);
  for (let i = 0; i < draws; i++) counts[random.below(members)]++;
  return counts;
}

test('the distance is none for equal frequencies and almost one for a single member', () => {
  expect(distanceFromUniform([3, 3, 3])).toBeCloseTo(0, 12);
  expect(distanceFromUniform([10, ...new Array(99).fill(0)])).toBeCloseTo(0.99, 12);
  expect(distanceFromUniform([0, 0])).toBe(1);
});

test.each([
  [663, 663],
  [6630, 663],
  [50, 2000],
  [9000, 60],
])('%i uniform draws from %i members lie as far from uniform as is told', (draws, members) => {
  const { mean, deviation } = noiseFloor(draws, members);
  const runs = 200;
  const distances = Array.from({ length: runs }, (_, seed) =>
    distanceFromUniform(uniformCounts(draws, members, seed + 1)),
  );
  const average = distances.reduce((a, b) => a + b, 0) / runs;
  expect(Math.abs(average - mean)).toBeLessThan(5 * (deviation / Math.sqrt(runs)) + 1e-9);
  const spread = Math.sqrt(distances.reduce((sum, d) => sum + (d - average) ** 2, 0) / runs);
  expect(spread).toBeLessThan(1.5 * deviation);
});

test('even counts are sorted, one a member, and about the draws in sum', () => {
  for (const [draws, members] of [
    [6630, 663],
    [100, 663],
    [5, 1],
    [0, 3],
  ]) {
    const counts = evenCounts(draws, members);
    expect(counts).toHaveLength(members);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(Math.abs(counts.reduce((a, b) => a + b, 0) - draws)).toBeLessThan(0.1 * members + 1);
  }
});
