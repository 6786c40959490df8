import { type BitSet, hasBit } from '../bits/bitset';
import type { ModelList } from '../ers/model-list';
import type { Job } from '../job';
import { type Cells, countPoints, uniteInto } from './cells';
import { forEachModel } from './tally';

/** Levels of the vertical counters, and so how many sets they take before they must be emptied. */
const LEVELS = 16;

/**
 * Counts for every point how many models say yes to it, over any number of lists. Counters are vertical: one word of level l
 * holds bit l of the counters of 32 cells, so that adding a set costs a few operations a word.
 */
export class YesCounter {
  models = 0;
  private readonly levels: Uint32Array;
  private readonly totals: Float64Array;
  private pending = 0;

  constructor(readonly cells: Cells) {
    this.levels = new Uint32Array(LEVELS * cells.words);
    this.totals = new Float64Array(32 * cells.words);
  }

  async add(list: ModelList, job: Job = {}): Promise<void> {
    await forEachModel(list, this.cells, job, (_, yes) => this.addSet(yes));
  }

  private addSet(set: Uint32Array): void {
    const { levels } = this;
    const words = set.length;
    for (let w = 0; w < words; w++) {
      let carry = set[w];
      for (let at = w; carry !== 0; at += words) {
        const bits = levels[at];
        levels[at] = bits ^ carry;
        carry &= bits;
      }
    }
    this.models++;
    if (++this.pending === (1 << LEVELS) - 1) this.flush();
  }

  private flush(): void {
    const { words } = this.cells;
    for (let l = 0; l < LEVELS; l++)
      for (let w = 0; w < words; w++) {
        for (let bits = this.levels[l * words + w]; bits !== 0; bits &= bits - 1)
          this.totals[32 * w + 31 - Math.clz32(bits & -bits)] += 1 << l;
      }
    this.levels.fill(0);
    this.pending = 0;
  }

  /** For every point the number of models that say yes. */
  counts(): Float64Array {
    this.flush();
    return Float64Array.from(this.cells.cellOf, (cell) => this.totals[cell]);
  }
}

/** For every point the number of models that say yes to it. */
export async function yesCounts(list: ModelList, cells: Cells, job?: Job): Promise<Float64Array> {
  const counter = new YesCounter(cells);
  await counter.add(list, job);
  return counter.counts();
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
  job: Job = {},
): Promise<Uint32Array> {
  const base = new Uint32Array(cells.words);
  uniteInto(base, cells, baseline);
  const differ = new Uint32Array(cells.words);
  const found = new Uint32Array(list.length);
  await forEachModel(list, cells, job, (k, yes) => {
    for (let w = 0; w < differ.length; w++) differ[w] = yes[w] ^ base[w];
    found[k] = countPoints(cells, differ);
  });
  return found;
}

/** Discrepancy (Marx, Calmon & Ustun, ICML 2020): the most points, as a share, on which a model disagrees with the baseline. */
export const discrepancy = (found: Uint32Array, n: number): number => found.reduce((a, b) => Math.max(a, b), 0) / n;
