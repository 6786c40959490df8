import { compare, parseRational } from '../../engine/ers/rational';
import { choice, decimal, integer, integers, optionalInteger, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';

/** Rules of the small diagram: each is a layer to be drawn. */
export const RULES = 14;
export const MOST_DRAWS = 2000;

/** The order in which the rules are decided. */
export const ORDERS = ['broad', 'narrow', 'precise'] as const;

export const LAMBDAS = ['0.002', '0.0025', '0.003', '0.004', '0.005', '0.0075', '0.01', '0.015', '0.02'];
export const LAMBDA_RANGE = [0.002, 0.1] as const;
export const EPSILONS = Array.from({ length: 21 }, (_, i) => String(i / 1000));
export const EPSILON_RANGE = [0, 0.02] as const;

export const TABLES = ['toronto-arrests', 'house-votes-84', 'hmda'] as const;
export const POOL_RANGE = [10, 120] as const;
export const PRICES = ['0.0005', '0.001', '0.002', '0.003', '0.005', '0.0075', '0.01', '0.02'];
/** With rules for nothing there are as many best rule sets as one likes. */
export const PRICE_RANGE = [0.0005, 0.1] as const;
export const TOLERANCES = [
  '0',
  '0.0025',
  '0.005',
  '0.0075',
  '0.01',
  '0.0125',
  '0.015',
  '0.0175',
  '0.02',
  '0.025',
  '0.03',
];
export const TOLERANCE_RANGE = [0, 0.1] as const;

/**
 * The small diagram: `step` counts halves of layers, nothing means done; `within` is the smaller tolerance that is asked about;
 * `state` is the picked state by layer and number. The large set: its table, rules, λ and ε.
 */
export const shape = {
  lambda: decimal(...LAMBDA_RANGE, '0.002'),
  epsilon: decimal(...EPSILON_RANGE, '0.01'),
  order: choice(ORDERS, 'broad'),
  step: optionalInteger(0, 2 * RULES - 1),
  within: decimal(...EPSILON_RANGE, '0.005'),
  draws: integer(0, MOST_DRAWS, 1),
  state: integers(0, 100_000, 2),
  table: choice(TABLES, 'toronto-arrests'),
  rules: integer(...POOL_RANGE, 60),
  price: decimal(...PRICE_RANGE, '0.001'),
  tolerance: decimal(...TOLERANCE_RANGE, '0.02'),
};

export type State = StateOf<typeof shape>;

/** What else changes with the table: a pool and a tolerance that show something there. */
export const PRESETS: Readonly<Record<State['table'], Pick<State, 'rules' | 'price' | 'tolerance'>>> = {
  'toronto-arrests': { rules: 60, price: '0.001', tolerance: '0.02' },
  'house-votes-84': { rules: 60, price: '0.001', tolerance: '0.02' },
  hmda: { rules: 60, price: '0.01', tolerance: '0.02' },
};

/** A tolerance within the other, and a state that names its layer. */
export function mend(state: State): Mended<State> {
  const refused: string[] = [];
  let { within, state: picked } = state;
  if (compare(parseRational(within), parseRational(state.epsilon)) > 0) {
    within = state.epsilon;
    refused.push('within');
  }
  if (picked.length === 1 || picked[0] > RULES) {
    picked = [];
    refused.push('state');
  }
  return refused.length === 0 ? { state, refused } : { state: { ...state, within, state: picked }, refused };
}
