import { toDoubles } from './exact';
import { scaleRows } from './scale';
import { dualSimplex } from './simplex';

/**
 * The same dictionary as in simplex.ts, in integers: decides z_i · w > 0, i = 1..N, whatever the rounding. For the few
 * instances that doubles cannot settle. Pivots are fraction-free (Edmonds 1967; Bareiss 1968). Doubles still point the
 * way: the dictionary of a basis is exact, its entries are rounded, and the next basis is where the dual simplex ends
 * on those. After a few rounds the least-index rule of Bland (1977) takes over, which cannot cycle.
 */
export type ExactAnswer =
  | { readonly weights: bigint[] }
  /** Σ factors_k · z_(rows_k) = 0, factors > 0. */
  | { readonly rows: number[]; readonly factors: bigint[] };

/** A guess of the final basis: the rows with y = 1. */
export interface Start {
  readonly tight: ArrayLike<number>;
}

const GUIDED_ROUNDS = 4;

export function solveExactly(rows: readonly (readonly bigint[])[], dimension: number, start: Start): ExactAnswer {
  const table = rows.map((row) => row.slice());
  // y_i is called i and w_j is called −1 − j
  const rowNames = rows.map((_, i) => i);
  const columnNames = Array.from({ length: dimension }, (_, j) => -1 - j);
  let denominator = 1n;

  const exchange = (r: number, s: number) => {
    const pivotRow = table[r];
    const pivot = pivotRow[s];
    table.forEach((row, i) => {
      if (i === r) return;
      const factor = row[s];
      for (let j = 0; j < dimension; j++) if (j !== s) row[j] = (row[j] * pivot - factor * pivotRow[j]) / denominator;
    });
    for (let j = 0; j < dimension; j++) pivotRow[j] = j === s ? denominator : -pivotRow[j];
    denominator = pivot;
    if (pivot < 0n) {
      denominator = -denominator;
      for (const row of table) for (let j = 0; j < dimension; j++) row[j] = -row[j];
    }
    [rowNames[r], columnNames[s]] = [columnNames[s], rowNames[r]];
  };

  /** Makes the wanted rows tight, as far as they are independent. */
  const moveTo = (wanted: ReadonlySet<number>) => {
    for (const name of wanted) {
      const r = rowNames.indexOf(name);
      if (r < 0) continue;
      const s = columnNames.findIndex((column, j) => !wanted.has(column) && table[r][j] !== 0n);
      if (s >= 0) exchange(r, s);
    }
  };

  moveTo(new Set(Array.from(start.tight)));
  for (let s = 0; s < dimension; s++) {
    if (columnNames[s] >= 0) continue;
    const r = table.findIndex((row, i) => rowNames[i] >= 0 && row[s] !== 0n);
    if (r >= 0) exchange(r, s);
  }
  // columns still named after a coordinate of w are 0 in every row that matters

  // Where all tight y are 1, a row is worth value / denominator.
  const value = (row: readonly bigint[]) => row.reduce((sum, x, j) => (columnNames[j] >= 0 ? sum + x : sum), 0n);
  const weightsOf = () => {
    const weights = new Array<bigint>(dimension).fill(0n);
    table.forEach((row, i) => {
      if (rowNames[i] < 0) weights[-1 - rowNames[i]] = value(row);
    });
    return weights;
  };
  const contradictionOf = (r: number) => {
    const used = columnNames.map((_, j) => j).filter((j) => columnNames[j] >= 0 && table[r][j] !== 0n);
    return {
      rows: [rowNames[r], ...used.map((j) => columnNames[j])],
      factors: [denominator, ...used.map((j) => -table[r][j])],
    };
  };
  const roundedRows = () => {
    const rounded = new Float64Array(rows.length * dimension);
    table.forEach((row, i) => {
      if (rowNames[i] >= 0) rounded.set(toDoubles(row), rowNames[i] * dimension);
    });
    columnNames.forEach((name, j) => {
      if (name >= 0) rounded[name * dimension + j] = 1;
    });
    return scaleRows(rounded, dimension).rows;
  };
  const leastIndexStep = () => {
    let r = -1;
    table.forEach((row, i) => {
      const first = rowNames[i] >= 0 && (r < 0 || rowNames[i] < rowNames[r]);
      if (first && value(row) < denominator) r = i;
    });
    let s = -1;
    for (let j = 0; j < dimension; j++)
      if (columnNames[j] >= 0 && table[r][j] > 0n && (s < 0 || columnNames[j] < columnNames[s])) s = j;
    exchange(r, s);
  };

  for (let round = 0; ; round++) {
    const live = table.map((_, i) => i).filter((i) => rowNames[i] >= 0);
    if (live.every((i) => value(table[i]) > 0n)) return { weights: weightsOf() };
    const contradiction = live.find((i) => table[i].every((x, j) => columnNames[j] < 0 || x <= 0n));
    if (contradiction !== undefined) return contradictionOf(contradiction);
    if (round < GUIDED_ROUNDS) moveTo(new Set(dualSimplex(roundedRows(), rows.length, dimension).tight));
    else leastIndexStep();
  }
}
