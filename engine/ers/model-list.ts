/** Listed models, columnar so that a worker can transfer them. */
export interface ModelList {
  readonly length: number;
  /** Model k is `rules.subarray(starts[k], starts[k + 1])`: rule indices, ascending. */
  readonly starts: Uint32Array;
  readonly rules: Uint16Array;
  /** Weighted mistakes of each model. */
  readonly mistakes: Float64Array;
}

/** The rule indices of model k. */
export const modelRules = (list: ModelList, k: number): Uint16Array =>
  list.rules.subarray(list.starts[k], list.starts[k + 1]);

/** The number of rules of model k. */
export const modelSize = (list: ModelList, k: number): number => list.starts[k + 1] - list.starts[k];
