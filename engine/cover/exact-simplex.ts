/**
 * The same dictionary as in simplex.ts, in integers: decides z_i · w > 0, i = 1..N, whatever the rounding. Slow, for
 * the few instances that doubles cannot settle. Pivots are fraction-free (Edmonds 1967; Bareiss 1968), and the
 * least-index rule of Bland (1977) makes the dual simplex end. It starts from a guess of the final basis.
 */
export type ExactAnswer =
  | { readonly weights: bigint[] }
  /** Σ factors_k · z_(rows_k) = 0, factors > 0. */
  | { readonly rows: number[]; readonly factors: bigint[] };

export interface Start {
  readonly tight: ArrayLike<number>;
  readonly columns: ArrayLike<number>;
}

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

  for (let k = 0; k < start.tight.length; k++)
    if (table[start.tight[k]][start.columns[k]] !== 0n && rowNames[start.tight[k]] >= 0)
      exchange(start.tight[k], start.columns[k]);
  for (let s = 0; s < dimension; s++) {
    if (columnNames[s] >= 0) continue;
    const r = table.findIndex((row, i) => rowNames[i] >= 0 && row[s] !== 0n);
    if (r >= 0) exchange(r, s);
  }

  // Where all tight y are 1 and the coordinates outside the basis 0, a row is worth value / denominator.
  const value = (row: readonly bigint[]) => row.reduce((sum, x, j) => (columnNames[j] >= 0 ? sum + x : sum), 0n);
  for (;;) {
    let r = -1;
    table.forEach((row, i) => {
      const first = rowNames[i] >= 0 && (r < 0 || rowNames[i] < rowNames[r]);
      if (first && value(row) < denominator) r = i;
    });
    if (r < 0) {
      const weights = new Array<bigint>(dimension).fill(0n);
      table.forEach((row, i) => {
        if (rowNames[i] < 0) weights[-1 - rowNames[i]] = value(row);
      });
      return { weights };
    }
    let s = -1;
    for (let j = 0; j < dimension; j++)
      if (columnNames[j] >= 0 && table[r][j] > 0n && (s < 0 || columnNames[j] < columnNames[s])) s = j;
    if (s < 0) {
      const used = columnNames.map((_, j) => j).filter((j) => columnNames[j] >= 0 && table[r][j] !== 0n);
      return {
        rows: [rowNames[r], ...used.map((j) => columnNames[j])],
        factors: [denominator, ...used.map((j) => -table[r][j])],
      };
    }
    exchange(r, s);
  }
}
