/**
 * Dual simplex in doubles for the system z_i · w ≥ 1, i = 1..N, w free in R^d: it has a solution exactly when some w
 * makes every z_i · w positive. The answer is a basis, to be checked by the caller: this file rounds.
 *
 * The dictionary writes y_i = z_i · w in terms of d of them, the tight ones, that stay at 1. Any w will do, so the
 * objective is ours to choose: positive costs, all different, keep every step dual feasible and rule out cycles. It
 * may stop as soon as all y are positive, since w can be stretched.
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
const RANK_TOLERANCE = 1e-10;
const POSITIVE = 1e-7;
const GOLDEN = 0.6180339887498949;

/** `rows` is N×d, row-major, entries at most about 1; it is not changed. */
export function dualSimplex(rows: Float64Array, count: number, dimension: number): SimplexAnswer {
  const table = rows.slice();
  const stride = dimension;
  const names = Int32Array.from({ length: count }, (_, i) => i);
  let live = count;

  // Exchange coordinates of w for rows, one column at a time; a column without a usable pivot depends on the others.
  const columns: number[] = [];
  const spanning: number[] = [];
  for (let column = 0; column < dimension; column++) {
    let best = -1;
    let size = RANK_TOLERANCE;
    for (let i = 0; i < live; i++) {
      const entry = Math.abs(table[i * stride + column]);
      if (entry > size) {
        size = entry;
        best = i;
      }
    }
    if (best < 0) continue;
    exchange(table, live, stride, best, column);
    columns.push(column);
    spanning.push(names[best]);
    // the row now says what that coordinate of w is, which nothing below asks for
    live--;
    names[best] = names[live];
    table.copyWithin(best * stride, live * stride, (live + 1) * stride);
  }
  const rank = columns.length;
  const tight = Int32Array.from(spanning);
  if (rank < dimension) moveToFront(table, live, stride, columns);
  const answer = (verdict: SimplexAnswer['verdict'], support: number[] = []): SimplexAnswer => ({
    verdict,
    tight,
    columns: Int32Array.from(columns),
    support: Int32Array.from(support),
  });

  const costs = Float64Array.from({ length: rank }, (_, j) => 1 + ((j * GOLDEN) % 1));
  for (let step = 0; step < 200 + 20 * (count + rank); step++) {
    const leaving = mostViolated(table, live, stride, rank);
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
      return answer('infeasible', [...support, names[leaving]]);
    }
    for (let j = 0; j < rank; j++) costs[j] = Math.max(0, costs[j] - least * table[start + j]);
    costs[entering] = least;

    [names[leaving], tight[entering]] = [tight[entering], names[leaving]];
    exchange(table, live, stride, leaving, entering);
  }
  return answer('unclear');
}

/** Of the rows with y not clearly positive, the one furthest below 1 measured against its length; −1 without any. */
function mostViolated(table: Float64Array, live: number, stride: number, rank: number): number {
  let leaving = -1;
  let worst = 0;
  for (let i = 0; i < live; i++) {
    // where the tight rows are at 1
    let value = 0;
    let square = 1;
    for (let at = i * stride; at < i * stride + rank; at++) {
      const entry = table[at];
      value += entry;
      square += entry * entry;
    }
    const short = 1 - value;
    if (value < POSITIVE && short * short > worst * square) {
      worst = (short * short) / square;
      leaving = i;
    }
  }
  return leaving;
}

/** Swaps the roles of a row and a column in the dictionary. */
function exchange(table: Float64Array, live: number, stride: number, row: number, column: number): void {
  const start = row * stride;
  const pivot = table[start + column];
  for (let j = 0; j < stride; j++) table[start + j] /= -pivot;
  table[start + column] = 1 / pivot;
  for (let i = 0; i < live; i++) {
    const at = i * stride;
    const factor = table[at + column];
    if (i === row || factor === 0) continue;
    table[at + column] = 0;
    for (let j = 0; j < stride; j++) table[at + j] += factor * table[start + j];
  }
}

/** Moves the chosen columns, which are in rising order, to the front. */
function moveToFront(table: Float64Array, live: number, stride: number, columns: readonly number[]): void {
  for (let i = 0; i < live; i++)
    for (let to = 0; to < columns.length; to++) table[i * stride + to] = table[i * stride + columns[to]];
}
