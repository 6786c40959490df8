import { type BitSet, emptyBits, setBit } from '../bits/bitset';
import { formatDate, readDate } from './dates';
import { type CategoricalColumn, type Column, DataError, findColumn, type NumericColumn, type Table } from './table';

export type Operator = '≤' | '>' | '=' | '≠';

/**
 * One condition on one column. A missing value meets none, except `= null`, which says "is missing". Dates are written
 * YYYY-MM-DD, which compares as text as the days do.
 */
export interface Literal {
  readonly column: string;
  readonly op: Operator;
  readonly value: number | string | null;
}

/** Compact, as in a rule's name: `chist>1`, `phist=yes`. */
export const literalName = (literal: Literal): string => `${literal.column}${literal.op}${literal.value ?? 'missing'}`;

/** What a condition compares a column of numbers with; null when it is no number, or no date where there are dates. */
function numberOf({ dates }: NumericColumn, value: Literal['value']): number | null {
  if (typeof value === 'number') return value;
  if (value === null || value === '') return null;
  const number = dates ? readDate(value, 'ymd') : Number(value);
  return Number.isNaN(number) ? null : number;
}

function holdsFor(column: Column, { op, value }: Literal): (row: number) => boolean {
  if (column.kind === 'numeric') {
    const values = column.values;
    if (value === null && op === '=') return (row) => Number.isNaN(values[row]);
    const t = numberOf(column, value);
    if (t === null)
      throw new DataError(
        `column ${column.name} is ${column.dates ? 'of dates' : 'numeric'}: it cannot be compared with ${JSON.stringify(value)}`,
      );
    if (op === '≤') return (row) => values[row] <= t;
    if (op === '>') return (row) => values[row] > t;
    if (op === '=') return (row) => values[row] === t;
    return (row) => !Number.isNaN(values[row]) && values[row] !== t;
  }
  if (op === '≤' || op === '>')
    throw new DataError(`column ${column.name} has levels, no numbers: ${op} does not apply`);
  const codes = column.codes;
  // A level that this table lacks (in a test half, say) is met by no row, and avoided by every known one.
  const code = value === null ? -1 : column.levels.indexOf(String(value));
  const exists = value === null || code >= 0;
  if (op === '=') return (row) => exists && codes[row] === code;
  return (row) => codes[row] >= 0 && codes[row] !== code;
}

/** The rows that meet the condition. Throws a DataError when the column is not there or is of the wrong kind. */
export function captureOne(table: Table, literal: Literal): BitSet {
  const holds = holdsFor(findColumn(table, literal.column), literal);
  const bits = emptyBits(table.n);
  for (let row = 0; row < table.n; row++) if (holds(row)) setBit(bits, row);
  return bits;
}

/** The rows that meet all conditions; all rows when there is none. */
export function captureAll(table: Table, literals: readonly Literal[]): BitSet {
  const tests = literals.map((literal) => holdsFor(findColumn(table, literal.column), literal));
  const bits = emptyBits(table.n);
  for (let row = 0; row < table.n; row++) if (tests.every((holds) => holds(row))) setBit(bits, row);
  return bits;
}

export interface LiteralOptions {
  /** Cut points of a numeric column; days, of one of dates. */
  readonly cuts?: readonly number[];
  /** Whether a column of three or more levels also gives `≠`. */
  readonly notEqual?: boolean;
  /** Whether "is missing" is a condition of its own. */
  readonly missing?: boolean;
  /** Least number of rows of a level that conditions name: an identifier offers none. */
  readonly least?: number;
}

/** The levels that enough rows have. */
function commonLevels({ levels, codes }: CategoricalColumn, least: number): string[] {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return levels.filter((_, code) => counts[code] >= least);
}

/** The conditions that a column offers: ≤ and > at every cut, or = (and ≠) for every level. */
export function literalsOf(
  column: Column,
  { cuts = [], notEqual = false, missing = false, least = 1 }: LiteralOptions,
): Literal[] {
  const literals: Literal[] = [];
  const offer = (op: Operator, value: Literal['value']) => literals.push({ column: column.name, op, value });
  if (column.kind === 'numeric') {
    for (const cut of cuts) {
      const t = column.dates ? formatDate(cut) : cut;
      offer('≤', t);
      offer('>', t);
    }
  } else {
    const levels = commonLevels(column, least);
    for (const level of levels) offer('=', level);
    if (notEqual && column.levels.length > 2) for (const level of levels) offer('≠', level);
  }
  if (missing) offer('=', null);
  return literals;
}
