import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCATTERED } from '../plane/places';
import { arrangementOf, directionOf, lineOf } from './model';
import { cellPath, farSide, fromDegrees, project, RADIUS, toDegrees, unproject, viewOf } from './sphere-view';

const area = (path: string): number => {
  const corners = path
    .slice(1, -1)
    .split('L')
    .map((corner) => corner.split(' ').map(Number));
  return Math.abs(
    corners.reduce((sum, [x, y], k) => {
      const [u, v] = corners[(k + 1) % corners.length];
      return sum + (x * v - u * y) / 2;
    }, 0),
  );
};

test('the near parts of all cells fill the disc, from wherever one looks', () => {
  const arrangement = arrangementOf('3', SCATTERED.slice(0, 14));
  if (arrangement.d !== 3) throw new Error('not a sphere');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: -90, max: 90 }), (longitude, latitude) => {
      for (const view of [viewOf(longitude, latitude), farSide(viewOf(longitude, latitude))]) {
        const paths = arrangement.cells.edges.map((edges) => cellPath(edges, view)).filter(Boolean);
        const total = paths.reduce((sum, path) => sum + area(path), 0);
        expect(Math.abs(total / (Math.PI * RADIUS ** 2) - 1)).toBeLessThan(0.01);
      }
    }),
    { numRuns: 40 },
  );
});

test('what is projected is found again', () => {
  const view = viewOf(30, 40);
  const direction = fromDegrees(50, 20);
  const [x, y] = project(view, direction);
  unproject(view, x, y)!.forEach((value, k) => {
    expect(value).toBeCloseTo(direction[k], 9);
  });
  expect(unproject(view, RADIUS, RADIUS)).toBeNull();
  expect(toDegrees(direction)[0]).toBeCloseTo(50, 9);
});

test('a direction is a line on the board, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: -80, max: 80 }), (longitude, latitude) => {
      const direction = fromDegrees(longitude, latitude);
      directionOf(lineOf(direction)).forEach((value, k) => {
        expect(value).toBeCloseTo(direction[k], 9);
      });
    }),
  );
});
