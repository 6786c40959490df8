import type { Budget } from './diagram';

/** What a diagram may cost that is only tried: tenths of a second mostly, whatever the number of points and rules. */
export const PEEK = {
  maxStates: 2_000_000,
  maxNodes: 20_000,
  maxWork: 300_000_000,
} as const satisfies Budget;
