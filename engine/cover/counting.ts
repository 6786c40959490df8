/**
 * Cover's function counting, in exact integers (Cover 1965, theorem 1; the regions were counted by Schläfli, 1850–52).
 *
 * N points of R^d are in general position when any d of them, or fewer, are linearly independent. Then the number of
 * dichotomies that a hyperplane through the origin makes is C(N,d) = 2 · Σ_{k<d} binom(N−1, k), whatever the points.
 */
function needCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${name} must be an integer from ${least}, not ${value}`);
}

/** binom(n, k): 0 outside 0 ≤ k ≤ n. */
export function binomial(n: number, k: number): bigint {
  needCount('n', n, 0);
  if (k < 0 || k > n) return 0n;
  const last = Math.min(k, n - k);
  let value = 1n;
  for (let j = 0; j < last; j++) value = (value * BigInt(n - j)) / BigInt(j + 1);
  return value;
}

/** C(N,d): dichotomies of N ≥ 1 points in general position in R^d by hyperplanes through the origin. C(N,0) = 0. */
export function countDichotomies(points: number, dimension: number): bigint {
  needCount('points', points, 1);
  needCount('dimension', dimension, 0);
  const all = 1n << BigInt(points);
  if (dimension >= points) return all;
  // binom(N−1, k) is symmetric in k, so C(N,d) + C(N,N−d) = 2^N: sum the shorter side.
  const shorter = Math.min(dimension, points - dimension);
  let term = 1n;
  let sum = 0n;
  for (let k = 0; k < shorter; k++) {
    sum += term;
    term = (term * BigInt(points - 1 - k)) / BigInt(k + 1);
  }
  return shorter === dimension ? 2n * sum : all - 2n * sum;
}

/** Dichotomies of N points of R^p in general position (no p + 1 on a hyperplane) by any hyperplane: C(N, p + 1). */
export const countAffineDichotomies = (points: number, dimension: number): bigint =>
  countDichotomies(points, dimension + 1);

/** C(N,0), C(N,1), …, C(N,D). */
export function countRow(points: number, maxDimension: number): bigint[] {
  needCount('points', points, 1);
  needCount('maxDimension', maxDimension, 0);
  const row = [0n];
  let term = 1n;
  for (let k = 0; k < maxDimension; k++) {
    row.push(row[k] + 2n * term);
    term = k < points ? (term * BigInt(points - 1 - k)) / BigInt(k + 1) : 0n;
  }
  return row;
}

/** The table C(n,d), n = 1..N in its rows and d = 0..D in its columns, by C(n+1,d) = C(n,d) + C(n,d−1). */
export function countTable(maxPoints: number, maxDimension: number): bigint[][] {
  needCount('maxPoints', maxPoints, 1);
  const table = [countRow(1, maxDimension)];
  for (let n = 1; n < maxPoints; n++) {
    const above = table[n - 1];
    table.push(above.map((count, d) => (d === 0 ? 0n : count + above[d - 1])));
  }
  return table;
}
