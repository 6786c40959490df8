import { type Concern, inspectTable, type Warning } from '../data/inspect';
import { guessPositive, labelledRows, labelsOf } from '../data/labels';
import { splitRows } from '../data/split';
import { type Table, takeRows } from '../data/table';
import type { Instance } from '../ers/instance';
import type { Job } from '../job';
import { applyRules } from '../rules/apply';
import type { Mined, MineOptions } from '../rules/mine';
import { mineWith, type Wishes } from '../rules/wishes';
import { recall, type Sent } from './recall';

export interface MineRulesInput extends Wishes {
  readonly table: Sent;
  readonly mining: MineOptions;
  /** Leave out the columns that identify rows, tell the label by themselves, or say nothing. */
  readonly cautious?: boolean;
  /** Share of the rows that is held out. */
  readonly holdOut?: number;
}

export interface MinedPool {
  /**
   * The rows by which rules are mined and models chosen: those with a label, but for those held out. Null where these are all:
   * a large table is not sent back for nothing.
   */
  readonly table: Table | null;
  readonly mined: Mined;
  /** The columns that no rule uses. */
  readonly left: readonly string[];
  readonly warnings: readonly Warning[];
  /** The same rules on the rows held out. */
  readonly unseen: Instance | null;
}

/** Concerns that make a column useless or misleading. */
const USELESS: readonly Concern[] = ['constant', 'identifier', 'leak'];

/** The rows held out are the same every time. */
const SEED = 1;

/** Mines the candidate rules of a table from the rows with a label, and says what is suspicious about its columns. */
export async function mineRules(
  { table: sent, mining, cautious = false, holdOut = 0, pinned, banned }: MineRulesInput,
  job?: Job,
): Promise<MinedPool> {
  const all = recall(sent);
  const table = labelledRows(all, mining.target);
  const labels = labelsOf(table, mining.target, mining.positive ?? guessPositive(table, mining.target));
  const warnings = inspectTable(table, mining.target, labels);
  const useless = warnings.filter(({ concern }) => USELESS.includes(concern)).map(({ column }) => column);
  const left = cautious ? [...new Set([...(mining.exclude ?? []), ...useless])] : [...(mining.exclude ?? [])];
  const options = { ...mining, exclude: left };
  const rulesOf = (rows: Table): Promise<Mined> => mineWith(rows, options, { pinned, banned }, job);
  if (holdOut === 0)
    return { table: table === all ? null : table, mined: await rulesOf(table), left, warnings, unseen: null };
  const { train, test } = splitRows(labels, table.n, holdOut, SEED);
  const seen = takeRows(table, train);
  const mined = await rulesOf(seen);
  return { table: seen, mined, left, warnings, unseen: applyRules(mined, takeRows(table, test)) };
}
