import type { Instance } from '../ers/instance';
import type { ModelList } from '../ers/model-list';
import { type Job, paced, pacer } from '../job';
import { mergeCells } from '../multiplicity/cells';
import { distances } from '../multiplicity/shares';

export interface DistancesInput {
  readonly models: ModelList;
  readonly instance: Instance;
  /** The rules of the model that the others are compared with. */
  readonly from: readonly number[];
}

/** For every model the number of points on which it disagrees with one rule set. */
export const distancesFrom = async ({ models, instance, from }: DistancesInput, job?: Job): Promise<Uint32Array> =>
  distances(models, await paced(mergeCells(instance), pacer(job?.signal)), from, job);
