import { cutPoints, QUARTILES } from './bins';
import type { Column, Table } from './table';

/** What is worth knowing of a column before rules are made of it. */
export interface ColumnFacts {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Different known values. */
  readonly distinct: number;
  readonly missing: number;
  /** The commonest values, commonest first, and how often each occurs; of a numeric column only when they are few. */
  readonly levels: readonly { readonly value: string; readonly count: number }[];
  /** Of a numeric column: least and greatest value, the quartiles where it would be cut, and a histogram. */
  readonly numbers: NumberFacts | null;
}

export interface NumberFacts {
  readonly least: number;
  readonly most: number;
  readonly cuts: readonly number[];
  /** Counts in bins of equal width from the least to the greatest value. */
  readonly bins: readonly number[];
}

const BINS = 24;
/** Values that are named one by one. */
const NAMED = 60;

function numberFacts(values: Float64Array): NumberFacts | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return null;
  const bins = new Array<number>(BINS).fill(0);
  const scale = most > least ? BINS / (most - least) : 0;
  for (const value of values) if (!Number.isNaN(value)) bins[Math.min(BINS - 1, Math.floor((value - least) * scale))]++;
  return { least, most, cuts: cutPoints(values, QUARTILES), bins };
}

function tallyNumbers(values: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function tallyCodes(codes: Int32Array, levels: readonly string[]): Map<string, number> {
  const counts = new Float64Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return new Map(levels.map((level, code) => [level, counts[code]]));
}

/** Describes one column. */
export function describeColumn(column: Column): ColumnFacts {
  const size = column.kind === 'numeric' ? column.values.length : column.codes.length;
  const counts: Map<number | string, number> =
    column.kind === 'numeric' ? tallyNumbers(column.values) : tallyCodes(column.codes, column.levels);
  let known = 0;
  for (const count of counts.values()) known += count;
  const named = column.kind === 'numeric' && counts.size > NAMED ? [] : [...counts];
  return {
    name: column.name,
    kind: column.kind,
    distinct: counts.size,
    missing: size - known,
    levels: named
      .sort((a, b) => b[1] - a[1])
      .slice(0, NAMED)
      .map(([value, count]) => ({ value: String(value), count })),
    numbers: column.kind === 'numeric' ? numberFacts(column.values) : null,
  };
}

/** Describes every column of a table. */
export const describeTable = (table: Table): ColumnFacts[] => table.columns.map(describeColumn);
