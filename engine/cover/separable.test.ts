import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { countDichotomies } from './counting';
import { dotIntegers, onlyDependency, toIntegers } from './exact';
import { solveExactly } from './exact-simplex';
import { lift, type Separation, separable, separate } from './separable';

/** Checks a certificate in integers, with no code of the solver but the conversion of doubles. */
function holds(result: Separation, rows: Float64Array, d: number, labels: ArrayLike<number>): boolean {
  const flat = toIntegers(rows);
  const signed = Array.from(labels, (label, i) => flat.slice(i * d, (i + 1) * d).map((x) => (label > 0 ? x : -x)));
  if (result.separable) {
    const weights = result.integers ?? toIntegers(result.weights);
    return signed.every((row) => dotIntegers(row, weights) > 0n);
  }
  // any positive combination serves: the doubles given name the points, the integers prove it
  const support = Array.from(result.points, (i) => signed[i]);
  const factors = onlyDependency(support);
  if (!factors || factors.length === 0) return false;
  const sums = Array.from({ length: d }, (_, j) => factors.reduce((sum, c, k) => sum + c * support[k][j], 0n));
  return factors.every((c) => c > 0n) && sums.every((sum) => sum === 0n);
}

const labelled = (d: number, coordinate: fc.Arbitrary<number>, maxPoints: number) =>
  fc
    .array(fc.tuple(fc.array(coordinate, { minLength: d, maxLength: d }), fc.constantFrom(-1, 1)), {
      minLength: 1,
      maxLength: maxPoints,
    })
    .map((list) => ({
      d,
      points: Float64Array.from(list.flatMap(([x]) => x)),
      labels: Int8Array.from(list, ([, label]) => label),
    }));

const anyDimension = (coordinate: fc.Arbitrary<number>, maxPoints: number) =>
  fc.integer({ min: 1, max: 6 }).chain((d) => labelled(d, coordinate, maxPoints));

function agreesWithIntegers({ d, points, labels }: { d: number; points: Float64Array; labels: Int8Array }) {
  const result = separate(points, d, labels);
  expect(holds(result, points, d, labels)).toBe(true);
  const flat = toIntegers(points);
  const rows = Array.from(labels, (label, i) => flat.slice(i * d, (i + 1) * d).map((x) => (label > 0 ? x : -x)));
  expect('weights' in solveExactly(rows, d, { tight: [] })).toBe(result.separable);
}

test('small integers: coincident, opposite, dependent and zero points', () => {
  fc.assert(fc.property(anyDimension(fc.integer({ min: -2, max: 2 }), 12), agreesWithIntegers), { numRuns: 1000 });
});

test('coordinates of any size, from 1e-300 to 1e300', () => {
  const wild = fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(-300, -40, -9, 0, 9, 40, 300))
    .map(([m, e]) => m * 10 ** e);
  fc.assert(fc.property(anyDimension(wild, 9), agreesWithIntegers), { numRuns: 200 });
});

test('any doubles, subnormal ones included', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(fc.property(anyDimension(double, 8), agreesWithIntegers), { numRuns: 200 });
});

test('near-degenerate: points within a few last places of a hyperplane', () => {
  const near = fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }))
    .map(([a, b]) => a + b * 2 ** -52);
  fc.assert(fc.property(anyDimension(near, 10), agreesWithIntegers), { numRuns: 500 });
});

test('the answer does not depend on scale: rows, columns, and both, by twelve orders of magnitude', () => {
  for (let trial = 0; trial < 60; trial++) {
    const random = createRandom(11, trial);
    const [n, d] = [20, 10];
    const points = Float64Array.from({ length: n * d }, () => random.normal());
    const labels = Int8Array.from({ length: n }, () => 2 * random.below(2) - 1);
    const rows = Array.from({ length: n }, () => 2 ** (random.below(40) - 20));
    const columns = Array.from({ length: d }, () => 2 ** (random.below(40) - 20));
    const scaled = points.map((x, at) => x * rows[Math.floor(at / d)] * columns[at % d]);
    expect(separable(scaled, d, labels)).toBe(separable(points, d, labels));
  }
});

test('a margin of one last place is seen, and so is its absence', () => {
  // points (1, 0)+, (1, ε)−: separable; (1, 0)+, (1, 0)−: not
  for (const epsilon of [1e-3, 1e-15, 1e-100, 5e-324]) {
    expect(separable(Float64Array.of(1, 0, 1, epsilon), 2, [1, -1])).toBe(true);
    expect(separable(Float64Array.of(1, 0, 1, epsilon, 1, 2 * epsilon), 2, [1, -1, 1])).toBe(false);
  }
  expect(separable(Float64Array.of(1, 0, 1, 0), 2, [1, -1])).toBe(false);
  // far from the origin, one unit in the last place apart
  expect(separable(Float64Array.of(1e9, 1e9, 1e9 + 2 ** -23, 1e9), 2, [1, -1], { affine: true })).toBe(true);
});

test('affine separability lifts by a constant; XOR is the missing pair of the square', () => {
  const square = Float64Array.of(0, 0, 1, 0, 0, 1, 1, 1);
  let count = 0;
  for (let mask = 0; mask < 16; mask++) {
    const labels = [0, 1, 2, 3].map((i) => ((mask >> i) & 1 ? 1 : -1));
    const result = separate(square, 2, labels, { affine: true });
    expect(holds(result, lift(square, 2), 3, labels)).toBe(true);
    if (result.separable) count++;
  }
  expect(count).toBe(14);
});

test('every labelling: C(N,d) of the 2^N; 104 for the cube, whose vertices are not in general position', () => {
  const countSeparable = (points: Float64Array, d: number, n: number) => {
    let count = 0;
    for (let mask = 0; mask < 2 ** n; mask++)
      if (
        separable(
          points,
          d,
          Array.from({ length: n }, (_, i) => (mask >> i) & 1),
        )
      )
        count++;
    return BigInt(count);
  };
  const random = createRandom(5);
  for (let d = 1; d <= 4; d++)
    for (let n = 1; n <= 8; n++) {
      const points = Float64Array.from({ length: n * d }, () => random.normal());
      expect(countSeparable(points, d, n)).toBe(countDichotomies(n, d));
    }
  const cube = Float64Array.from({ length: 24 }, (_, at) => (Math.floor(at / 3) >> (at % 3)) & 1);
  expect(countSeparable(lift(cube, 3), 4, 8)).toBe(104n);
});

test('degenerate at scale: duplicates, opposite copies and a subspace, N = 120 in R^60', () => {
  const random = createRandom(9);
  const [n, d, rank] = [120, 60, 20];
  const basis = Float64Array.from({ length: rank * d }, () => random.below(7) - 3);
  const points = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const from = i >= 100 ? (i - 100) * d : -1;
    for (let k = 0; k < rank && from < 0; k++) {
      const c = random.below(5) - 2;
      for (let j = 0; j < d; j++) points[i * d + j] += c * basis[k * d + j];
    }
    if (from >= 0) points.copyWithin(i * d, from, from + d);
  }
  const teacher = Float64Array.from({ length: d }, () => random.normal());
  const labels = Int8Array.from({ length: n }, (_, i) =>
    points.subarray(i * d, (i + 1) * d).reduce((sum, x, j) => sum + x * teacher[j], 0) > 0 ? 1 : -1,
  );
  const yes = separate(points, d, labels);
  expect(yes.separable).toBe(true);
  expect(holds(yes, points, d, labels)).toBe(true);
  labels[119] = -labels[19];
  const no = separate(points, d, labels);
  expect(no.separable).toBe(false);
  expect(holds(no, points, d, labels)).toBe(true);
});

test('near-degenerate at scale: N = 60 in R^30, within rounding of 18 dimensions', () => {
  const random = createRandom(10);
  const [n, d, rank] = [60, 30, 18];
  const basis = Float64Array.from({ length: rank * d }, () => random.below(5) - 2);
  const points = new Float64Array(n * d);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < rank; k++) {
      const c = (random.below(5) - 2) / 3;
      for (let j = 0; j < d; j++) points[i * d + j] += c * basis[k * d + j];
    }
  const labels = Int8Array.from({ length: n }, () => 2 * random.below(2) - 1);
  expect(holds(separate(points, d, labels), points, d, labels)).toBe(true);
});

test('the proof in doubles names points that integers confirm, N = 110 in R^40', () => {
  const random = createRandom(13);
  const points = Float64Array.from({ length: 110 * 40 }, () => random.normal());
  const labels = Int8Array.from({ length: 110 }, () => 2 * random.below(2) - 1);
  const result = separate(points, 40, labels);
  expect(result.separable).toBe(false);
  expect(holds(result, points, 40, labels)).toBe(true);
});

test('N = 400 in R^200, both answers, with their proofs', () => {
  for (const [seed, n] of [
    [1, 340],
    [2, 400],
  ]) {
    const random = createRandom(seed);
    const points = Float64Array.from({ length: n * 200 }, () => random.normal());
    const labels = Int8Array.from({ length: n }, () => 2 * random.below(2) - 1);
    const start = performance.now();
    const result = separate(points, 200, labels);
    expect(performance.now() - start).toBeLessThan(4000);
    if (result.separable) expect(holds(result, points, 200, labels)).toBe(true);
    else expect(result.points.length).toBe(201);
  }
});

test('empty and mismatched input', () => {
  expect(separable(new Float64Array(0), 3, [])).toBe(true);
  expect(separable(Float64Array.of(0, 0), 2, [1])).toBe(false);
  expect(() => separable(Float64Array.of(1, 2, 3), 2, [1])).toThrow('1 labels need 2 coordinates, not 3');
  expect(() => separable(Float64Array.of(Number.NaN), 1, [1])).toThrow('finite');
});
