import type { CodedColumn } from './cells';
import { type DateOrder, guessDates, readDate } from './dates';
import { type DecimalMark, readNumber } from './numbers';
import type { CategoricalColumn, Column } from './table';

/** What a reader may say that a column is: numbers, levels, or dates in some order. */
export type ColumnType = Column['kind'] | DateOrder;

/** A cell that is not what its column was told to be. */
export class NotOfType extends Error {
  constructor(
    readonly code: number,
    readonly wanted: 'number' | 'date',
  ) {
    super(`not a ${wanted}`);
  }
}

interface TypeOptions {
  /** Told, not guessed. */
  readonly told: ColumnType | undefined;
  readonly mark: DecimalMark;
  readonly isMissing: (cell: string) => boolean;
}

/** Whether a column holds numbers only, one of them with a comma. */
export function isDecimalComma({ cells }: CodedColumn, isMissing: (cell: string) => boolean): boolean {
  let comma = false;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    if (readNumber(cell, ',') === null) return false;
    comma ||= cell.includes(',');
  }
  return comma;
}

function categorical({ name, cells, codes }: CodedColumn, isMissing: (cell: string) => boolean): CategoricalColumn {
  const known = new Map<string, number>();
  const levelOf = Int32Array.from(cells, (cell) => {
    if (isMissing(cell)) return -1;
    const level = known.get(cell) ?? known.size;
    known.set(cell, level);
    return level;
  });
  return { kind: 'categorical', name, levels: [...known.keys()], codes: codes.map((code) => levelOf[code]) };
}

/** What each different cell is worth, NaN for a missing one; or the first that is worth nothing. */
function worth(
  { cells }: CodedColumn,
  isMissing: (cell: string) => boolean,
  read: (cell: string) => number | null,
): Float64Array | number {
  const values = new Float64Array(cells.length);
  for (let code = 0; code < cells.length; code++) {
    const value = isMissing(cells[code]) ? Number.NaN : read(cells[code]);
    if (value === null) return code;
    values[code] = value;
  }
  return values;
}

const spread = ({ codes }: CodedColumn, values: Float64Array): Float64Array => {
  const all = new Float64Array(codes.length);
  for (let row = 0; row < all.length; row++) all[row] = values[codes[row]];
  return all;
};

const MANY = 3;

const hasMany = (values: Float64Array): boolean => {
  const seen = new Set<number>();
  for (const value of values) if (!Number.isNaN(value) && seen.add(value).size === MANY) return true;
  return false;
};

/** Numbers, where there are three or more different ones; dates likewise; else levels. */
function guess(column: CodedColumn, mark: DecimalMark, isMissing: (cell: string) => boolean): Column {
  const { name, cells } = column;
  const numbers = worth(column, isMissing, (cell) => readNumber(cell, mark));
  if (typeof numbers !== 'number' && hasMany(numbers))
    return { kind: 'numeric', name, values: spread(column, numbers) };
  const dates = guessDates(cells.filter((cell) => !isMissing(cell)));
  const days = dates && worth(column, isMissing, (cell) => readDate(cell, dates.order));
  if (dates && days && typeof days !== 'number' && hasMany(days))
    return { kind: 'numeric', name, values: spread(column, days), dates };
  return categorical(column, isMissing);
}

/** A column as numbers, dates or levels. Throws NotOfType when it was told to be something that a cell is not. */
export function typeColumn(column: CodedColumn, { told, mark, isMissing }: TypeOptions): Column {
  if (told === undefined) return guess(column, mark, isMissing);
  if (told === 'categorical') return categorical(column, isMissing);
  const number = told === 'numeric';
  const values = worth(column, isMissing, (cell) => (number ? readNumber(cell, mark) : readDate(cell, told)));
  if (typeof values === 'number') throw new NotOfType(values, number ? 'number' : 'date');
  const { name } = column;
  const typed = { kind: 'numeric', name, values: spread(column, values) } as const;
  return number ? typed : { ...typed, dates: { order: told, ambiguous: false } };
}
