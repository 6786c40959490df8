import type { ModelList } from '../ers/model-list';

/** Levels of the vertical counters: they take 2^LEVELS − 1 models before they must be emptied. */
export const LEVELS = 16;
/** Most models of one run. */
export const CHUNK = 1024;

/** What is asked of a pass over models; arrays are indexed by the model's number in the list. */
export interface SweepOutput {
  /** How many points of each stratum a model says yes to: entry k·strata + s. */
  readonly tallies?: Uint32Array;
  /** On how many points a model disagrees with the baseline. */
  readonly distances?: Uint32Array;
  /** Whether the yes of every cell are counted. */
  readonly counting?: boolean;
}

/** Passes over listed models, for the cells and the baseline that it was made for. */
export interface SweepKernel {
  readonly name: 'WebAssembly' | 'TypeScript';
  /** Models `from` to `to`, at most CHUNK. */
  run(list: ModelList, from: number, to: number, output: SweepOutput): void;
  /** The vertical counters: word w of level l, at l·words + w, holds bit l of the counters of 32 cells. */
  levels(): Uint32Array;
}
