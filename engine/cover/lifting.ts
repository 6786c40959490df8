import { type Separation, separate, separates } from './separable';

/** Polynomials of degree ≤ r in the plane: binom(r+2, 2) features, the degrees of freedom d in Cover's count. */
export const featureCount = (degree: number): number => ((degree + 1) * (degree + 2)) / 2;

/** A polynomial Σ c_k T_i(u) T_j(v), u and v being x and y mapped from the frame to [−1, 1]; T_i and T_j are scaled, see below. */
export interface Polynomial {
  readonly degree: number;
  readonly frame: Frame;
  /** By total degree, then by falling degree in x: 1, u, v, T₂(u), uv, T₂(v), … */
  readonly coefficients: Float64Array;
}

export interface Frame {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Lifting {
  readonly features: number;
  readonly separation: Separation;
  /** A separating polynomial, positive on the points with label > 0; null when there is none. */
  readonly polynomial: Polynomial | null;
}

function frameOf(points: Float64Array): Frame {
  const [x, y] = [0, 1].map((axis): [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = axis; at < points.length; at += 2) {
      low = Math.min(low, points[at]);
      high = Math.max(high, points[at]);
    }
    return low < high ? [low, high] : [low - 1, low + 1];
  });
  return { x, y };
}

/**
 * The features of one point, written from `offset` on. Products of Chebyshev polynomials span the same space as the
 * monomials, and stay far apart where monomials of high degree look alike.
 */
function writeFeatures(x: number, y: number, degree: number, frame: Frame, out: Float64Array, offset: number): void {
  const u = chebyshev(x, frame.x, degree);
  const v = chebyshev(y, frame.y, degree);
  let k = offset;
  for (let total = 0; total <= degree; total++) for (let j = 0; j <= total; j++) out[k++] = u[total - j] * v[j];
}

/**
 * T_k of the value mapped from [low, high] to [−1, 1], k = 0, …, degree, each times the k-th power of a number near 1. That
 * number is the span without its power of two, so nothing is divided: at small integers the features are exact, and
 * what lies on a line or a conic there stays on it.
 */
function chebyshev(value: number, [low, high]: readonly [number, number], degree: number): Float64Array {
  const unit = 2 ** -Math.round(Math.log2(high - low));
  const span = (high - low) * unit;
  const t = (2 * value - low - high) * unit;
  const values = new Float64Array(degree + 1);
  values[0] = 1;
  if (degree > 0) values[1] = t;
  for (let k = 2; k <= degree; k++) values[k] = 2 * t * values[k - 1] - span * span * values[k - 2];
  return values;
}

export function evaluatePolynomial({ degree, frame, coefficients }: Polynomial, x: number, y: number): number {
  const features = new Float64Array(coefficients.length);
  writeFeatures(x, y, degree, frame, features, 0);
  return features.reduce((sum, feature, k) => sum + feature * coefficients[k], 0);
}

/** The points' features, N×binom(r+2, 2), in the frame that they fill. */
export function liftPoints(points: Float64Array, degree: number, frame = frameOf(points)): Float64Array {
  const d = featureCount(degree);
  const count = points.length / 2;
  const rows = new Float64Array(count * d);
  for (let i = 0; i < count; i++) writeFeatures(points[2 * i], points[2 * i + 1], degree, frame, rows, i * d);
  return rows;
}

/**
 * Whether a polynomial of degree ≤ r separates labelled points of the plane (x0, y0, …), decided with proof on their
 * features as rounded to doubles; when one does, the one of (nearly) widest margin among the features, to be drawn.
 */
export function liftAndSeparate(points: Float64Array, labels: ArrayLike<number>, degree: number): Lifting {
  if (!Number.isInteger(degree) || degree < 0) throw new RangeError(`degree must be an integer from 0, not ${degree}`);
  const frame = frameOf(points);
  const rows = liftPoints(points, degree, frame);
  const features = featureCount(degree);
  const separation = separate(rows, features, labels);
  if (!separation.separable) return { features, separation, polynomial: null };
  const wide = widen(rows, features, labels);
  const coefficients = separates(wide, rows, labels) ? wide : separation.weights;
  return { features, separation, polynomial: { degree, frame, coefficients } };
}

const SWEEPS = 1000;

/** The separator of widest margin, by coordinate ascent on its dual; it may fall short when the margin is tiny. */
function widen(rows: Float64Array, d: number, labels: ArrayLike<number>): Float64Array {
  const weights = new Float64Array(d);
  const multipliers = new Float64Array(labels.length);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let worst = 0;
    for (let i = 0; i < labels.length; i++) {
      const sign = labels[i] > 0 ? 1 : -1;
      let product = 0;
      let square = 0;
      for (let j = 0; j < d; j++) {
        const x = rows[i * d + j];
        product += x * weights[j];
        square += x * x;
      }
      const next = Math.max(0, multipliers[i] + (1 - sign * product) / square);
      const step = next - multipliers[i];
      if (step === 0) continue;
      multipliers[i] = next;
      for (let j = 0; j < d; j++) weights[j] += sign * step * rows[i * d + j];
      worst = Math.max(worst, Math.abs(step) * square);
    }
    if (worst < 1e-4) break;
  }
  return weights;
}
