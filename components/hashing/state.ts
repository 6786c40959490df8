import { decimal, integer, optionalInteger, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';

export const EPS_RANGE = [0.1, 8] as const;
export const DELTA_RANGE = [0.001, 0.5] as const;

/** Where the sliders stop. */
export const EPS = ['0.1', '0.15', '0.2', '0.3', '0.4', '0.6', '0.8', '1', '1.5', '2', '3', '4', '5', '6', '8'];
export const DELTAS = ['0.001', '0.002', '0.005', '0.01', '0.02', '0.05', '0.1', '0.2', '0.3', '0.4', '0.5'];

/** How many trials one press of the button adds, and where that ends. */
export const MORE = 100;
export const MOST = 1000;

/** Without `step` the trial is at its end; `picked` is the model whose rules are looked up. */
export const shape = {
  eps: decimal(...EPS_RANGE, '0.8'),
  delta: decimal(...DELTA_RANGE, '0.2'),
  trial: integer(1, MOST, 1),
  step: optionalInteger(0, 99),
  picked: integer(1, 9999, 1),
  trials: integer(0, MOST, 200),
  seed: integer(1, 999_999, 1),
};

export type State = StateOf<typeof shape>;

/** Only a model that there is can be picked. */
export const mendFor =
  (models: number) =>
  (state: State): Mended<State> =>
    state.picked <= models
      ? { state, refused: [] }
      : { state: { ...state, picked: shape.picked.fallback }, refused: ['picked'] };
