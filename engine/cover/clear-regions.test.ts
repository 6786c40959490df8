import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { isAmbiguous } from './ambiguity';
import { clearRegion, convexHull, separatingBundle } from './clear-regions';
import { planarDichotomies, signRow } from './dichotomies';
import { lift, separates } from './separable';

/** Whether a place lies inside a convex ring, counter-clockwise. */
function inside(ring: readonly number[], x: number, y: number): boolean {
  if (ring.length < 6) return false;
  for (let i = 0; i < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]];
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0) return false;
  }
  return true;
}

const randomPoints = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Float64Array.from({ length: 2 * count }, () => random.uniform());
};

test('a new point is ambiguous exactly outside both clear regions, for every dichotomy', () => {
  for (const count of [1, 2, 3, 6]) {
    const points = randomPoints(count, count);
    const dichotomies = planarDichotomies(points);
    const random = createRandom(99, count);
    for (let row = 0; row < dichotomies.count; row++) {
      const signs = signRow(dichotomies, row);
      const regions = [1, -1].map((answer) => clearRegion(points, signs, answer, 1000));
      for (let t = 0; t < 40; t++) {
        const [x, y] = [2 * random.uniform() - 0.5, 2 * random.uniform() - 0.5];
        const ambiguous = isAmbiguous(lift(points, 2), 3, signs, [x, y, 1]);
        expect(regions.some((ring) => inside(ring, x, y))).toBe(!ambiguous);
      }
    }
  }
});

test('every line of a bundle separates, whatever the dichotomy', () => {
  const points = randomPoints(7, 7);
  const lifted = lift(points, 2);
  const dichotomies = planarDichotomies(points);
  for (let row = 0; row < dichotomies.count; row++) {
    const signs = signRow(dichotomies, row);
    const bundle = separatingBundle(points, signs, 12, 3, 1);
    expect(bundle.length).toBeGreaterThan(2);
    for (const line of bundle) expect(separates(line, lifted, signs)).toBe(true);
  }
});

test('hulls of few points and of points on a line', () => {
  expect(convexHull([])).toEqual([]);
  expect(convexHull([[1, 2]])).toEqual([[1, 2]]);
  const segment = convexHull([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  expect(segment).toHaveLength(2);
  const square = convexHull([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0.5, 0.5],
  ]);
  expect(square).toHaveLength(4);
});
