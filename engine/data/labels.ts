import { type BitSet, countBits, emptyBits, setBit } from '../bits/bitset';
import { type Column, DataError, findColumn, type Table, takeRows, valueAt } from './table';

const YES = ['yes', 'true', '1', 'y', 't', 'positive', 'pos'];
const MAX_NAMED = 8;

const sizeOf = (column: Column): number => (column.kind === 'numeric' ? column.values : column.codes).length;

const labelAt = (column: Column, row: number): string | null => {
  const value = valueAt(column, row);
  return value === null ? null : String(value);
};

function levels(column: Column): Map<string, number> {
  const counts = new Map<string, number>();
  const size = sizeOf(column);
  for (let i = 0; i < size; i++) {
    const level = labelAt(column, i);
    if (level === null)
      throw new DataError(`row ${i + 1} has no label: column ${column.name} is empty there`, undefined, column.name);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

/** The rows whose target is known: from the others nothing can be learnt. Throws a DataError when there is none. */
export function labelledRows(table: Table, target: string): Table {
  const column = findColumn(table, target);
  const known = Int32Array.from({ length: table.n }, (_, i) => i).filter((i) => valueAt(column, i) !== null);
  if (known.length === 0)
    throw new DataError(`column ${target} is empty in every row: there is nothing to predict`, undefined, target);
  return known.length === table.n ? table : takeRows(table, known);
}

function nameSome(values: Iterable<string>): string {
  const all = [...values];
  return all.slice(0, MAX_NAMED).join(', ') + (all.length > MAX_NAMED ? `, … (${all.length} values)` : '');
}

/** The value of the target taken as "yes" when none is named: yes, true, 1 …, else the rarer of two. */
export function guessPositive(table: Table, target: string): string {
  const counts = levels(findColumn(table, target));
  if (counts.size > 2)
    throw new DataError(
      `column ${target} has ${counts.size} values (${nameSome(counts.keys())}): say which one is positive`,
      undefined,
      target,
    );
  const named = [...counts.keys()].find((level) => YES.includes(level.toLowerCase()));
  return named ?? [...counts].reduce((a, b) => (b[1] < a[1] ? b : a))[0];
}

/**
 * The rows whose target has the positive value. Throws a DataError when a label is missing, when no row has that value, or
 * when every row has.
 */
export function labelsOf(table: Table, target: string, positive: string): BitSet {
  const column = findColumn(table, target);
  const counts = levels(column);
  if (counts.size < 2)
    throw new DataError(
      `every row has ${target} = ${nameSome(counts.keys())}: there is nothing to tell apart`,
      undefined,
      target,
    );
  if (!counts.has(positive))
    throw new DataError(
      `column ${target} has no value ${JSON.stringify(positive)}, but ${nameSome(counts.keys())}`,
      undefined,
      target,
    );
  const labels = emptyBits(table.n);
  for (let i = 0; i < table.n; i++) {
    if (labelAt(column, i) === positive) setBit(labels, i);
  }
  return labels;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The smallest positive integers, one a point, that make both classes weigh the same. Both must have points. */
export function balancedWeights(labels: BitSet, n: number): Float64Array {
  const positives = countBits(labels);
  const negatives = n - positives;
  if (positives === 0 || negatives === 0) throw new DataError('one class is empty: there is no balance to make');
  const common = gcd(positives, negatives);
  const weights = new Float64Array(n).fill(positives / common);
  for (let i = 0; i < n; i++) if ((labels[i >>> 5] >>> (i & 31)) & 1) weights[i] = negatives / common;
  return weights;
}
