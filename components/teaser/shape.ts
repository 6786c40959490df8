import { decimal, integer, ruleSet } from '../permalink/state';

/** Where the sliders stop, and how far one may type: past that the set outgrows what one wants to look at. */
export const LAMBDAS = ['0.008', '0.009', '0.01', '0.011', '0.012', '0.014', '0.016', '0.018', '0.02', '0.025', '0.03'];
export const EPSILONS = Array.from({ length: 26 }, (_, i) => String(i / 1000));
export const LAMBDA_RANGE = [0.008, 0.1] as const;
export const EPSILON_RANGE = [0, 0.025] as const;

/** Most rules in a model that a link may name. */
const LONGEST = 20;

/** No model named: the figure picks a telling pair. No person named: one who is contested. */
export const shape = {
  epsilon: decimal(EPSILON_RANGE[0], EPSILON_RANGE[1], '0.02'),
  lambda: decimal(LAMBDA_RANGE[0], LAMBDA_RANGE[1], '0.01'),
  a: ruleSet(60, LONGEST),
  b: ruleSet(60, LONGEST),
  person: integer(-1, 2379, -1),
};
