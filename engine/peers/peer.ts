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

/** Bytes that a reader loads, in megabytes: they are told before. Held against the packages by a test. */
export const MEGABYTES: Readonly<Record<PeerName, { readonly plain: number; readonly compressed: number }>> = {
  gecode: { plain: 18.6, compressed: 5.1 },
  'cp-sat': { plain: 7.6, compressed: 2.7 },
};
