import { cutPoints, QUARTILES } from './bins';
import { type DateFormat, formatDate } from './dates';
import type { Column, NumericColumn, Table } from './table';

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
  /** Of a column of dates, whose numbers are days: how the file writes them. */
  readonly dates: DateFormat | null;
}

export interface NumberFacts {
  readonly least: number;
  readonly most: number;
  readonly cuts: readonly number[];
  /** How many values lie in bins of equal width from the least one on. */
  readonly bins: readonly number[];
  readonly width: number;
  /** Whether all values are whole numbers; then the width is one, too. */
  readonly whole: boolean;
}

/** The most bins. */
const BINS = 30;
/** Values that are named one by one. */
const NAMED = 60;

function numberFacts(column: NumericColumn, sorted: Float64Array): NumberFacts | null {
  if (sorted.length === 0) return null;
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  const whole = sorted.every(Number.isInteger);
  // Whole numbers are not spread over bins of uneven numbers of them.
  const width = whole ? Math.ceil((most - least + 1) / BINS) : (most - least) / BINS || 1;
  const size = whole ? Math.ceil((most - least + 1) / width) : BINS;
  const bins = new Array<number>(size).fill(0);
  for (const value of sorted) bins[Math.min(size - 1, Math.floor((value - least) / width))]++;
  return { least, most, cuts: cutPoints(column, QUARTILES), bins, width, whole };
}

type Tally = readonly { readonly value: string; readonly count: number }[];

/** The commonest first. */
const byCount = (named: Tally): Tally => [...named].sort((a, b) => b.count - a.count).slice(0, NAMED);

function describeNumbers(column: NumericColumn): ColumnFacts {
  const { name, kind, values, dates = null } = column;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const say = dates ? formatDate : String;
  const named: { value: string; count: number }[] = [];
  let distinct = 0;
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    while (next < sorted.length && sorted[next] === sorted[i]) next++;
    if (distinct++ < NAMED) named.push({ value: say(sorted[i]), count: next - i });
  }
  return {
    name,
    kind,
    distinct,
    missing: values.length - sorted.length,
    levels: distinct > NAMED ? [] : byCount(named),
    numbers: numberFacts(column, sorted),
    dates,
  };
}

/** Describes one column. */
export function describeColumn(column: Column): ColumnFacts {
  if (column.kind === 'numeric') return describeNumbers(column);
  const { name, kind, levels, codes } = column;
  const counts = new Float64Array(levels.length);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else counts[code]++;
  }
  return {
    name,
    kind,
    distinct: counts.reduce((sum, count) => sum + Number(count > 0), 0),
    missing,
    levels: byCount(levels.map((value, code) => ({ value, count: counts[code] }))),
    numbers: null,
    dates: null,
  };
}

/** Describes every column of a table. */
export const describeTable = (table: Table): ColumnFacts[] => table.columns.map(describeColumn);
