import type { BitSet } from '../bits/bitset';
import type { Instance } from '../ers/instance';
import type { ModelList } from '../ers/model-list';
import { type Job, paced, pacer } from '../job';
import { mergeCells } from './cells';
import { createSweep } from './sweep';
import { type Confusion, confusion, weightedMistakes } from './tally';

/** What a list of models does to the points of an instance, and to groups of them. */
export interface Survey {
  readonly all: Confusion;
  readonly groups: readonly Confusion[];
  /** For every point the number of models that say yes to it. */
  readonly yesCounts: Float64Array;
  /** Weighted mistakes of every model on this instance. */
  readonly mistakes: Float64Array;
}

/**
 * Everything that group metrics, shares of yes and held-out errors need, in one pass over the models. For held-out points
 * give the instance that `applyRules` makes of them, and groups among them. Groups may overlap and need not cover all points.
 */
export async function survey(
  list: ModelList,
  instance: Instance,
  groups: readonly BitSet[] = [],
  job?: Job,
): Promise<Survey> {
  const cells = await paced(mergeCells(instance, groups), pacer(job?.signal));
  const sweep = await createSweep(cells);
  const yes = new Uint32Array(list.length * cells.strata.length);
  await sweep.run(list, { tallies: yes, counting: true }, job);
  const counted = { models: list.length, cells, yes };
  return {
    all: confusion(counted),
    groups: groups.map((_, g) => confusion(counted, g)),
    yesCounts: sweep.yesCounts(),
    mistakes: weightedMistakes(counted),
  };
}
