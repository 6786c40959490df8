import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { countAffineDichotomies } from './counting';
import { planarDichotomies, signKey, signRow } from './dichotomies';
import { findSites, sidesOfLine } from './plane';
import { separable, separate } from './separable';

const keys = (points: Float64Array) => {
  const all = planarDichotomies(points);
  return Array.from({ length: all.count }, (_, i) => signKey(signRow(all, i)));
};

function bruteForce(points: Float64Array): string[] {
  const n = points.length / 2;
  const found: string[] = [];
  for (let mask = 0; mask < 2 ** n; mask++) {
    const labels = Int8Array.from({ length: n }, (_, i) => ((mask >> i) & 1 ? 1 : -1));
    if (separable(points, 2, labels, { affine: true })) found.push(signKey(labels));
  }
  return found;
}

function check(points: Float64Array) {
  const all = planarDichotomies(points);
  const found = keys(points);
  expect(new Set(found).size).toBe(all.count);
  expect(found.toSorted()).toEqual(bruteForce(points).toSorted());
  expect(all.count + all.shortfall.missing).toBe(all.shortfall.expected);
  const sites = findSites(points);
  for (let i = 0; i < all.count; i++) {
    const signs = signRow(all, i).slice();
    // the line was sought for the even row of a pair, between places
    const places = Int8Array.from(sites.members, ([first]) => signRow(all, i & ~1)[first]);
    const proof = separate(sites.xy, 2, places, { affine: true });
    const thin = proof.separable && proof.integers;
    if (!thin) expect(sidesOfLine(points, all.lines.subarray(3 * i, 3 * i + 3))).toEqual(signs);
    expect(signRow(all, i ^ 1)).toEqual(signRow(all, i).map((s) => -s));
  }
}

const uniform = (n: number, seed: number) => {
  const random = createRandom(seed, n);
  return Float64Array.from({ length: 2 * n }, () => random.uniform());
};

test('general position: N(N−1)+2, the same as 2^N linear programmes, for N to 12', () => {
  for (let n = 1; n <= 9; n++) check(uniform(n, 1));
  check(uniform(12, 2));
});

test('small grids are full of collinear and coincident points: the same as brute force', () => {
  const grid = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.tuple(grid, grid), ([xs, ys]) => {
      const n = Math.min(xs.length, ys.length);
      check(Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 ? ys : xs)[at >> 1]));
    }),
    { numRuns: 120 },
  );
});

test('points a last place off a line, and far from the origin', () => {
  const near = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1, max: 1 })), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(near, fc.constantFrom(1, 1e6), (list, offset) => {
      check(Float64Array.from(list.flatMap(([t, e]) => [offset + t, (offset + t) * (1 + e * 2 ** -52)])));
    }),
    { numRuns: 100 },
  );
});

test('three points on a line cost two, four cost six; a coincident pair is one point', () => {
  const three = planarDichotomies(Float64Array.of(0, 0, 1, 1, 2, 2, 0, 5, 7, 1));
  expect([three.count, three.shortfall.missing]).toEqual([20, 2]);
  expect(three.shortfall.collinear).toEqual([{ points: [0, 1, 2], cost: 2 }]);
  const four = planarDichotomies(Float64Array.of(3, 3, 0, 0, 1, 1, 2, 2));
  expect([four.count, four.shortfall.collinear]).toEqual([8, [{ points: [1, 2, 3, 0], cost: 6 }]]);
  const twice = planarDichotomies(Float64Array.of(0, 0, 1, 0, 0, 1, 0, 0));
  expect([twice.count, twice.shortfall.coincident]).toEqual([8, [{ points: [0, 3], cost: 6 }]]);
  const one = planarDichotomies(Float64Array.of(-0, 2, 0, 2, 0, 2));
  expect([one.count, one.shortfall.missing]).toEqual([2, 6]);
});

test('forty points, quickly', () => {
  const start = performance.now();
  expect(BigInt(planarDichotomies(uniform(40, 3)).count)).toBe(countAffineDichotomies(40, 2));
  expect(performance.now() - start).toBeLessThan(2000);
});

test('bad input is named', () => {
  expect(() => planarDichotomies(new Float64Array(0))).toThrow('not 0');
  expect(() => planarDichotomies(Float64Array.of(0, Number.NaN))).toThrow('finite');
});
