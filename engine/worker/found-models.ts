import type { BitSet } from '../bits/bitset';
import type { Curve } from '../ers/diagram-count';
import type { Instance } from '../ers/instance';
import type { ModelList } from '../ers/model-list';
import type { Rational } from '../ers/rational';
import type { Cost, Job } from '../job';
import { survey } from '../multiplicity/survey';
import type { Confusion } from '../multiplicity/tally';

export interface SearchModelsInput {
  readonly instance: Instance;
  readonly lambda: string;
  readonly epsilon: string;
  /** The most models to list: of more, a uniform sample of so many. */
  readonly budget: number;
  /** Sets of points whose confusion matrices are told beside that of all points. */
  readonly groups: readonly BitSet[];
  /** The same rules on points held out. */
  readonly unseen?: Instance | null;
}

/** How sure the numbers are. */
export interface Certainty {
  /** Whether no rule set has a better objective than the best found. */
  readonly proven: boolean;
  /** Whether `count` is exact. */
  readonly exact: boolean;
  /** Of an estimate: right within a factor 1 + eps with probability 1 − delta; null where nothing is promised. */
  readonly guarantee: { readonly eps: number; readonly delta: number } | null;
  /** The least and the greatest of several independent estimates, where nothing is promised. */
  readonly spread: readonly [bigint, bigint] | null;
  /** How models were drawn: with equal chances, within a factor 1 + tolerance of equal ones, or without any promise. */
  readonly uniformity: 'exact' | { readonly tolerance: number } | null;
}

/** The members of a Rashomon set as far as they were found. */
export interface Members extends Certainty {
  readonly count: bigint;
  /** All members, or a sample; by objective, then fewer rules first, then rule indices. */
  readonly models: ModelList;
  readonly complete: boolean;
  /** The exact number of members for every smaller θ, where it is known beside a sample. */
  readonly curve: Curve | null;
  /** How they were counted. */
  readonly method: 'depth-first' | 'compiled' | 'hashing' | 'splitting';
  readonly nodes: number;
}

/** What a list of models does to some points. */
export interface Described {
  /** Of all points, then of each group. */
  readonly confusions: readonly Confusion[];
  /** For every point the number of listed models that say yes. */
  readonly yesCounts: Float64Array;
  /** Weighted mistakes of each model on the points held out. */
  readonly unseenMistakes: Float64Array | null;
}

export interface FoundModels extends Members, Described, Cost {
  readonly optimum: Rational;
  readonly theta: Rational;
}

/** What exact answers have in common. */
export const CERTAIN: Certainty = { proven: true, exact: true, guarantee: null, spread: null, uniformity: 'exact' };

/** Said where a pool is empty. */
export const NO_RULE = 'there is no candidate rule: allow less support, longer rules or more columns';

/** Says what models do to all points, to groups of them, and to points held out. */
export async function describeModels(
  {
    models,
    instance,
    groups,
    unseen,
  }: Pick<SearchModelsInput, 'instance' | 'groups' | 'unseen'> & { models: ModelList },
  job: Job = {},
): Promise<Described> {
  const rest = { signal: job.signal };
  const seen = await survey(models, instance, groups, rest);
  return {
    confusions: [seen.all, ...seen.groups],
    yesCounts: seen.yesCounts,
    unseenMistakes: unseen ? (await survey(models, unseen, [], rest)).mistakes : null,
  };
}
