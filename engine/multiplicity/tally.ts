import type { ModelList } from '../ers/model-list';
import type { Job } from '../job';
import type { Cells } from './cells';
import { createSweep } from './sweep';

/** How often each model says yes, by stratum: entry k·strata + s. All group metrics follow from it. */
export interface Tally {
  readonly models: number;
  readonly cells: Cells;
  readonly yes: Uint32Array;
}

/** Counts the yes of every model in every stratum. */
export async function tally(list: ModelList, cells: Cells, job: Job = {}): Promise<Tally> {
  const yes = new Uint32Array(list.length * cells.strata.length);
  await (await createSweep(cells)).run(list, { tallies: yes }, job);
  return { models: list.length, cells, yes };
}

/** The confusion matrices of all models on one set of points. */
export interface Confusion {
  readonly models: number;
  readonly positives: number;
  readonly negatives: number;
  /** One entry a model. */
  readonly truePositives: Uint32Array;
  readonly falsePositives: Uint32Array;
}

/** The confusion matrices on group g of the cells, or on all points. Points count once each, whatever they weigh. */
export function confusion({ models, cells, yes }: Tally, group?: number): Confusion {
  const S = cells.strata.length;
  const truePositives = new Uint32Array(models);
  const falsePositives = new Uint32Array(models);
  let positives = 0;
  let negatives = 0;
  cells.strata.forEach((stratum, s) => {
    if (group !== undefined && !stratum.inGroup[group]) return;
    if (stratum.positive) positives += stratum.size;
    else negatives += stratum.size;
    const into = stratum.positive ? truePositives : falsePositives;
    for (let k = 0; k < models; k++) into[k] += yes[k * S + s];
  });
  return { models, positives, negatives, truePositives, falsePositives };
}

/** The weighted mistakes of every model, as the search counts them: for models listed elsewhere, or held-out points. */
export function weightedMistakes({ models, cells, yes }: Tally): Float64Array {
  const S = cells.strata.length;
  const mistakes = new Float64Array(models);
  cells.strata.forEach(({ positive, weight, size }, s) => {
    for (let k = 0; k < models; k++) mistakes[k] += weight * (positive ? size - yes[k * S + s] : yes[k * S + s]);
  });
  return mistakes;
}
