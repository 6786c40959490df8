import type { Binning } from '../data/bins';
import { findPublic, PUBLIC } from '../data/catalogue';
import type { PublicSource } from '../data/catalogue/types';
import { readDate } from '../data/dates';
import { guessPositive, labelledRows, labelsOf } from '../data/labels';
import type { Literal } from '../data/literals';
import { splitRows } from '../data/split';
import { type Table, takeRows } from '../data/table';
import type { ColumnType } from '../data/types';
import { formatInstance, type Instance } from '../ers/instance';
import type { Job } from '../job';
import { applyRules } from '../rules/apply';
import type { MineOptions, Ranking } from '../rules/mine';
import { readRule } from '../rules/read-rule';
import { mineWith, type Wishes } from '../rules/wishes';
import { type Command, flag, integer, optional, required, UsageError } from './command';
import { inFile, readTable } from './input';
import { progressJob } from './output';

const RANKINGS: readonly string[] = ['gain', 'support', 'precision'] satisfies Ranking[];

const PARTS = ['train', 'test', 'all'] as const;

interface Held {
  readonly share: number;
  readonly seed: number;
  /** Which rows the instance holds; rules are mined on the training rows all the same. */
  readonly part: (typeof PARTS)[number];
}

/** Mines on a part of the rows, as the page does, and captures in the rows asked for. */
async function mineHeld(
  table: Table,
  options: MineOptions,
  wishes: Wishes,
  { share, seed, part }: Held,
  job: Job,
): Promise<Instance> {
  const labels = labelsOf(table, options.target, options.positive ?? guessPositive(table, options.target));
  const { train, test } = splitRows(labels, table.n, share, seed);
  const mined = await mineWith(takeRows(table, train), options, wishes, job);
  if (part === 'train') return mined.instance;
  return applyRules(mined, part === 'all' ? table : takeRows(table, test));
}

const RECIPES = PUBLIC.map(({ slug }) => slug).join('|');

function recipeOf(slug: string | undefined): PublicSource | undefined {
  const recipe = slug === undefined ? undefined : findPublic(slug)?.source;
  if (slug !== undefined && !recipe) throw new UsageError(`--recipe must be ${RECIPES}, not ${JSON.stringify(slug)}`);
  return recipe;
}

/** A number, or a date as its day. */
const readCut = (text: string): number =>
  (/^\d{4}-/.test(text) ? readDate(text, 'ymd') : null) ?? Number(text || Number.NaN);

/** `COLUMN=…` in two; null when there is no name before the last `=`. */
function halves(text: string): readonly [string, string] | null {
  const at = text.lastIndexOf('=');
  return at < 1 ? null : [text.slice(0, at), text.slice(at + 1)];
}

/** `lvrat=0.6,0.8` as bins; `lvrat=` for a column that is not cut. */
function readCuts(texts: readonly string[] = []): Record<string, Binning> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name, list] = halves(text) ?? [null, ','];
      const at = list === '' ? [] : list.split(',').map(readCut);
      if (name === null || at.some(Number.isNaN))
        throw new UsageError(`--cuts takes COLUMN=A,B with numbers or dates, not ${JSON.stringify(text)}`);
      return [name, { kind: 'points', at }];
    }),
  );
}

const TYPES: readonly string[] = ['numeric', 'categorical', 'ymd', 'dmy', 'mdy'] satisfies ColumnType[];

/** `zip=categorical` as types. */
function readTypes(texts: readonly string[] = []): Record<string, ColumnType> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name, type] = halves(text) ?? ['', ''];
      if (!TYPES.includes(type))
        throw new UsageError(`--type takes COLUMN=${TYPES.join('|')}, not ${JSON.stringify(text)}`);
      return [name, type as ColumnType];
    }),
  );
}

/** `age≤25 ∧ sex=female` as a rule of this table. */
function readPin(text: string, table: Table): readonly Literal[] {
  const rule = readRule(text, table);
  if (rule) return rule;
  throw new UsageError(
    `--pin takes conditions on columns of the table, like 'age≤25 ∧ sex=female', not ${JSON.stringify(text)}`,
  );
}

export const mineCommand: Command = {
  name: 'mine',
  summary: 'Candidate rules from a table: writes an instance for the other commands.',
  file: 'data.csv',
  options: {
    target: { value: 'COLUMN', help: 'the column to predict' },
    positive: { value: 'VALUE', help: 'the value of the target that means yes; guessed where it has two values' },
    'max-len': { value: 'L', help: 'most conditions in a rule (2)' },
    'min-support': { value: 'SHARE', help: 'least share of the rows that a rule captures (0.05)' },
    rules: { value: 'M', help: 'how many rules are kept (50)' },
    rank: { value: RANKINGS.join('|'), help: 'which rules are kept (gain: true minus false positives)' },
    recipe: {
      value: RECIPES,
      help: 'the file is this public table, checked by its SHA-256: keep the usual rows and columns',
    },
    exclude: { value: 'COLUMN', help: 'a column that no rule may use; may be repeated', repeated: true },
    cuts: {
      value: 'COLUMN=A,B',
      help: 'where a numeric column is cut (its quartiles); may be repeated',
      repeated: true,
    },
    type: {
      value: `COLUMN=${TYPES.join('|')}`,
      help: 'what a column is, where that is not to be guessed: dates by the order of year, month and day; may be repeated',
      repeated: true,
    },
    pin: {
      value: 'RULE',
      help: "a rule that is kept whatever its rank: 'age≤25 ∧ sex=female'; may be repeated",
      repeated: true,
    },
    ban: {
      value: 'RULE',
      help: 'a rule that gives way to the next best, by its name; may be repeated',
      repeated: true,
    },
    'not-equal': { value: true, help: 'rules may also ask for "is not" in columns of three and more levels' },
    missing: { value: true, help: 'rules may also ask for "is missing"' },
    balanced: { value: true, help: 'weigh the rows so that both classes weigh the same' },
    'hold-out': { value: 'SHARE', help: 'set this share of the rows of each class aside: rules are mined on the rest' },
    seed: { value: 'SEED', help: 'which rows are set aside (1)' },
    part: { value: PARTS.join('|'), help: 'which rows the instance holds (train)' },
    json: { value: true, help: 'progress as lines of JSON on standard error' },
  },
  async run(args) {
    const ranking = optional(args, 'rank');
    if (ranking !== undefined && !RANKINGS.includes(ranking)) {
      throw new UsageError(`--rank must be ${RANKINGS.join(' or ')}, not ${JSON.stringify(ranking)}`);
    }
    const held = {
      share: Number(optional(args, 'hold-out') ?? 0),
      seed: integer(args, 'seed') ?? 1,
      part: (optional(args, 'part') ?? 'train') as Held['part'],
    };
    if (!PARTS.includes(held.part)) {
      throw new UsageError(`--part must be ${PARTS.join(' or ')}, not ${JSON.stringify(held.part)}`);
    }
    const options = {
      target: required(args, 'target'),
      positive: optional(args, 'positive'),
      maxLength: integer(args, 'max-len'),
      minSupport: optional(args, 'min-support'),
      rules: integer(args, 'rules'),
      ranking: ranking as Ranking | undefined,
      exclude: args.values.exclude as string[] | undefined,
      bins: readCuts(args.values.cuts as string[] | undefined),
      notEqual: flag(args, 'not-equal'),
      missing: flag(args, 'missing'),
      balanced: flag(args, 'balanced'),
    };
    const types = readTypes(args.values.type as string[] | undefined);
    const all = await readTable(args.file, types, recipeOf(optional(args, 'recipe')));
    const { job, done } = progressJob(flag(args, 'json'));
    try {
      const wishes = {
        pinned: (args.values.pin as string[] | undefined)?.map((text) => readPin(text, all)),
        banned: args.values.ban as string[] | undefined,
      };
      const table = labelledRows(all, options.target);
      if (table.n < all.n && !flag(args, 'json'))
        process.stderr.write(`ers mine: ${all.n - table.n} of ${all.n} rows have no label and are left out\n`);
      process.stdout.write(formatInstance(await mineHeld(table, options, wishes, held, job)));
    } catch (error) {
      throw inFile(args.file, error);
    } finally {
      done();
    }
  },
};
