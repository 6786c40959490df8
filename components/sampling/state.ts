import { choice, decimal, integer, type StateOf } from '../permalink/state';

/** Draws for each model of the set. */
export const PER_MODEL = ['2', '5', '10', '20', '50'] as const;

/** κ of BB-sts. */
export const KAPPAS = ['1', '2', '5', '10', '20', '50', '100', '200', '500', '1000'] as const;
export const MOST_RULES = 14;

export const TOLERANCES = ['3', '4', '5', '6', '8', '10', '15', '20', '30', '50'];
export const TOLERANCE_RANGE = [1.71, 100] as const;

export const shape = {
  per: choice(PER_MODEL, '10'),
  ell: integer(1, MOST_RULES, 1),
  kappa: choice(KAPPAS, '5'),
  tolerance: decimal(...TOLERANCE_RANGE, '8'),
  seed: integer(1, 999_999, 1),
};

export type State = StateOf<typeof shape>;
