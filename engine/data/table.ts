import { type DateFormat, formatDate } from './dates';

/** A column of numbers; NaN where the cell is missing. */
export interface NumericColumn {
  readonly kind: 'numeric';
  readonly name: string;
  readonly values: Float64Array;
  /** Where the numbers are days since 1 January 1970: how the file writes them. */
  readonly dates?: DateFormat;
}

/** A column of levels, in order of first appearance; code −1 where the cell is missing. */
export interface CategoricalColumn {
  readonly kind: 'categorical';
  readonly name: string;
  readonly levels: readonly string[];
  readonly codes: Int32Array;
}

export type Column = NumericColumn | CategoricalColumn;

export interface Table {
  /** Number of rows. */
  readonly n: number;
  readonly columns: readonly Column[];
}

/** What is wrong with a table, and where: `line` counts from 1 in the file, the header being line 1. */
export class DataError extends Error {
  override name = 'DataError';
  constructor(
    message: string,
    readonly line?: number,
    readonly column?: string,
  ) {
    super(line === undefined ? message : `line ${line}: ${message}`);
  }
}

/** The column of that name; throws a DataError that lists the names there are. */
export function findColumn(table: Table, name: string): Column {
  const column = table.columns.find((c) => c.name === name);
  if (column) return column;
  const names = table.columns.slice(0, 30).map((c) => c.name);
  const more = table.columns.length > names.length ? ', …' : '';
  throw new DataError(`there is no column ${JSON.stringify(name)}; the columns are ${names.join(', ')}${more}`);
}

/** The value in a row as the reader knows it: a number, a level, a date as YYYY-MM-DD, or null where it is missing. */
export function valueAt(column: Column, row: number): number | string | null {
  if (column.kind === 'numeric') {
    const value = column.values[row];
    if (Number.isNaN(value)) return null;
    return column.dates ? formatDate(value) : value;
  }
  return column.codes[row] < 0 ? null : column.levels[column.codes[row]];
}

/** The rows with these indices, in this order. Levels keep their codes. */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  const pick = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
    return to;
  };
  return {
    n: rows.length,
    columns: table.columns.map(
      (c): Column =>
        c.kind === 'numeric'
          ? { ...c, values: pick(c.values, new Float64Array(rows.length)) }
          : { ...c, codes: pick(c.codes, new Int32Array(rows.length)) },
    ),
  };
}
