/**
 * Dual simplex in doubles for the system z_i · w ≥ 1, i = 1..N, w free in R^d: it has a solution exactly when some w
 * makes every z_i · w positive. The answer is a basis, to be checked by the caller: this file rounds.
 *
 * The dictionary writes y_i = z_i · w in terms of d of them, the tight ones, that stay at 1. Any w will do, so the
 * objective is ours to choose: positive costs, all different, keep every step dual feasible and rule out cycles.
 */
export interface SimplexAnswer {
  /** `unclear`: more steps than a sound run needs. */
  readonly verdict: 'feasible' | 'infeasible' | 'unclear';
  /** Rows with y = 1, one for each of `columns`. */
  readonly tight: Int32Array;
  /** Coordinates of w that are not fixed at 0; fewer than d when the rows do not span R^d. */
  readonly columns: Int32Array;
  /** When infeasible: rows of which a combination with positive factors is 0. The last is the violated one. */
  readonly support: Int32Array;
}

const TOLERANCE = 1e-11;
const RANK_TOLERANCE = 1e-12;
const GOLDEN = 0.6180339887498949;

/** `rows` is N×d, row-major, entries at most about 1; it is not changed. */
export function dualSimplex(rows: Float64Array, count: number, dimension: number): SimplexAnswer {
  const table = rows.slice();
  const tight = new Int32Array(dimension);
  // variable of each table row; −1 once its y became tight and the row holds nothing
  const variable = Int32Array.from({ length: count }, (_, i) => i);
  const kept: number[] = [];
  let rank = 0;

  // Exchange coordinates of w for rows, one column at a time; a column without a usable pivot depends on the others.
  for (let column = 0; column < dimension; column++) {
    let best = -1;
    let size = RANK_TOLERANCE;
    for (let i = 0; i < count; i++) {
      const entry = Math.abs(table[i * dimension + column]);
      if (variable[i] >= 0 && entry > size) {
        size = entry;
        best = i;
      }
    }
    if (best < 0) continue;
    exchange(table, count, dimension, best, column, variable, false);
    tight[column] = best;
    variable[best] = -1;
    kept.push(column);
    rank++;
  }
  if (rank < dimension) compact(table, count, dimension, kept, tight);
  const answer = (verdict: SimplexAnswer['verdict'], support: number[] = []): SimplexAnswer => ({
    verdict,
    tight: tight.slice(0, rank),
    columns: Int32Array.from(kept),
    support: Int32Array.from(support),
  });

  const live: number[] = [];
  for (let i = 0; i < count; i++) if (variable[i] >= 0) live.push(i);
  const costs = Float64Array.from({ length: rank }, (_, j) => 1 + ((j * GOLDEN) % 1));
  const stride = dimension;

  for (let step = 0; step < 200 + 20 * (count + rank); step++) {
    // The row that is furthest below 1, measured against the length of its row, leaves.
    let leaving = -1;
    let worst = 0;
    for (const i of live) {
      const start = i * stride;
      let value = 0;
      let square = 1;
      for (let j = 0; j < rank; j++) {
        const entry = table[start + j];
        value += entry;
        square += entry * entry;
      }
      const short = 1 - value;
      if (short > 1e-9 && short * short > worst * square) {
        worst = (short * short) / square;
        leaving = i;
      }
    }
    if (leaving < 0) return answer('feasible');

    const start = leaving * stride;
    let entering = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < rank; j++) {
      const entry = table[start + j];
      if (entry > TOLERANCE && costs[j] < least * entry) {
        least = costs[j] / entry;
        entering = j;
      }
    }
    if (entering < 0) {
      const support: number[] = [];
      for (let j = 0; j < rank; j++) if (table[start + j] < -TOLERANCE) support.push(tight[j]);
      return answer('infeasible', [...support, variable[leaving]]);
    }
    for (let j = 0; j < rank; j++) if (j !== entering) costs[j] = Math.max(0, costs[j] - least * table[start + j]);
    costs[entering] = least;
    const left = variable[leaving];
    variable[leaving] = tight[entering];
    tight[entering] = left;
    exchange(table, count, stride, leaving, entering, variable, true);
  }
  return answer('unclear');
}

/** Swaps the roles of a row and a column in the dictionary; `keep` says whether the pivot row stays in use. */
function exchange(
  table: Float64Array,
  count: number,
  stride: number,
  row: number,
  column: number,
  variable: Int32Array,
  keep: boolean,
): void {
  const start = row * stride;
  const pivot = table[start + column];
  for (let j = 0; j < stride; j++) table[start + j] /= -pivot;
  table[start + column] = 1 / pivot;
  for (let i = 0; i < count; i++) {
    if (i === row || variable[i] < 0) continue;
    const at = i * stride;
    const factor = table[at + column];
    if (factor === 0) continue;
    table[at + column] = 0;
    for (let j = 0; j < stride; j++) table[at + j] += factor * table[start + j];
  }
  if (!keep) table.fill(0, start, start + stride);
}

/** Moves the kept columns to the front. */
function compact(table: Float64Array, count: number, stride: number, kept: number[], tight: Int32Array): void {
  for (let to = 0; to < kept.length; to++) {
    tight[to] = tight[kept[to]];
    for (let i = 0; i < count; i++) table[i * stride + to] = table[i * stride + kept[to]];
  }
}
