import { decimal, integers } from '../permalink/state';
import { choiceFields } from '../study/use-study-state';

/** Most rules in a set that a link may name, and most rules in a pool. */
export const LONGEST = 30;
export const LARGEST_POOL = 100;

export const LAMBDAS = ['0.002', '0.003', '0.004', '0.005', '0.0075', '0.01', '0.015', '0.02', '0.03', '0.05'];
export const LAMBDA_RANGE = [0.002, 0.5] as const;
export const EPSILON_RANGE = [0, 0.5] as const;

/** What a link writes for the rule set without rules. */
export const NO_RULES = [0];

/** `rules` are numbered from 1, so that 0 can say "none"; none named: the figure picks a set. λ and ε: those of the table. */
export const shape = {
  ...choiceFields,
  rules: integers(0, LARGEST_POOL, LONGEST),
  lambda: decimal(...LAMBDA_RANGE, ''),
  epsilon: decimal(...EPSILON_RANGE, ''),
};
