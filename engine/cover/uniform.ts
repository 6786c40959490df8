import type { Random } from '../random';
import { solve } from './linear';
import { logBinomialTerm } from './special';

/**
 * Separable dichotomies drawn uniformly, whatever the sizes of their cells: Cover's sum made into a bijection.
 *
 * Fix the scale and sign of w by w · x_N = 1. The other n = N−1 points cut this affine space of dimension d−1, with
 * coordinates in generic directions, into cells. A cell that is bounded below in the last coordinate has one lowest
 * corner, where d−1 of the hyperplanes meet, and every choice of d−1 hyperplanes is the lowest corner of one cell. The
 * cells that are not bounded below are those that still show far down, at last coordinate −∞, where one sees an
 * arrangement one dimension lower; and so on. So the cells stand for the subsets of at most d−1 of n points, each with
 * both signs of w: C(N,d) = 2 · Σ_{k<d} binom(N−1, k), and a uniform subset gives a uniform cell.
 */

/** Coordinates of the N points in which the cells are read off: N×d, the last point at (0, …, 0, positive). */
export function genericCoordinates(points: Float64Array, dimension: number, random: Random): Float64Array {
  const d = dimension;
  const n = points.length / d;
  const last = points.subarray((n - 1) * d);
  const square = last.reduce((sum, x) => sum + x * x, 0);
  const basis = Array.from({ length: d - 1 }, () => {
    const g = Float64Array.from({ length: d }, () => random.normal());
    const part = g.reduce((sum, x, j) => sum + x * last[j], 0) / square;
    return g.map((x, j) => x - part * last[j]);
  });
  const coordinates = new Float64Array(n * d);
  [...basis, last].forEach((g, k) => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += points[i * d + j] * g[j];
      coordinates[i * d + k] = sum;
    }
  });
  for (let k = 0; k < d - 1; k++) coordinates[(n - 1) * d + k] = 0;
  return coordinates;
}

/** The dichotomy that a subset of the first N−1 points stands for, with the last point positive; fewer than d in it. */
export function dichotomyOfSubset(coordinates: Float64Array, dimension: number, subset: readonly number[]): Int8Array {
  const d = dimension;
  const n = coordinates.length / d;
  const k = subset.length;
  // Seen from far down, w = (v, −1, 0, …, 0): the coordinate that went to −∞ outweighs the later ones.
  const level = k === d - 1 ? 1 : -1;
  const matrix = new Float64Array(k * k);
  const transposed = new Float64Array(k * k);
  const right = new Float64Array(k);
  subset.forEach((i, r) => {
    for (let j = 0; j < k; j++) matrix[r * k + j] = transposed[j * k + r] = coordinates[i * d + j];
    right[r] = -level * coordinates[i * d + k];
  });
  const up = new Float64Array(k);
  if (k > 0) up[k - 1] = 1;
  const corner = solve(matrix, right);
  const slopes = solve(transposed, up);
  if (!corner || !slopes) throw new RangeError('the points are not in general position');

  const signs = new Int8Array(n).fill(1);
  for (let i = 0; i < n - 1; i++) {
    let value = level * coordinates[i * d + k];
    for (let j = 0; j < k; j++) value += coordinates[i * d + j] * corner[j];
    signs[i] = value > 0 ? 1 : -1;
  }
  // "Up" is the positive combination of the cell's own sides at its lowest corner.
  subset.forEach((i, r) => {
    signs[i] = slopes[r] > 0 ? 1 : -1;
  });
  return signs;
}

/** A uniformly drawn separable dichotomy of N×dimension points in general position, as signs. */
export function uniformDichotomy(points: Float64Array, dimension: number, random: Random): Int8Array {
  const n = points.length / dimension;
  const subset = randomSubset(n - 1, drawSize(n - 1, dimension, random), random);
  const signs = dichotomyOfSubset(genericCoordinates(points, dimension, random), dimension, subset);
  return random.below(2) ? signs : signs.map((s) => -s);
}

/** k < d with chance proportional to binom(n, k). */
function drawSize(n: number, d: number, random: Random): number {
  const top = Math.min(n, d - 1);
  const peak = logBinomialTerm(Math.min(top, Math.floor(n / 2)), n);
  const weights = Float64Array.from({ length: top + 1 }, (_, k) => Math.exp(logBinomialTerm(k, n) - peak));
  let left = random.uniform() * weights.reduce((sum, x) => sum + x, 0);
  for (let k = top; k > 0; k--) {
    left -= weights[k];
    if (left < 0) return k;
  }
  return 0;
}

/** k of 0 .. n − 1, each subset equally likely (Floyd). */
function randomSubset(n: number, k: number, random: Random): number[] {
  const chosen = new Set<number>();
  for (let top = n - k; top < n; top++) {
    const i = random.below(top + 1);
    chosen.add(chosen.has(i) ? top : i);
  }
  return [...chosen];
}
