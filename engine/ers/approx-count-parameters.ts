/** How many members a cell may hold, how its size is rounded, and how many trials are needed for a guarantee. */
export interface CountParameters {
  readonly algorithm: 'ApproxMC6' | 'ApproxMC7';
  /** A cell with at most this many members is small. */
  readonly thresh: number;
  readonly trials: number;
  /** What stands for the size of a small cell of `members`. */
  readonly round: (members: number) => number;
  /** Odds that one trial is too low, and too high. */
  readonly tooLow: number;
  readonly tooHigh: number;
}

/** The chance that at least half of t trials (t odd) fail, when each fails with probability p. */
export function mostFail(t: number, p: number): number {
  let term = (1 - p) ** t;
  let sum = 0;
  for (let i = 0; i <= t; i++) {
    if (i > t / 2) sum += term;
    term *= ((t - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

/** The fewest trials, an odd number, whose median fails with probability δ at most. */
function trialsFor(tooLow: number, tooHigh: number, delta: number): number {
  let t = 1;
  while (mostFail(t, tooLow) + mostFail(t, tooHigh) > delta) t += 2;
  return t;
}

/** Sizes of cells for an error of 1 + ε: Chakraborty, Meel & Vardi, IJCAI 2016. */
const pivotFor = (eps: number): number => 9.84 * (1 + 1 / eps) ** 2;

/** Rounding and error bounds: Yang & Meel, Rounding Meets Approximate Model Counting, CAV 2023. */
function rounded(eps: number): Pick<CountParameters, 'round' | 'tooLow' | 'tooHigh'> {
  const pivot = pivotFor(eps);
  const atLeast = (least: number) => (members: number) => Math.max(members, least);
  if (eps < Math.SQRT2 - 1)
    return { round: atLeast((Math.sqrt(1 + 2 * eps) / 2) * pivot), tooLow: 0.262, tooHigh: 0.169 };
  if (eps < 1) return { round: atLeast(pivot / Math.SQRT2), tooLow: 0.157, tooHigh: 0.169 };
  if (eps < 3) return { round: atLeast(pivot), tooLow: 0.085, tooHigh: 0.169 };
  if (eps < 4 * Math.SQRT2 - 1) return { round: () => pivot, tooLow: 0.055, tooHigh: 0.044 };
  return { round: () => Math.SQRT2 * pivot, tooLow: 0.023, tooHigh: 0.044 };
}

/** Members wanted from one cell for ε ≥ 5: only whether there is one (Pote, Meel & Yang, AAAI 2025). */
function emptyOrNot(eps: number): Pick<CountParameters, 'round' | 'tooLow' | 'tooHigh'> {
  const beta = (1 + Math.sqrt(1 + 2 * (1 + eps) ** 2)) / 2;
  // The cell is the last one that is not empty, one constraint before the first empty one.
  return { round: () => Math.sqrt((2 * (beta - 1)) / beta) / 2, tooLow: 1 / beta, tooHigh: 1 / beta };
}

/** The parameters that promise Pr[|R|/(1 + ε) ≤ estimate ≤ (1 + ε)·|R|] ≥ 1 − δ. */
export function countParameters(eps: number, delta: number): CountParameters {
  if (!(eps > 0 && eps < Number.POSITIVE_INFINITY)) throw new RangeError(`eps must be positive, but is ${eps}`);
  if (!(delta > 0 && delta < 1)) throw new RangeError(`delta must lie between 0 and 1, but is ${delta}`);
  const coarse = eps >= 5;
  const choice = coarse ? emptyOrNot(eps) : rounded(eps);
  return {
    algorithm: coarse ? 'ApproxMC7' : 'ApproxMC6',
    thresh: coarse ? 0 : Math.floor(1 + (1 + eps / (1 + eps)) * pivotFor(eps)),
    trials: trialsFor(choice.tooLow, choice.tooHigh, delta),
    ...choice,
  };
}

/** value · 2^k for a value with a fraction, rounded. */
function timesPower(value: number, k: number): bigint {
  const bits = 20;
  return ((BigInt(Math.round(value * 2 ** bits)) << BigInt(k)) + (1n << BigInt(bits - 1))) >> BigInt(bits);
}

/** What a cell of so many members under so many constraints says of the whole set. */
export const estimateFrom = ({ round }: CountParameters, constraints: number, members: number): bigint =>
  timesPower(round(members), constraints);
