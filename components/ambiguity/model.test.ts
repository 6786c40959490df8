import { expect, test } from 'vitest';
import { isAmbiguous } from '../../engine/cover/ambiguity';
import { lift } from '../../engine/cover/separable';
import { createRandom } from '../../engine/random';
import { signsOf } from '../plane/labelling';
import { alignedWith, ambiguousAt, boardOf, expectedAmbiguous, labellingsOf, nearestLabelling } from './model';
import { LEAST_POINTS, MOST_POINTS, placesOf, shape } from './state';

const newPoint = shape.new.fallback as [number, number];

test('the points of the figure are in general position, together with the new one', () => {
  for (let n = LEAST_POINTS; n <= MOST_POINTS; n++) {
    expect(labellingsOf(placesOf(n))).toHaveLength(n * (n - 1) + 2);
    expect(alignedWith(placesOf(n), newPoint)).toBeNull();
    expect(ambiguousAt(placesOf(n), newPoint).size).toBe(expectedAmbiguous(n));
  }
});

test('wherever the new point is, C(N,2) labellings are ambiguous, and two linear programmes agree on which', () => {
  const points = placesOf(6);
  const random = createRandom(4);
  for (let t = 0; t < 12; t++) {
    const place: [number, number] = [1000 * random.uniform(), 750 * random.uniform()];
    const lit = ambiguousAt(points, place);
    expect(lit.size).toBe(12);
    for (const code of labellingsOf(points)) {
      const ambiguous = isAmbiguous(lift(Float64Array.from(points), 2), 3, signsOf(code, 6), [...place, 1]);
      expect(lit.has(code)).toBe(ambiguous);
      const board = boardOf(points, code, place);
      expect(board.yes !== null && board.no !== null).toBe(ambiguous);
    }
  }
});

test('out of general position the figure names the points', () => {
  const points = [100, 100, 500, 100, 300, 600];
  expect(alignedWith(points, [300, 100])).toEqual([0, 1]);
  expect(alignedWith(points, [500, 100])).toEqual([1]);
  expect(ambiguousAt(points, [300, 100]).size).toBe(4);
  expect(ambiguousAt(points, [500, 100]).size).toBe(0);
});

test('a labelling that no line makes gives way to the nearest one', () => {
  const square = [100, 100, 500, 100, 500, 500, 100, 500];
  const labellings = labellingsOf(square);
  expect(labellings).toHaveLength(14);
  expect(labellings).not.toContain(0b0101);
  expect([0b0100, 0b0001, 0b0111, 0b1101]).toContain(nearestLabelling(labellings, 0b0101));
});
