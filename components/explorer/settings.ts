import type { Binning } from '../../engine/data/bins';
import { findDataset } from '../../engine/data/catalogue';
import type { Dataset, ProtectedAttribute } from '../../engine/data/catalogue/types';
import type { DateOrder } from '../../engine/data/dates';
import { type Literal, literalName, type Operator } from '../../engine/data/literals';
import type { Table } from '../../engine/data/table';
import type { ColumnType } from '../../engine/data/types';
import type { MineOptions, Ranking } from '../../engine/rules/mine';
import { readLiteral, readRule } from '../../engine/rules/read-rule';
import { literalWords, quoted } from '../../engine/rules/words';
import type { Way } from '../../engine/worker/estimate-models';
import type { StateOf } from '../permalink/state';
import { OWN, ownDataset } from './own-table';
import { BY_DEFAULT, type shape } from './shape';

export type State = StateOf<typeof shape>;

/** Two sets of points to compare, with their names. */
export interface GroupPair {
  readonly column: string;
  readonly names: readonly [string, string];
  readonly literals: readonly [readonly Literal[], readonly Literal[]];
}

/** The state with all that it leaves open filled in from the data set. */
export interface Settings {
  readonly dataset: Dataset;
  /** Columns whose type is told, not guessed. */
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly mining: MineOptions & { readonly exclude: readonly string[] };
  /** Whether useless and misleading columns are left out besides. */
  readonly cautious: boolean;
  /** Share of the rows that is held out. */
  readonly holdOut: number;
  /** Rules that no model may use, by name. */
  readonly banned: readonly string[];
  /** Rules that are among the candidates whatever their rank. */
  readonly pinned: readonly (readonly Literal[])[];
  readonly lambda: string;
  readonly epsilon: string;
  /** How models are estimated; null where they are searched exactly. */
  readonly way: Way | null;
  readonly groups: GroupPair | null;
  /** What the state asks for and this table does not have. */
  readonly notes: readonly string[];
}

/** The data set of a state; `own` when the reader's own table is open. */
export const datasetOf = (state: State, own: Dataset | null): Dataset =>
  state.data === OWN ? (own ?? NO_TABLE) : findDataset(state.data)!;

const NO_TABLE = ownDataset('your own table', 0, []);

/** Column names joined by commas, commas and backslashes in them escaped. */
export const writeNames = (names: readonly string[]): string => {
  const text = names.map((name) => name.replace(/[\\,]/g, '\\$&')).join(',');
  return text === BY_DEFAULT ? `${text},` : text;
};

export const readNames = (text: string): string[] =>
  (text.match(/(?:[^\\,]|\\.)+/g) ?? []).map((name) => name.replace(/\\(.)/g, '$1'));

/** "quantile.3": how, and how many cuts. */
export function readBinning(text: string): Binning {
  const [kind, cuts] = text.split('.');
  return { kind: kind as 'quantile' | 'width', cuts: Number(cuts) };
}

/** "age:25:40,income:1000" as cut points of columns that are there; what is no number is passed over. */
export function readCuts(text: string, has: (name: string) => boolean = () => true): Record<string, Binning> {
  const entries = readNames(text).map((entry) => {
    const parts = entry.match(/^(.*?)((?::-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)+)$/i);
    if (!parts || !has(parts[1])) return null;
    return [parts[1], { kind: 'points', at: parts[2].slice(1).split(':').map(Number) } satisfies Binning] as const;
  });
  return Object.fromEntries(entries.filter((entry) => entry !== null));
}

export const writeCuts = (cuts: Readonly<Record<string, Binning>>): string =>
  writeNames(
    Object.entries(cuts).flatMap(([name, cut]) => (cut.kind === 'points' ? [[name, ...cut.at].join(':')] : [])),
  );

const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const satisfies readonly DateOrder[];

/** "since:dmy" as a column and the order of its dates; null for what is something else. */
function readOrder(entry: string): readonly [string, DateOrder] | null {
  const order = DATE_ORDERS.find((known) => entry.endsWith(`:${known}`));
  return order ? [entry.slice(0, -order.length - 1), order] : null;
}

/** Types that the reader has told. */
export const readTypes = (state: State): Record<string, ColumnType> => ({
  ...Object.fromEntries(readNames(state.numbers).map((name) => [name, 'numeric' as const])),
  ...Object.fromEntries(readNames(state.levels).map((name) => [name, 'categorical' as const])),
  ...Object.fromEntries(
    readNames(state.dates)
      .map(readOrder)
      .filter((entry) => entry !== null),
  ),
});

export function writeTypes(types: Readonly<Record<string, ColumnType>>): Pick<State, 'numbers' | 'levels' | 'dates'> {
  const told = Object.entries(types);
  const of = (type: ColumnType) => writeNames(told.filter(([, is]) => is === type).map(([name]) => name));
  const dated = told.filter(([, is]) => is !== 'numeric' && is !== 'categorical');
  return {
    numbers: of('numeric'),
    levels: of('categorical'),
    dates: writeNames(dated.map(([name, order]) => `${name}:${order}`)),
  };
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = { '≤': '>', '>': '≤', '=': '≠', '≠': '=' };

/** A group made by one condition, and all others. */
function pairFrom(literal: Literal, dataset: Dataset): GroupPair {
  const known = dataset.protected
    .filter((attribute) => attribute.column === literal.column)
    .flatMap((attribute) => attribute.groups)
    .find((group) => group.literals.length === 1 && literalName(group.literals[0]) === literalName(literal));
  const other = { ...literal, op: OPPOSITE[literal.op] };
  return {
    column: literal.column,
    names: [known?.name ?? `${dataset.person.many}: ${literalWords(literal, dataset.columns)}`, 'the others'],
    literals: [[literal], [other]],
  };
}

/** The groups of a protected attribute: the first two. */
const pairOf = ({ column, groups: [first, second] }: ProtectedAttribute): GroupPair => ({
  column,
  names: [first.name, second.name],
  literals: [first.literals, second.literals],
});

/** How a group is named in a link: by its one condition. */
export const groupKey = (pair: GroupPair): string => literalName(pair.literals[0][0]);

/** The pairs that a data set names itself. */
export const namedPairs = (dataset: Dataset): GroupPair[] =>
  dataset.protected.flatMap((attribute) =>
    attribute.groups.length === 2
      ? [pairOf(attribute)]
      : attribute.groups.map((group) => pairFrom(group.literals[0], dataset)),
  );

export const NO_GROUPS = 'none';

function groupsOf(text: string, dataset: Dataset, table: Table | null, notes: string[]): GroupPair | null {
  const named = namedPairs(dataset);
  if (text === NO_GROUPS) return null;
  if (text === '') return named[0] ?? null;
  const known = named.find((pair) => groupKey(pair) === text);
  if (known) return known;
  const literal = table && readLiteral(text, table);
  if (literal) return pairFrom(literal, dataset);
  if (table) notes.push(`This table has nobody with “${text}”, so groups are as they are by default.`);
  return named[0] ?? null;
}

/** The rules that the reader has pinned or written. */
function pinnedOf({ pin }: State, table: Table | null, notes: string[]): Literal[][] {
  if (!table) return [];
  return readNames(pin).flatMap((name) => {
    const literals = readRule(name, table);
    if (!literals) notes.push(`This table cannot have the rule “${name}”: it was left out.`);
    return literals ? [literals] : [];
  });
}

function wayOf({ way, within, risk }: State): Way | null {
  if (way === 'hashing') return { by: way, eps: Number(within), delta: Number(risk) };
  return way === 'walking' ? { by: way } : null;
}

/** Fills in what the state leaves open. Columns that are not there are named in the notes and passed over. */
export function settle(state: State, dataset: Dataset, table: Table | null): Settings {
  const notes: string[] = [];
  const has = (name: string) => !table || table.columns.some((column) => column.name === name);
  const missing = (names: readonly string[]) => names.filter((name) => !has(name));
  let target = state.target || dataset.target;
  if (!has(target)) {
    notes.push(`This table has no column “${target}”; the target is ${dataset.target}.`);
    target = dataset.target;
  }
  const asked = state.without === BY_DEFAULT ? Object.keys(dataset.leftOut) : readNames(state.without);
  const unknown = missing(asked);
  if (unknown.length > 0)
    notes.push(`This table has no column ${unknown.map((name) => `“${name}”`).join(', ')} to leave out.`);
  return {
    dataset,
    types: { ...dataset.types, ...readTypes(state) },
    mining: {
      ...dataset.mining,
      target,
      positive: state.positive || (target === dataset.target && dataset.positive) || undefined,
      exclude: asked.filter((name) => has(name) && name !== target),
      maxLength: state.length ?? dataset.mining.maxLength,
      minSupport: state.support || dataset.mining.minSupport,
      rules: state.rules ?? dataset.mining.rules,
      ranking: (state.rank || dataset.mining.ranking) as Ranking,
      balanced: state.balanced === '' ? dataset.mining.balanced : state.balanced === 'yes',
      missing: state.missing === '' ? dataset.mining.missing : state.missing === 'yes',
      binning: state.bins === '' ? dataset.mining.binning : readBinning(state.bins),
      bins: { ...(state.bins === '' && dataset.mining.bins), ...readCuts(state.cuts, has) },
    },
    cautious: dataset.slug === OWN && state.without === BY_DEFAULT,
    holdOut: state.hold / 100,
    banned: readNames(state.ban),
    pinned: pinnedOf(state, table, notes),
    lambda: state.lambda || dataset.lambda,
    epsilon: state.epsilon || dataset.epsilon,
    way: wayOf(state),
    groups: groupsOf(state.group, dataset, table, notes),
    notes,
  };
}

export interface Answers {
  readonly yes: string;
  readonly no: string;
}

/** What the model says to somebody: "denied" and "approved", or in terms of the target. */
export function answers({ dataset, mining }: Settings, positive: string): Answers {
  if (dataset.slug === OWN) {
    const [target, value] = [quoted(mining.target), quoted(positive)];
    return { yes: `${target} = ${value}`, no: `${target} ≠ ${value}` };
  }
  if (mining.target === dataset.target && positive === dataset.positive) return { yes: dataset.yes, no: dataset.no };
  if (mining.target === dataset.target) return { yes: dataset.no, no: dataset.yes };
  const literal = { column: mining.target, op: '=', value: positive } as const;
  return { yes: `said to be: ${literalWords(literal, dataset.columns)}`, no: 'not' };
}
