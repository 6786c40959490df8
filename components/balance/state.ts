import { integer, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';

export const SEED = 1965;

/** Trials at every dot: from the build, added by a press, and at most. */
export const BUILT = 200;
export const STEP = 800;
export const MOST = 5000;

export const shape = {
  n: integer(4, 60, 24),
  d: integer(2, 30, 10),
  trials: integer(0, MOST, BUILT),
  seed: integer(0, 999_999, SEED),
};

export type State = StateOf<typeof shape>;

/** More coefficients than points separate everything: there is nothing to see. */
export const mostDimensions = (n: number): number => Math.min(30, n);

export const mend = (state: State): Mended<State> =>
  state.d <= mostDimensions(state.n)
    ? { state, refused: [] }
    : { state: { ...state, d: mostDimensions(state.n) }, refused: ['d'] };
