import { countDichotomies } from './counting';
import { logBinomialTerm } from './special';

/** An exact ratio of two counts, not reduced. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const LN2 = Math.LN2;
/** The bits of x, rounded up to a multiple of four. */
const bits = (x: bigint): number => 4 * x.toString(16).length;

/** The double nearest to a fraction ≥ 0, to one unit in the last place; 0 when it is below the smallest double. */
export function toDouble({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0;
  const shift = 68 - bits(numerator) + bits(denominator);
  const scaled = shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  // at least 64 bits are left; two steps, since 2^−shift alone may be below the smallest double
  const half = Math.trunc(shift / 2);
  return Number(scaled) * 2 ** -half * 2 ** -(shift - half);
}

/** P(N,d) = C(N,d) / 2^N, exactly, in lowest terms. */
export function separableFraction(points: number, dimension: number): Fraction {
  let numerator = countDichotomies(points, dimension);
  if (numerator === 0n) return { numerator, denominator: 1n };
  let twos = 0;
  while (twos < points && (numerator & 1n) === 0n) {
    numerator >>= 1n;
    twos++;
  }
  return { numerator, denominator: 1n << BigInt(points - twos) };
}

/** Σ_{j≥1} binom(n, k−j) / binom(n, k): the lower tail of a binomial row against its last term. */
function tailRatio(k: number, n: number): number {
  let term = 1;
  let sum = 0;
  for (let j = k; j >= 1 && term > 1e-18 * sum; j--) {
    term *= j / (n - j + 1);
    sum += term;
  }
  return sum;
}

/**
 * P(N,d): the chance that a uniformly drawn labelling of N points in general position in R^d is separable by a
 * hyperplane through the origin; Pr[Binomial(N−1, ½) ≤ d−1]. A double with relative error below 1e-12, for N to 10^5.
 */
export function separableChance(points: number, dimension: number): number {
  if (dimension <= 0) return 0;
  if (dimension >= points) return 1;
  if (2 * dimension === points) return 0.5;
  if (2 * dimension > points) return 1 - separableChance(points, points - dimension);
  return Math.exp(logBinomialTerm(dimension - 1, points - 1)) * (1 + tailRatio(dimension - 1, points - 1));
}

/** log2 C(N,d), for drawing counts beyond the doubles; absolute error below 1e-10 for N to 10^5. −∞ for d = 0. */
export function log2Dichotomies(points: number, dimension: number): number {
  if (dimension <= 0) return Number.NEGATIVE_INFINITY;
  if (2 * dimension >= points) return points + Math.log2(separableChance(points, dimension));
  const log = logBinomialTerm(dimension - 1, points - 1) + Math.log1p(tailRatio(dimension - 1, points - 1));
  return points + log / LN2;
}

/**
 * A(N,d) = C(N,d−1) / C(N,d): the share of the separable dichotomies of N points that leave one more point ambiguous
 * (Cover 1965, theorem on ambiguous generalisation). Average over dichotomies, not over weight vectors.
 */
export function ambiguityChance(points: number, dimension: number): number {
  if (2 * dimension > points) return separableChance(points, dimension - 1) / separableChance(points, dimension);
  const ratio = tailRatio(dimension - 1, points - 1);
  return ratio / (1 + ratio);
}

/** A(N,d) as an exact fraction. */
export const ambiguityFraction = (points: number, dimension: number): Fraction => ({
  numerator: countDichotomies(points, dimension - 1),
  denominator: countDichotomies(points, dimension),
});

/** The limit of A(βd, d) as d grows: 1 up to β = 2, then 1/(β−1). */
export const ambiguityLimit = (beta: number): number => (beta <= 2 ? 1 : 1 / (beta - 1));

/**
 * Mean number of extreme patterns of a separable dichotomy, 2N·C(N−1,d−1)/C(N,d): the points whose label alone can be
 * flipped, that is the facets of a cell. Tends to 2(d−1) as N grows. Needs N ≥ 2.
 */
export const extremePatternsFraction = (points: number, dimension: number): Fraction => ({
  numerator: 2n * BigInt(points) * countDichotomies(points - 1, dimension - 1),
  denominator: countDichotomies(points, dimension),
});

/** Pr(N* = n): randomly labelled points are added until they are no longer separable; N* is the last separable number. */
export const capacityChance = (points: number, dimension: number): number =>
  points < dimension ? 0 : 0.5 * Math.exp(logBinomialTerm(dimension - 1, points - 1));

/**
 * A first-moment floor under the error rate of any linear classifier on N = βd randomly labelled points, as d grows:
 * the ε ≤ ½ with H(1/β) + H(ε) = 1, H the binary entropy in bits; 0 for β ≤ 2. The truth lies above it.
 */
export function errorFloor(beta: number): number {
  if (beta <= 2) return 0;
  const entropy = (x: number) => (x <= 0 ? 0 : -x * Math.log2(x) - (1 - x) * Math.log2(1 - x));
  const target = 1 - entropy(1 / beta);
  let low = 0;
  let high = 0.5;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (entropy(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
