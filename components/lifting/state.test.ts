import { expect, test } from 'vitest';
import { liftAndSeparate } from '../../engine/cover/lifting';
import { defaultsOf } from '../permalink/state';
import { KNOT } from '../plane/board';
import { boardOf, MOST_POINTS, mend, type State, shape } from './state';

const defaults = defaultsOf(shape);

const separable = (state: State): boolean => {
  const { points, labels } = boardOf(state);
  return liftAndSeparate(
    Float64Array.from(points, (v) => v / KNOT),
    labels,
    state.degree,
  ).separation.separable;
};

test('the default: labels of a coin that degree 4 separates and degree 3 does not', () => {
  expect(separable(defaults)).toBe(true);
  expect(separable({ ...defaults, degree: 3 })).toBe(false);
});

test('on the knots of the board rings and XOR still need a conic, and no more', () => {
  for (const labels of ['rings', 'xor'] as const)
    for (const n of [20, MOST_POINTS])
      for (const seed of [1, 2, 3]) {
        expect(separable({ ...defaults, labels, n, seed, degree: 2 })).toBe(true);
        expect(separable({ ...defaults, labels, n, seed, degree: 1 })).toBe(false);
      }
});

test('points stand apart, each on a knot', () => {
  for (const labels of ['coin', 'rings', 'xor', 'spiral'] as const) {
    const { points } = boardOf({ ...defaults, labels, n: MOST_POINTS });
    for (let i = 0; i < points.length; i += 2) {
      expect([points[i] % KNOT, points[i + 1] % KNOT]).toEqual([0, 0]);
      for (let j = 0; j < i; j += 2)
        expect(Math.hypot(points[i] - points[j], points[i + 1] - points[j + 1])).toBeGreaterThanOrEqual(2 * KNOT);
    }
  }
});

test('points that do not fit their number, and flips of points that are not there, fall back', () => {
  expect(mend({ ...defaults, points: [1, 2, 3] }).refused).toEqual(['points']);
  expect(mend({ ...defaults, n: 4, points: [1, 2, 3, 751, 5, 6, 7, 8] }).refused).toEqual(['points']);
  expect(mend({ ...defaults, flips: [20] }).refused).toEqual(['flips']);
  expect(mend({ ...defaults, flips: [3, 3] }).state.flips).toEqual([]);
  expect(mend(defaults).refused).toEqual([]);
});
