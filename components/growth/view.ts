/** An estimate with its promise: the true number lies between `low` and `high` with probability 1 − delta. */
export interface Estimate {
  readonly value: string;
  readonly low: number;
  readonly high: number;
}

/** The size of the Rashomon set for one λ, at each tolerance. */
export interface Line {
  readonly lambda: string;
  /** Exact counts in decimal; null where counting would take too long. */
  readonly counts: readonly (string | null)[];
  readonly estimates: readonly (Estimate | null)[];
  readonly optimum: number;
  readonly method: 'compiled' | 'depth-first';
}

/** All lines of a table. */
export interface Lines {
  readonly slug: string;
  readonly n: number;
  /** Rules in the pool. */
  readonly m: number;
  /** Tolerances, rising. */
  readonly epsilons: readonly string[];
  readonly lines: readonly Line[];
}

/** The default state as plain JSON. */
export type Initial = Lines;
