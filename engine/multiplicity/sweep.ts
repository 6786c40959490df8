import type { ModelList } from '../ers/model-list';
import { type Job, pacer } from '../job';
import type { Cells } from './cells';
import { CHUNK, LEVELS, type SweepKernel, type SweepOutput } from './sweep-contract';
import { createSweepKernel } from './sweep-kernel';

/**
 * Passes over any number of lists of models: what they say of each stratum, how far they are from a baseline, and how often
 * each point hears yes. Everything that is asked for is counted in one pass.
 */
export class Sweep {
  private readonly totals: Float64Array;
  private pending = 0;

  constructor(
    readonly cells: Cells,
    private readonly kernel: SweepKernel,
  ) {
    this.totals = new Float64Array(32 * cells.words);
  }

  /** Visits all models of a list; arrays of the output are indexed by the model's number in it. */
  async run(list: ModelList, output: SweepOutput, { signal, onProgress }: Job = {}): Promise<void> {
    const pace = pacer(signal);
    for (let from = 0; from < list.length; from += CHUNK) {
      const pause = pace();
      if (pause) {
        onProgress?.({ fraction: from / list.length });
        await pause;
      }
      const to = Math.min(from + CHUNK, list.length);
      if (this.pending + CHUNK >= 1 << LEVELS) this.empty();
      if (output.counting) this.pending += to - from;
      this.kernel.run(list, from, to, output);
    }
    onProgress?.({ fraction: 1 });
  }

  /** Adds the vertical counters to the totals. */
  private empty(): void {
    const levels = this.kernel.levels();
    const { words } = this.cells;
    for (let l = 0; l < LEVELS; l++)
      for (let w = 0; w < words; w++) {
        for (let bits = levels[l * words + w]; bits !== 0; bits &= bits - 1)
          this.totals[32 * w + 31 - Math.clz32(bits & -bits)] += 1 << l;
      }
    levels.fill(0);
    this.pending = 0;
  }

  /** For every point, how many of the models visited with `counting` say yes to it. */
  yesCounts(): Float64Array {
    this.empty();
    return Float64Array.from(this.cells.cellOf, (cell) => this.totals[cell]);
  }
}

/** A sweep over these cells; the baseline is a model, given by its rules. */
export const createSweep = async (cells: Cells, baseline?: ArrayLike<number>): Promise<Sweep> =>
  new Sweep(cells, await createSweepKernel(cells, baseline));
