import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { circleCells } from './circle';
import { planarDichotomies, signKey, signRow } from './dichotomies';
import { countPartitions } from './partitions';
import { sidesOfLine } from './plane';
import { circleRecurrence, planarRecurrence } from './recurrence';

function check(points: Float64Array, y: [number, number]) {
  const { parents, childrenOf, children, turn, flow } = planarRecurrence(points, y);
  expect(flow.before + flow.split).toBe(flow.after);
  const both = childrenOf.flatMap(({ positive, negative }, p) => (positive >= 0 && negative >= 0 ? [p] : []));
  // the parents with two children are those that a line through y makes, each once
  expect(turn.map(({ parent }) => parent).toSorted((a, b) => a - b)).toEqual(both);
  for (const { positive, negative } of childrenOf) {
    expect(Math.max(positive, negative)).toBeGreaterThanOrEqual(0);
    if (positive >= 0) expect(signRow(children, positive).at(-1)).toBe(1);
    if (negative >= 0) expect(signRow(children, negative).at(-1)).toBe(-1);
  }
  for (const { parent, line, length } of turn) {
    expect(length).toBeGreaterThan(0);
    expect(signKey(sidesOfLine(points, line))).toBe(signKey(signRow(parents, parent)));
  }
  return flow;
}

test('general position: C(N+1,3) = C(N,3) + C(N,2), as measured', () => {
  const random = createRandom(4);
  for (let n = 1; n <= 10; n++) {
    const points = Float64Array.from({ length: 2 * n }, () => random.uniform());
    const flow = check(points, [random.uniform(), random.uniform()]);
    expect([flow.before, flow.split, flow.after].map(BigInt)).toEqual(flow.formula);
  }
});

test('any position: y on a line of the others, or on one of them', () => {
  const grid = fc.integer({ min: 0, max: 2 });
  fc.assert(
    fc.property(fc.array(fc.tuple(grid, grid), { minLength: 1, maxLength: 7 }), grid, grid, (list, x, y) => {
      check(Float64Array.from(list.flat()), [x, y]);
    }),
    { numRuns: 150 },
  );
});

test('on the circle a new vector splits two opposite arcs', () => {
  const { before, after, split } = circleRecurrence(Float64Array.of(1, 0, 0, 1, 1, 1), [2, -1]);
  expect([before.count, after.count, split.length]).toEqual([6, 8, 2]);
  expect(signKey(signRow(before, split[0]))).toBe(signKey(signRow(before, split[1]).map((s) => -s)));
  expect(circleRecurrence(Float64Array.of(1, 0, 0, 1), [3, 0]).split).toEqual([]);
});

test('K-way partitions are not a function of N and d (COVER, section 5)', () => {
  const square = planarDichotomies(Float64Array.of(0, 0, 1, 0, 1.1, 1, 0, 1));
  const triangle = planarDichotomies(Float64Array.of(0, 0, 4, 0, 0, 4, 1, 1));
  expect(countPartitions(square, 3)).toEqual({ all: 63, surjective: 24 });
  expect(countPartitions(triangle, 3)).toEqual({ all: 57, surjective: 18 });
  expect(countPartitions(square, 2).all).toBe(14);
  const directions = (degrees: number[]) =>
    circleCells(
      Float64Array.from(degrees.flatMap((a) => [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)])),
    );
  expect(countPartitions(directions([90, 210, 330]), 3).all).toBe(6);
  expect(countPartitions(directions([10, 40, 80]), 3).all).toBe(15);
  // on a line: 3 + 6(N−1), constant
  for (let n = 1; n < 7; n++) {
    const line = planarDichotomies(Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 ? 0 : at)));
    expect(countPartitions(line, 3).all).toBe(3 + 6 * (n - 1));
  }
  expect(() => countPartitions({ points: 40, count: 0, signs: new Int8Array(0) }, 3)).toThrow('3^40');
});
