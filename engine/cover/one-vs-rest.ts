import type { Job } from '../job';
import { createRandom, type Random } from '../random';
import { separable } from './separable';
import { betaRegularized } from './special';
import { runTrials, type Tally, type TrialSpan } from './trials';

/**
 * One random point of the unit ball of R^n against M−1 others (Gorban & Tyukin 2017). All chances are for points drawn
 * independently and uniformly from the ball; n ≥ 1, M ≥ 2.
 */

/** The part of the ball beyond a hyperplane at distance t ≥ 0 from the centre: ½ I_{1−t²}((n+1)/2, ½). */
export const capShare = (dimension: number, t: number): number =>
  betaRegularized(1 - t * t, (dimension + 1) / 2, 0.5) / 2;

/** The published bound 1 − rⁿ − (M−1)·ρⁿ/2 with ρ² = 1 − r², 0 where it is negative. */
export const separationBound = (dimension: number, count: number, r: number): number =>
  Math.max(0, 1 - r ** dimension - ((count - 1) * (1 - r * r) ** (dimension / 2)) / 2);

/** The r that makes the bound best: r/ρ = ((M−1)/2)^(1/(n−2)) for n > 2; at an end, 0 or 1, for n ≤ 2. */
export function bestRadius(dimension: number, count: number): number {
  const others = (count - 1) / 2;
  if (dimension <= 2) return others < 1 ? 0 : 1;
  const ratio = others ** (1 / (dimension - 2));
  return ratio / Math.hypot(1, ratio);
}

/** The chance that |x| > r and that no other point lies beyond the hyperplane at distance r towards x. */
export const fixedRadiusChance = (dimension: number, count: number, r: number): number =>
  (1 - r ** dimension) * (1 - capShare(dimension, r)) ** (count - 1);

/**
 * The chance that the hyperplane through x at a right angle to x leaves all others on the centre's side:
 * ∫₀¹ n tⁿ⁻¹ (1 − cap(t))^(M−1) dt. Absolute error below 1e-9. A floor under separability by any hyperplane.
 */
export function fisherChance(dimension: number, count: number): number {
  return integrate((t) => dimension * t ** (dimension - 1) * (1 - capShare(dimension, t)) ** (count - 1));
}

/** ∫₀¹ f by adaptive Simpson steps, from 64 equal ones so that no narrow peak is missed. */
function integrate(f: (t: number) => number): number {
  const refine = (a: number, b: number, fa: number, fm: number, fb: number, whole: number, depth: number): number => {
    const m = (a + b) / 2;
    const [fl, fr] = [f((a + m) / 2), f((m + b) / 2)];
    const left = ((m - a) / 6) * (fa + 4 * fl + fm);
    const right = ((b - m) / 6) * (fm + 4 * fr + fb);
    const error = left + right - whole;
    if (depth === 0 || Math.abs(error) < 1e-12) return left + right + error / 15;
    return refine(a, m, fa, fl, fm, left, depth - 1) + refine(m, b, fm, fr, fb, right, depth - 1);
  };
  let sum = 0;
  for (let k = 0; k < 64; k++) {
    const [a, b] = [k / 64, (k + 1) / 64];
    const [fa, fm, fb] = [f(a), f((a + b) / 2), f(b)];
    sum += refine(a, b, fa, fm, fb, ((b - a) / 6) * (fa + 4 * fm + fb), 20);
  }
  return sum;
}

/** M points of the ball of R^n; separated by the hyperplane at a right angle to x (`fisher`), or by any one. */
export interface OneVsRestPlace {
  readonly dimension: number;
  readonly points: number;
  readonly by: 'fisher' | 'any';
}

/** How often the first of M random points of the ball is separable from the others, at every place. */
export const measureOneVsRest = (
  places: readonly OneVsRestPlace[],
  span: TrialSpan,
  job?: Job<Tally[]>,
): Promise<Tally[]> =>
  runTrials(
    places,
    span,
    ({ dimension, points, by }, t) => {
      const ball = ballPoints(createRandom(span.seed, dimension, points, t), points, dimension);
      if (fisherSeparates(ball, dimension)) return true;
      if (by === 'fisher') return false;
      const labels = Int8Array.from({ length: points }, (_, i) => (i === 0 ? 1 : -1));
      return separable(ball, dimension, labels, { affine: true });
    },
    job,
  );

/** Points uniform in the unit ball: a Gaussian direction, and the n-th root of a uniform number as radius. */
export function ballPoints(random: Random, count: number, dimension: number): Float64Array {
  const points = new Float64Array(count * dimension);
  for (let i = 0; i < count; i++) {
    let square = 0;
    for (let j = 0; j < dimension; j++) {
      const x = random.normal();
      points[i * dimension + j] = x;
      square += x * x;
    }
    const factor = random.uniform() ** (1 / dimension) / Math.sqrt(square);
    for (let j = 0; j < dimension; j++) points[i * dimension + j] *= factor;
  }
  return points;
}

function fisherSeparates(points: Float64Array, dimension: number): boolean {
  let square = 0;
  for (let j = 0; j < dimension; j++) square += points[j] * points[j];
  for (let at = dimension; at < points.length; at += dimension) {
    let product = 0;
    for (let j = 0; j < dimension; j++) product += points[j] * points[at + j];
    if (product >= square) return false;
  }
  return true;
}
