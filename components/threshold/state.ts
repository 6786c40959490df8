import { choice, integer, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';
import { pointsBetween } from './view';

export const SEED = 1965;

/** Trials at every dot: from the build, added by a press, and at most. */
export const BUILT = 200;
export const STEP = 800;
export const MOST = 5000;

export const shape = {
  axis: choice(['ratio', 'deviation'], 'ratio'),
  d: integer(1, 200, 50),
  n: integer(1, 600, 90),
  trials: integer(0, MOST, BUILT),
  seed: integer(0, 999_999, SEED),
};

export type State = StateOf<typeof shape>;

/** Points that the figure does not reach for these dimensions fall back to 2d. */
export function mend(state: State): Mended<State> {
  const [least, most] = pointsBetween(state.d);
  const fits = state.n >= least && state.n <= most;
  return fits ? { state, refused: [] } : { state: { ...state, n: 2 * state.d }, refused: ['n'] };
}
