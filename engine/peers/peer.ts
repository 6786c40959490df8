/** General constraint solvers that are asked for the same counts. */
export type PeerName = 'gecode' | 'cp-sat';

export interface PeerAnswer {
  /** Solutions found; all of them when `complete`. */
  readonly count: number;
  readonly complete: boolean;
  /** From the model to the end; the solver was loaded before. */
  readonly ms: number;
  /** Until the first solution, where that can be told: most of it goes into reading the model. */
  readonly firstMs: number | null;
}

/** What a reader loads, in megabytes, told before: the least and the most, by what the browser can do. Held to the packages by a test. */
export const MEGABYTES: Readonly<Record<PeerName, readonly [number, number]>> = {
  gecode: [18.6, 18.6],
  'cp-sat': [7.6, 12.1],
};
