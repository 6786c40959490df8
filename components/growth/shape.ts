import { choice, decimal } from '../permalink/state';
import { choiceFields } from '../study/use-study-state';

/** The λ of the other lines, as multiples of the table's own. */
export const MULTIPLES = [0.75, 1, 1.5, 2, 3];

export const LAMBDAS = ['0.002', '0.003', '0.004', '0.005', '0.0075', '0.01', '0.015', '0.02', '0.03', '0.05'];
export const LAMBDA_RANGE = [0.001, 0.5] as const;

export const READINGS = ['count', 'share'] as const;
export type Reading = (typeof READINGS)[number];

/** λ and ε: those of the table while none is named. `far`: count on past the first budget, then estimate. */
export const shape = {
  ...choiceFields,
  lambda: decimal(...LAMBDA_RANGE, ''),
  epsilon: decimal(0, 0.1, ''),
  reading: choice(READINGS, 'count'),
  far: choice(['no', 'yes'], 'no'),
};
