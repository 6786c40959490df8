import { guessPositive, labelsOf } from '../data/labels';
import { parseTable } from '../data/parse';
import { type Split, splitRows } from '../data/split';
import { takeRows } from '../data/table';
import type { Instance } from '../ers/instance';
import type { Job } from '../job';
import { applyRules } from '../rules/apply';
import { mine } from '../rules/mine';
import type { Prepared, PrepareInput } from './prepare';

export interface HoldOutInput extends PrepareInput {
  /** Share of the rows that is held out, of each class alike. */
  readonly share: number;
  readonly seed: number;
}

export interface HeldOut extends Prepared {
  /** Rows of the table; rules are mined, and models chosen, on the training rows only. */
  readonly split: Split;
  /** The same rules on the rows held out, and on all rows. */
  readonly test: Instance;
  readonly everyone: Instance;
}

/** From the text of a table to candidate rules mined on a part of its rows, and what they capture in the rest. */
export async function holdOut({ csv, parse, mining, share, seed }: HoldOutInput, job?: Job): Promise<HeldOut> {
  const table = parseTable(csv, parse);
  const labels = labelsOf(table, mining.target, mining.positive ?? guessPositive(table, mining.target));
  const split = splitRows(labels, table.n, share, seed);
  const mined = await mine(takeRows(table, split.train), mining, job);
  return {
    table,
    mined,
    split,
    test: applyRules(mined, takeRows(table, split.test)),
    everyone: applyRules(mined, table),
  };
}
