import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { errorHistogram, findCell, meanRashomonCells, rashomonCells, trainingErrors } from './cells';
import { extremePatternsFraction, toDouble } from './chance';
import { circleCells } from './circle';
import { countDichotomies } from './counting';
import { planarDichotomies, signKey, signRow } from './dichotomies';
import { sidesOfLine } from './plane';
import { alongEdge, sphereCells } from './sphere';

const onCircle = (degrees: number[]) =>
  Float64Array.from(degrees.flatMap((a) => [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]));
const uniform = (n: number, seed: number) => {
  const random = createRandom(seed, n);
  return Float64Array.from({ length: 2 * n }, () => random.uniform() * 2 - 1);
};
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, x) => total + x, 0);

test('the worked example on a circle (BRIDGE)', () => {
  const cells = circleCells(onCircle([10, 35, 80, 120, 150, 200, 250]));
  const errors = trainingErrors(cells, [1, 1, -1, 1, -1, -1, 1]);
  const degrees = (radians: number) => Math.round((radians * 180) / Math.PI) % 360;
  const walk = Array.from({ length: 14 }, (_, c) => [degrees(cells.from[c]), errors[c]]).sort((a, b) => a[0] - b[0]);
  expect(walk).toEqual([
    [30, 2],
    [60, 3],
    [100, 4],
    [110, 5],
    [125, 6],
    [160, 5],
    [170, 4],
    [210, 5],
    [240, 4],
    [280, 3],
    [290, 2],
    [305, 1],
    [340, 2],
    [350, 3],
  ]);
  const table = [0, 1, 2, 3, 4, 5].map((k) => {
    const set = rashomonCells(cells, errors, k);
    return [set.cells.length, +set.countShare.toFixed(3), +set.volumeShare.toFixed(3), set.pieces.length];
  });
  expect(table).toEqual([
    [0, 0, 0, 0],
    [1, 0.071, 0.097, 1],
    [4, 0.286, 0.25, 2],
    [7, 0.5, 0.5, 1],
    [10, 0.714, 0.75, 2],
    [13, 0.929, 0.903, 1],
  ]);
});

test('circle: 2N arcs, signs right in the middle of each, degenerate directions merged', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 16 }), (list) => {
      const points = Float64Array.from(list.slice(0, list.length & ~1));
      const n = points.length / 2;
      const cells = circleCells(points);
      const directions = new Set<number>();
      let zero = false;
      for (let i = 0; i < n; i++) {
        if (points[2 * i] === 0 && points[2 * i + 1] === 0) zero = true;
        directions.add(Math.round(1e9 * Math.atan(points[2 * i + 1] / points[2 * i])) || 0);
        if (points[2 * i] === 0) directions.delete(-1570796327) && directions.add(1570796327);
      }
      expect(cells.count).toBe(zero ? 0 : 2 * directions.size);
      if (!zero) expect(sum(cells.shares)).toBeCloseTo(1, 12);
      for (let c = 0; c < cells.count; c++) {
        const angle = cells.from[c] + cells.length[c] / 2;
        for (let i = 0; i < n; i++)
          expect(Math.sign(points[2 * i] * Math.cos(angle) + points[2 * i + 1] * Math.sin(angle))).toBe(
            cells.signs[c * n + i],
          );
      }
    }),
    { numRuns: 200 },
  );
});

/** Everything that must hold of the cells on the sphere, in any position. */
function checkSphere(points: Float64Array) {
  const cells = sphereCells(points);
  const all = planarDichotomies(points);
  const keys = Array.from({ length: all.count }, (_, c) => signKey(signRow(all, c)));
  expect(Array.from({ length: cells.count }, (_, c) => signKey(signRow(cells, c))).toSorted()).toEqual(keys.toSorted());
  expect(sum(cells.shares)).toBeCloseTo(1, 9);
  for (let c = 0; c < cells.count; c++) {
    const edges = cells.edges[c];
    expect(cells.shares[c]).toBeGreaterThan(0);
    expect(cells.shares[c]).toBeCloseTo(cells.shares[c ^ 1], 9);
    expect(findCell(cells, sidesOfLine(points, cells.centres[c]))).toBe(c);
    edges.forEach((edge, k) => {
      const end = alongEdge(edge, edge.length);
      const next = edges[(k + 1) % edges.length].start;
      expect(Math.hypot(end[0] - next[0], end[1] - next[1], end[2] - next[2])).toBeLessThan(1e-9);
      expect(edge.length).toBeGreaterThan(0);
      expect(cells.neighbours[edge.neighbour]).toContain(c);
    });
  }
  return cells;
}

test('sphere: as many cells as dichotomies, closed polygons, areas that fill the sphere', () => {
  for (let n = 1; n <= 12; n++) {
    const cells = checkSphere(uniform(n, 7));
    expect(BigInt(cells.count)).toBe(countDichotomies(n, 3));
    const facets = sum(cells.edges.map((list) => list.length)) / cells.count;
    if (n > 1) expect(facets).toBeCloseTo(toDouble(extremePatternsFraction(n, 3)), 12);
  }
});

test('sphere: collinear and coincident points', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 14 }), (list) => {
      const cells = checkSphere(Float64Array.from(list.slice(0, list.length & ~1)));
      expect(cells.count + cells.shortfall.missing).toBe(cells.expected);
    }),
    { numRuns: 150 },
  );
});

test('areas against the share of random directions', () => {
  const points = uniform(6, 8);
  const cells = sphereCells(points);
  const random = createRandom(3);
  const hits = new Float64Array(cells.count);
  for (let t = 0; t < 40_000; t++)
    hits[findCell(cells, sidesOfLine(points, [random.normal(), random.normal(), random.normal()]))] += 1 / 40_000;
  hits.forEach((share, c) => {
    expect(Math.abs(share - cells.shares[c])).toBeLessThan(0.01);
  });
});

test('the hexagon (BRIDGE, fact 2), the symmetric histogram, the mean over labellings', () => {
  const hexagon = onCircle([0, 60, 120, 180, 240, 300]);
  // its long diagonals meet in one point, but no three of its corners are collinear
  const cells = sphereCells(hexagon);
  expect(cells.count).toBe(32);
  expect(errorHistogram(cells, trainingErrors(cells, [1, -1, 1, -1, 1, -1]))).toEqual([0, 0, 9, 14, 9, 0, 0]);
  expect(errorHistogram(cells, trainingErrors(cells, [1, 1, 1, -1, -1, -1]))).toEqual([1, 4, 8, 6, 8, 4, 1]);
  for (let k = 0; k <= 6; k++) {
    let total = 0;
    for (let mask = 0; mask < 64; mask++) {
      const labels = Array.from({ length: 6 }, (_, i) => (mask >> i) & 1);
      total += rashomonCells(cells, trainingErrors(cells, labels), k).cells.length;
    }
    expect(total / 64).toBe(meanRashomonCells(6, 3, k));
  }
});

test('as many flips as labels differ: the cells are isometric in the cube (BRIDGE, fact 4)', () => {
  const cells = sphereCells(uniform(8, 21));
  for (let from = 0; from < cells.count; from++) {
    const distance = new Int32Array(cells.count).fill(-1);
    distance[from] = 0;
    const queue = [from];
    for (const c of queue)
      for (const next of cells.neighbours[c])
        if (distance[next] < 0) {
          distance[next] = distance[c] + 1;
          queue.push(next);
        }
    expect(distance).toEqual(trainingErrors(cells, signRow(cells, from)));
  }
});
