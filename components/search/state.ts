import type { Bounds } from '../../engine/ers/reference';
import { choice, decimal, integers, optionalInteger, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';

/** Few enough that even a search without bounds can be drawn: 2,047 rule sets. */
export const RULES = 11;

export const LAMBDAS = ['0', '0.0025', '0.005', '0.0075', '0.01', '0.015', '0.02', '0.03', '0.04', '0.05'];
export const EPSILONS = Array.from({ length: 21 }, (_, i) => String(i / 200));
export const LAMBDA_RANGE = [0, 0.5] as const;
export const EPSILON_RANGE = [0, 0.1] as const;

const onOff = (fallback: 'on' | 'off') => choice(['on', 'off'], fallback);

/** Without `step` the search is at its end; `picked` is the rule set that is told about. */
export const shape = {
  lambda: decimal(...LAMBDA_RANGE, '0.02'),
  epsilon: decimal(...EPSILON_RANGE, '0.03'),
  hierarchical: onOff('on'),
  lookahead: onOff('on'),
  size: onOff('on'),
  equivalent: onOff('off'),
  step: optionalInteger(0, 2 ** RULES - 1),
  picked: integers(0, RULES - 1, RULES, [0]),
};

export type State = StateOf<typeof shape>;

/** A rule set names each rule once, in order. */
export function mend(state: State): Mended<State> {
  const rising = state.picked.every((rule, i) => i === 0 || rule > state.picked[i - 1]);
  return rising ? { state, refused: [] } : { state: { ...state, picked: shape.picked.fallback }, refused: ['picked'] };
}

export const boundsOf = (state: State): Required<Bounds> => ({
  hierarchical: state.hierarchical === 'on',
  lookAhead: state.lookahead === 'on',
  size: state.size === 'on',
  equivalentPoints: state.equivalent === 'on',
});
