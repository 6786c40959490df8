import type { BitSet } from '../bits/bitset';
import { takeRows } from '../data/table';
import type { CountSoFar } from '../ers/count';
import { enumerate } from '../ers/enumerate';
import type { Instance } from '../ers/instance';
import { type ModelList, modelRules } from '../ers/model-list';
import { phase } from '../ers/phases';
import type { Rational } from '../ers/rational';
import { type Job, paced, pacer } from '../job';
import { mergeCells } from '../multiplicity/cells';
import { reliance } from '../multiplicity/reliance';
import { distances, yesCounts } from '../multiplicity/shares';
import { survey } from '../multiplicity/survey';
import type { Confusion } from '../multiplicity/tally';
import type { HeldOut } from './hold-out';

export interface GoodModelsInput {
  /** The same rules on the points by which models are chosen, on points held out, and on all. */
  readonly train: Instance;
  readonly test: Instance;
  readonly everyone: Instance;
  readonly lambda: string;
  readonly epsilon: string;
  /** The most models to list: of more, a uniform sample. */
  readonly budget: number;
  /** Groups among all points. */
  readonly groups: readonly BitSet[];
}

export interface GoodModels {
  readonly optimum: Rational;
  readonly count: bigint;
  /** The best first. */
  readonly models: ModelList;
  readonly complete: boolean;
  /** Weighted mistakes on the points held out. */
  readonly testMistakes: Float64Array;
  /** Among all points, and in each group. */
  readonly all: Confusion;
  readonly groups: readonly Confusion[];
  /** Of all points, on how many each model disagrees with the first. */
  readonly distances: Uint32Array;
}

/** Lists the Rashomon set of the training points, and says what its members do to others. Throws a RangeError without rules. */
export async function goodModels(input: GoodModelsInput, job: Job<CountSoFar> = {}): Promise<GoodModels> {
  const { train, test, everyone, lambda, epsilon, budget, groups } = input;
  const listed = await enumerate(train, { lambda, epsilon, budget }, phase(job, 0, 0.6));
  const { optimum, models } = listed;
  if (!optimum) throw new RangeError('there is no candidate rule');
  const rest = { signal: job.signal };
  const unseen = await survey(models, test, [], rest);
  const seen = await survey(models, everyone, groups, rest);
  job.onProgress?.({ fraction: 0.9 });
  const cells = await paced(mergeCells(everyone), pacer(job.signal));
  return {
    optimum,
    count: listed.count,
    models,
    complete: listed.complete,
    testMistakes: unseen.mistakes,
    all: seen.all,
    groups: seen.groups,
    distances: await distances(models, cells, modelRules(models, 0), rest),
  };
}

/** For every point the number of models that say yes to it. */
export const countYes = async ({ models, instance }: { models: ModelList; instance: Instance }, job?: Job) =>
  yesCounts(models, await paced(mergeCells(instance), pacer(job?.signal)), job);

export interface RelianceInput extends Pick<HeldOut, 'table' | 'mined' | 'split'> {
  readonly models: ModelList;
}

/** How much each model relies on each column, on the training points. */
export const relianceOf = ({ models, table, mined, split }: RelianceInput, job?: Job) =>
  reliance(models, mined.instance, mined.rules, takeRows(table, split.train), job);
