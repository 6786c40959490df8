import { integer, type StateOf } from '../permalink/state';
import { MOST_DIMENSIONS } from './view';

export const SEED = 1965;

/** Trials at every dot: from the build, added by a press, and at most. */
export const BUILT = 100;
export const STEP = 400;
export const MOST = 2000;

export const shape = {
  m: integer(2, 1_000_000, 1000),
  n: integer(1, MOST_DIMENSIONS, 10),
  trials: integer(0, MOST, BUILT),
  seed: integer(0, 999_999, SEED),
};
export type State = StateOf<typeof shape>;
