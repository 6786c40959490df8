import { positiveCombination } from './certificate';
import { onlyDependency, signOfDot, toDoubles, toIntegers } from './exact';
import { solveExactly } from './exact-simplex';
import { solve } from './linear';
import { dualSimplex } from './simplex';

export interface Separated {
  readonly separable: true;
  /** w with label_i · (w · x_i) > 0 for every point; affine: w · x + w_d, the offset last. */
  readonly weights: Float64Array;
  /** Set only when the cone of separating w is so thin that no rounding to doubles was found inside: w, exactly. */
  readonly integers?: readonly bigint[];
}

export interface Inseparable {
  readonly separable: false;
  /** Points with Σ factors_k · label_k · x_k = 0, factors > 0 (Gordan 1873: then no w can exist). */
  readonly points: Int32Array;
  /** The factors as doubles, summing to 1. Proved > 0 where exact; one below 1e-308 of the largest reads 0 here. */
  readonly factors: Float64Array;
}

export type Separation = Separated | Inseparable;

export interface SeparateOptions {
  /** Hyperplanes anywhere, not only through the origin. */
  readonly affine?: boolean;
}

/** The rows (x_i, 1) of N×(d+1), from N×d. */
export function lift(points: ArrayLike<number>, dimension: number): Float64Array {
  const count = points.length / dimension;
  const lifted = new Float64Array(count * (dimension + 1)).fill(1);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < dimension; j++) lifted[i * (dimension + 1) + j] = points[i * dimension + j];
  return lifted;
}

/**
 * Decides whether a hyperplane separates the points with label > 0 strictly from the others, and proves the answer.
 * `points` is N×dimension, row-major, finite. A linear programme in doubles finds a basis; the certificate made of it
 * is checked with all rounding accounted for, and where that check fails the programme is solved in integers. So the
 * answer holds exactly for the doubles given, at any scale.
 */
export function separate(
  points: Float64Array,
  dimension: number,
  labels: ArrayLike<number>,
  { affine = false }: SeparateOptions = {},
): Separation {
  if (points.length !== labels.length * dimension)
    throw new RangeError(`${labels.length} labels need ${labels.length * dimension} coordinates, not ${points.length}`);
  const rows = affine ? lift(points, dimension) : points;
  const d = affine ? dimension + 1 : dimension;
  const count = labels.length;
  const scaled = scaleRows(rows, count, d, labels);
  const answer = dualSimplex(scaled.rows, count, d);

  if (answer.verdict === 'feasible') {
    const weights = weightsAt(scaled, d, answer.tight, answer.columns);
    if (weights && separates(weights, rows, labels)) return { separable: true, weights };
  } else if (answer.verdict === 'infeasible') {
    const proof = proveCombination(rows, scaled, d, labels, answer.support);
    if (proof) return proof;
  }
  return separateExactly(rows, d, labels, answer);
}

/** Whether some hyperplane through the origin (`affine`: any) separates the labels; `separate` gives the proof. */
export const separable = (
  points: Float64Array,
  dimension: number,
  labels: ArrayLike<number>,
  options?: SeparateOptions,
): boolean => separate(points, dimension, labels, options).separable;

/** Whether label_i · (w · x_i) > 0 for all rows, in exact arithmetic. */
export function separates(weights: Float64Array, rows: ArrayLike<number>, labels: ArrayLike<number>): boolean {
  if (!weights.every(Number.isFinite)) return false;
  for (let i = 0; i < labels.length; i++)
    if (signOfDot(weights, rows, i * weights.length) !== (labels[i] > 0 ? 1 : -1)) return false;
  return true;
}

interface Scaled {
  /** label_i · x_ij · rowScale_i · columnScale_j, entries at most 1 and of like size. */
  readonly rows: Float64Array;
  readonly rowScale: Float64Array;
  readonly columnScale: Float64Array;
}

/** Scales by powers of two, which is exact and leaves the answer as it is. */
function scaleRows(points: Float64Array, count: number, d: number, labels: ArrayLike<number>): Scaled {
  const rows = points.slice();
  const rowScale = new Float64Array(count).fill(1);
  const columnScale = new Float64Array(d).fill(1);
  for (let round = 0; round < 2; round++) {
    for (let j = 0; j < d; j++) {
      let most = 0;
      for (let i = 0; i < count; i++) most = Math.max(most, Math.abs(rows[i * d + j]));
      if (!Number.isFinite(most)) throw new RangeError('coordinates must be finite');
      const factor = powerToOne(most);
      columnScale[j] *= factor;
      if (factor !== 1) for (let i = 0; i < count; i++) rows[i * d + j] *= factor;
    }
    for (let i = 0; i < count; i++) {
      let most = 0;
      for (let j = 0; j < d; j++) most = Math.max(most, Math.abs(rows[i * d + j]));
      const factor = powerToOne(most);
      rowScale[i] *= factor;
      if (factor !== 1) for (let j = 0; j < d; j++) rows[i * d + j] *= factor;
    }
  }
  for (let i = 0; i < count; i++) if (!(labels[i] > 0)) for (let j = 0; j < d; j++) rows[i * d + j] *= -1;
  return { rows, rowScale, columnScale };
}

const powerToOne = (size: number): number =>
  size === 0 ? 1 : 2 ** -Math.max(-1000, Math.min(1000, Math.ceil(Math.log2(size))));

/** The w of a basis: z_i · w = 1 on its tight rows. */
function weightsAt(scaled: Scaled, d: number, tight: Int32Array, columns: Int32Array): Float64Array | null {
  const rank = tight.length;
  const matrix = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++)
    for (let j = 0; j < rank; j++) matrix[i * rank + j] = scaled.rows[tight[i] * d + columns[j]];
  const solution = solve(matrix, new Float64Array(rank).fill(1));
  if (!solution) return null;
  const weights = new Float64Array(d);
  for (let j = 0; j < rank; j++) weights[columns[j]] = solution[j] * scaled.columnScale[columns[j]];
  return weights;
}

/** Proves that a positive combination of the supporting rows is 0: by bounds when they span, else in integers. */
function proveCombination(
  points: Float64Array,
  scaled: Scaled,
  d: number,
  labels: ArrayLike<number>,
  support: Int32Array,
): Inseparable | null {
  if (support.length === d + 1) {
    const vectors = new Float64Array((d + 1) * d);
    let exactScaling = true;
    support.forEach((i, k) => {
      const scale = scaled.rowScale[i] * (labels[i] > 0 ? 1 : -1);
      for (let j = 0; j < d; j++) {
        const entry = scaled.rows[i * d + j];
        vectors[k * d + j] = entry;
        exactScaling &&= entry / scale / scaled.columnScale[j] === points[i * d + j];
      }
    });
    const factors = exactScaling ? positiveCombination(vectors, d) : null;
    if (factors)
      return inseparable(
        support,
        factors.map((c, k) => c * scaled.rowScale[support[k]]),
      );
  }
  const flat = toIntegers(Array.from(support).flatMap((i) => signedRow(points, d, labels, i)));
  const factors = onlyDependency(Array.from(support, (_, k) => flat.slice(k * d, (k + 1) * d)));
  if (!factors?.every((c) => c >= 0n)) return null;
  const used = Array.from(factors.keys()).filter((k) => factors[k] > 0n);
  return inseparable(
    used.map((k) => support[k]),
    toDoubles(used.map((k) => factors[k])),
  );
}

const signedRow = (points: Float64Array, d: number, labels: ArrayLike<number>, i: number): number[] =>
  Array.from(points.subarray(i * d, (i + 1) * d), (x) => (labels[i] > 0 ? x : -x));

function inseparable(points: ArrayLike<number>, factors: Float64Array): Inseparable {
  const sum = factors.reduce((total, c) => total + c, 0);
  return { separable: false, points: Int32Array.from(points), factors: factors.map((c) => c / sum) };
}

function separateExactly(
  points: Float64Array,
  d: number,
  labels: ArrayLike<number>,
  start: { tight: Int32Array; columns: Int32Array },
): Separation {
  const flat = toIntegers(Array.from(labels, (_, i) => signedRow(points, d, labels, i)).flat());
  const rows = Array.from(labels, (_, i) => flat.slice(i * d, (i + 1) * d));
  const answer = solveExactly(rows, d, start);
  if (!('weights' in answer)) return inseparable(answer.rows, toDoubles(answer.factors));
  const weights = toDoubles(answer.weights);
  return separates(weights, points, labels)
    ? { separable: true, weights }
    : { separable: true, weights, integers: answer.weights };
}
