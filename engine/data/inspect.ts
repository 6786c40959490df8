import { type BitSet, countBits, hasBit } from '../bits/bitset';
import type { CategoricalColumn, Column, NumericColumn, Table } from './table';

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

/** What a column says about the labels. */
interface Tally {
  /** Rows whose value is known, and different values among them. */
  readonly known: number;
  readonly distinct: number;
  /** The fewest mistakes in telling the label from the column alone: by level, or by one cut. */
  readonly mistakes: number;
}

function tallyLevels({ levels, codes }: CategoricalColumn, labels: BitSet): Tally {
  const [negatives, positives] = [new Int32Array(levels.length), new Int32Array(levels.length)];
  for (let i = 0; i < codes.length; i++) if (codes[i] >= 0) (hasBit(labels, i) ? positives : negatives)[codes[i]]++;
  let [known, distinct, mistakes] = [0, 0, 0];
  for (let code = 0; code < levels.length; code++) {
    const all = negatives[code] + positives[code];
    known += all;
    distinct += Number(all > 0);
    mistakes += Math.min(negatives[code], positives[code]);
  }
  return { known, distinct, mistakes };
}

function tallyNumbers({ values }: NumericColumn, labels: BitSet): Tally {
  const of = (label: boolean) => values.filter((v, i) => !Number.isNaN(v) && hasBit(labels, i) === label).sort();
  const [no, yes] = [of(false), of(true)];
  let mistakes = Math.min(no.length, yes.length);
  let distinct = 0;
  // All up to a cut on one side, the others on the other.
  for (let n = 0, y = 0; n < no.length || y < yes.length; distinct++) {
    const value = y >= yes.length || no[n] < yes[y] ? no[n] : yes[y];
    while (no[n] === value) n++;
    while (yes[y] === value) y++;
    mistakes = Math.min(mistakes, y + no.length - n, n + yes.length - y);
  }
  return { known: no.length + yes.length, distinct, mistakes };
}

const IDENTIFIER = /(^|[^a-z])(id|ids|nr|no|num|number|key|index|row)$|^(id|nr|key|index|row|unnamed)([^a-z]|$)/i;

/**
 * Whether numbers that never come twice number the rows. Amounts and dates may all differ, too: a number is an identifier when
 * it is whole, and called so, or rises from row to row, or the numbers leave few out.
 */
function numbersRows({ name, values, dates }: NumericColumn): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  if (dates || !known.every(Number.isInteger)) return false;
  if (IDENTIFIER.test(name) || known.every((value, i) => i === 0 || value > known[i - 1])) return true;
  const [least, most] = known.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  return most - least < 2 * known.length;
}

function inspectColumn(column: Column, n: number, labels: BitSet): Warning[] {
  const warn = (concern: Concern, message: string): Warning => ({ concern, column: column.name, message });
  const { known, distinct, mistakes } =
    column.kind === 'categorical' ? tallyLevels(column, labels) : tallyNumbers(column, labels);
  if (distinct < 2)
    return [
      warn('constant', distinct === 0 ? `${column.name} is empty` : `${column.name} has the same value in every row`),
    ];
  const warnings: Warning[] = [];
  if (known < n / 2) warnings.push(warn('mostly missing', `${column.name} is missing in ${n - known} of ${n} rows`));
  const identifies =
    column.kind === 'categorical' ? distinct >= IDENTIFIER_SHARE * known : distinct === known && numbersRows(column);
  if (known > FEW_ROWS && identifies) {
    // Every value by itself tells its label: no leak, only no use.
    return [
      ...warnings,
      warn('identifier', `${column.name} has ${distinct} different values in ${known} rows: an identifier?`),
    ];
  }
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
