import { choice, integer, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';
import { COURSE_NAMES, courseOf } from './courses';

/** Seconds that a contestant has for one count. */
export const LIMITS = ['1', '2', '5', '10', '20', '30', '60'] as const;

/** Where a race on a course ends unless told. */
export const DEFAULT_RULES = { congress: 60, titanic: 30, credit: 60 } as const;

/** `rules` is the most rules; 0 for what suits the table. */
export const shape = {
  course: choice(COURSE_NAMES, 'congress'),
  rules: integer(0, 100, 0),
  limit: choice(LIMITS, '5'),
  gecode: choice(['on', 'off'], 'off'),
  cpsat: choice(['on', 'off'], 'off'),
  axis: choice(['work', 'time'], 'work'),
};

export type State = StateOf<typeof shape>;

/** The most rules is one of the numbers of the course. */
export function mend(state: State): Mended<State> {
  const { ladder } = courseOf(state.course);
  return state.rules === 0 || ladder.includes(state.rules)
    ? { state, refused: [] }
    : { state: { ...state, rules: 0 }, refused: ['rules'] };
}

export const mostRules = ({ course, rules }: State): number => rules || DEFAULT_RULES[course];

export const limitOf = ({ limit }: State): number => 1000 * Number(limit);

/** The numbers of rules that are raced over. */
export const rungsOf = (state: State): number[] =>
  courseOf(state.course).ladder.filter((rules) => rules <= mostRules(state));
