import { type BitSet, countBits, hasBit } from '../bits/bitset';
import { type Column, type Table, valueAt } from './table';

export type Concern = 'constant' | 'identifier' | 'leak' | 'mostly missing' | 'tiny class';

/** What a reader should know of a column before trusting rules made from it. */
export interface Warning {
  readonly concern: Concern;
  readonly column: string;
  /** A sentence, with numbers. */
  readonly message: string;
}

const LEAK_ERROR = 0.01;
const IDENTIFIER_SHARE = 0.9;
const FEW_ROWS = 20;

/** For each known value, in order of size or appearance, how many rows are negative and positive. */
function byValue(column: Column, n: number, labels: BitSet): Map<number | string, [number, number]> {
  const counts = new Map<number | string, [number, number]>();
  for (let i = 0; i < n; i++) {
    const value = valueAt(column, i);
    if (value === null) continue;
    const pair = counts.get(value) ?? [0, 0];
    pair[Number(hasBit(labels, i))]++;
    counts.set(value, pair);
  }
  return column.kind === 'categorical' ? counts : new Map([...counts].sort((a, b) => Number(a[0]) - Number(b[0])));
}

/** The fewest mistakes in telling the label from the column alone: by level, or by one cut. */
function fewestMistakes(column: Column, counts: Map<number | string, [number, number]>): number {
  const pairs = [...counts.values()];
  if (column.kind === 'categorical') return pairs.reduce((sum, pair) => sum + Math.min(...pair), 0);
  const [negatives, positives] = pairs.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  let [low, high] = [0, 0];
  let fewest = Math.min(negatives, positives);
  for (const [negative, positive] of pairs) {
    low += negative;
    high += positive;
    fewest = Math.min(fewest, high + negatives - low, low + positives - high);
  }
  return fewest;
}

function inspectColumn(column: Column, n: number, labels: BitSet): Warning[] {
  const warn = (concern: Concern, message: string): Warning => ({ concern, column: column.name, message });
  const counts = byValue(column, n, labels);
  const known = [...counts.values()].reduce((sum, [a, b]) => sum + a + b, 0);
  if (counts.size < 2)
    return [
      warn(
        'constant',
        counts.size === 0 ? `${column.name} is empty` : `${column.name} has the same value in every row`,
      ),
    ];
  const warnings: Warning[] = [];
  if (known < n / 2) warnings.push(warn('mostly missing', `${column.name} is missing in ${n - known} of ${n} rows`));
  // Amounts are nearly all different, too: a number is an identifier when it is whole and never comes twice.
  const identifies =
    column.kind === 'categorical'
      ? counts.size >= IDENTIFIER_SHARE * known
      : counts.size === known && column.values.every((v) => Number.isNaN(v) || Number.isInteger(v));
  if (known > FEW_ROWS && identifies) {
    // Every value by itself tells its label: no leak, only no use.
    return [
      ...warnings,
      warn('identifier', `${column.name} has ${counts.size} different values in ${known} rows: an identifier?`),
    ];
  }
  const mistakes = fewestMistakes(column, counts);
  const rarer = Math.min(countBits(labels), n - countBits(labels));
  if (known >= n / 2 && mistakes <= LEAK_ERROR * known && mistakes * 2 < rarer)
    warnings.push(
      warn(
        'leak',
        `${column.name} alone tells the label in ${known - mistakes} of ${known} rows: was it known beforehand?`,
      ),
    );
  return warnings;
}

/** What is suspicious about the columns, for this target and these labels (see `labelsOf`). */
export function inspectTable(table: Table, target: string, labels: BitSet): Warning[] {
  const positives = countBits(labels);
  const rarer = Math.min(positives, table.n - positives);
  const classes: Warning[] =
    rarer < FEW_ROWS
      ? [
          {
            concern: 'tiny class',
            column: target,
            message: `only ${rarer} of ${table.n} rows are of the rarer class of ${target}`,
          },
        ]
      : [];
  return [
    ...classes,
    ...table.columns.filter((c) => c.name !== target).flatMap((c) => inspectColumn(c, table.n, labels)),
  ];
}
