import { decimal, integer, type StateOf } from '../permalink/state';

/** Draws for each model of the set. */
export const PER_MODEL = [2, 5, 10, 20, 50];

export const KAPPAS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
export const MOST_RULES = 14;

export const TOLERANCES = ['3', '4', '5', '6', '8', '10', '15', '20', '30', '50'];
export const TOLERANCE_RANGE = [1.71, 100] as const;

/** `per` and `kappa` are places in the lists above. */
export const shape = {
  per: integer(0, PER_MODEL.length - 1, 2),
  ell: integer(1, MOST_RULES, 1),
  kappa: integer(0, KAPPAS.length - 1, 2),
  tolerance: decimal(...TOLERANCE_RANGE, '8'),
  seed: integer(1, 999_999, 1),
};

export type State = StateOf<typeof shape>;
