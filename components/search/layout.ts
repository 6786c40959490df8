import type { Trace } from './view';

/**
 * Where the entries of a trace stand. A rule set stands in the row of its last rule, the empty set in row 0. One whose children
 * are looked at has a column of its own, in which they hang below it; a child that has children in turn moves to a column of its
 * own on the right. Columns are in the order in which the search opens them, so it sweeps from left to right.
 */
export interface Layout {
  readonly columns: number;
  readonly column: Float64Array;
  readonly row: Float64Array;
  /** For an entry with a column of its own, the column of its parent; −1 for others. */
  readonly from: Float64Array;
}

export function layOut({ parent, rule }: Trace): Layout {
  const column = new Float64Array(parent.length);
  const from = new Float64Array(parent.length).fill(-1);
  const opened = new Uint8Array(parent.length);
  let columns = 1;
  for (let k = 1; k < parent.length; k++) {
    const p = parent[k];
    if (p > 0 && !opened[p]) {
      opened[p] = 1;
      from[p] = column[p];
      column[p] = columns++;
    }
    column[k] = column[p];
  }
  return { columns, column, row: Float64Array.from(rule, (r) => r + 1), from };
}

/** The entry among the first `count` that is nearest to a place, in pixels. */
export function nearestEntry(
  { column, row }: Layout,
  count: number,
  place: { readonly x: number; readonly y: number },
  unit: { readonly x: number; readonly y: number },
): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    const distance = Math.hypot((column[k] - place.x) * unit.x, (row[k] - place.y) * unit.y);
    if (distance < least) [best, least] = [k, distance];
  }
  return best;
}
