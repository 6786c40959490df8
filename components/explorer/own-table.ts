import type { ColumnWords, Dataset } from '../../engine/data/catalogue/types';
import { formatDate } from '../../engine/data/dates';
import type { ColumnFacts } from '../../engine/data/describe';
import type { Literal } from '../../engine/data/literals';
import { suggestProtected, suggestTarget } from '../../engine/data/suggest';

/** The reader's own table, as a data set. */
export const OWN = 'own';

/** A file or a pasted text; it stays in this tab. */
export interface OwnFile {
  /** Counts the tables opened, so that no two are taken for each other. */
  readonly id: number;
  readonly name: string;
  readonly source: string | Blob;
  /** The fingerprint that the link asked for, when it was opened because of one. */
  readonly wanted: string;
}

/** The file of a public table, fetched or opened; `id` counts them, too. */
export type PublicFile = Pick<OwnFile, 'id'> & { readonly source: Blob };

/** A class rarer than this makes "always no" look good: then both classes weigh the same. */
const RARE = 0.35;

/** Tables of figures by year have such names. */
const YEAR = /^[12]\d{3}$/;

/** How many values of a row its portrait tells. */
const PORTRAIT = 5;

const wordsOf = ({ name }: ColumnFacts): ColumnWords => ({
  title: name,
  meaning: '',
  conditions: {},
  portrait: { '=': `${name} {v}`, '=missing': `${name} missing` },
});

/** For each quartile of a numeric column the condition that a value is at most that. */
export const belowCuts = ({ name, numbers, dates }: ColumnFacts): Literal[] =>
  (numbers?.cuts ?? []).map((cut) => ({ column: name, op: '≤', value: dates ? formatDate(cut) : cut }));

/** The first group that a protected column suggests: its rarer common level, or its lower quarter. */
function groupOf(facts: ColumnFacts): Literal | null {
  const { name, kind, levels } = facts;
  if (kind === 'numeric') return belowCuts(facts)[0] ?? null;
  const second = levels[Math.min(1, levels.length - 1)];
  return second ? { column: name, op: '=', value: second.value } : null;
}

const opposite = (literal: Literal): Literal => ({ ...literal, op: literal.op === '=' ? '≠' : '>' });
const sign = (op: Literal['op']): string => (op === '=' ? ' ' : ` ${op} `);

/** Whether there is a column to decide by beside these. */
const othersThan = (target: string, names: readonly string[], facts: readonly ColumnFacts[]): boolean =>
  facts.some(({ name, distinct }) => name !== target && distinct > 1 && !names.includes(name));

/** What is odd about a table that can be used all the same. */
export function oddities(facts: readonly ColumnFacts[]): string[] {
  const numbers = facts.map(({ name }) => name).filter((name) => /^[-+]?\d*\.?\d+$/.test(name) && !YEAR.test(name));
  return numbers.length > 0
    ? [
        `The first line is taken for names, among them ${numbers.slice(0, 3).join(', ')}: if it is data, put a line of names before it.`,
      ]
    : [];
}

/** A table about which nothing is known but its columns, with what can be guessed from them. */
export function ownDataset(name: string, n: number, facts: readonly ColumnFacts[]): Dataset {
  const target = suggestTarget(facts) ?? facts.at(-1)?.name ?? '';
  const column = facts.find((c) => c.name === target);
  const guarded = suggestProtected(facts, target);
  const groups = guarded
    .map((protectedName) => facts.find((c) => c.name === protectedName)!)
    .flatMap((c) => groupOf(c) ?? []);
  const rarest = column?.levels.at(-1)?.count ?? 0;
  const told = facts.filter((c) => c.name !== target && c.distinct > 1 && (c.kind === 'numeric' || c.distinct < 50));
  return {
    slug: OWN,
    file: '',
    provenance: '',
    title: name,
    story: '',
    caveat: '',
    row: { one: 'a row', many: 'rows' },
    person: { one: 'row', many: 'rows' },
    target,
    positive: '',
    yes: '',
    no: '',
    protected: groups.map((literal) => ({
      column: literal.column,
      title: literal.column,
      groups: [literal, opposite(literal)].map((l) => ({
        name: `${l.column}${sign(l.op)}${l.op === '≠' ? 'not ' : ''}${l.value}`.replace(' ≠ ', ' '),
        literals: [l],
      })),
    })),
    leftOut: Object.fromEntries(
      (othersThan(target, guarded, facts) ? guarded : []).map((protectedName) => [
        protectedName,
        'looks protected: to be compared by, not to decide by',
      ]),
    ),
    mining: {
      maxLength: 2,
      minSupport: '0.05',
      rules: 60,
      ranking: 'precision',
      balanced: rarest < RARE * n,
    },
    lambda: '0.01',
    epsilon: '0.02',
    columns: Object.fromEntries(facts.map((c) => [c.name, wordsOf(c)])),
    portrait: { before: [], after: told.slice(0, PORTRAIT).map((c) => c.name) },
  };
}
