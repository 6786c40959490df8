import { type BitSet, hasBit } from '../bits/bitset';
import type { ModelList } from '../ers/model-list';
import type { Job } from '../job';
import type { Cells } from './cells';
import { createSweep } from './sweep';

/** For every point the number of models that say yes to it. */
export async function yesCounts(list: ModelList, cells: Cells, job?: Job): Promise<Float64Array> {
  const sweep = await createSweep(cells);
  await sweep.run(list, { counting: true }, job);
  return sweep.yesCounts();
}

/** The share of points on which the models are not of one mind. */
export const contested = (counts: Float64Array, models: number): number =>
  counts.reduce((sum, yes) => sum + Number(yes > 0 && yes < models), 0) / counts.length;

/**
 * Ambiguity (Marx, Calmon & Ustun, ICML 2020): the share of points whose verdict by a baseline model some model of the set
 * reverses.
 */
export function ambiguity(counts: Float64Array, models: number, baseline: BitSet): number {
  let reversed = 0;
  counts.forEach((yes, i) => {
    if (hasBit(baseline, i) ? yes < models : yes > 0) reversed++;
  });
  return reversed / counts.length;
}

/** The share of points on which two different models, drawn at random, disagree; 0 when there are fewer than two. */
export function meanDisagreement(counts: Float64Array, models: number): number {
  if (models < 2) return 0;
  const pairs = counts.reduce((sum, yes) => sum + yes * (models - yes), 0);
  return (2 * pairs) / (models * (models - 1)) / counts.length;
}

/** For every model the number of points on which it disagrees with the baseline, given by its rules. */
export async function distances(
  list: ModelList,
  cells: Cells,
  baseline: ArrayLike<number>,
  job?: Job,
): Promise<Uint32Array> {
  const found = new Uint32Array(list.length);
  await (await createSweep(cells, baseline)).run(list, { distances: found }, job);
  return found;
}

/** Discrepancy (Marx, Calmon & Ustun, ICML 2020): the most points, as a share, on which a model disagrees with the baseline. */
export const discrepancy = (found: Uint32Array, n: number): number => found.reduce((a, b) => Math.max(a, b), 0) / n;
