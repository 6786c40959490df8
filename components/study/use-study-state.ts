import { useCallback, useEffect, useMemo, useRef } from 'react';
import { choice, defaultsOf, integer, linkTo, type StateOf, type StateShape } from '../permalink/state';
import { type FigureState, useFigureState } from '../permalink/use-figure-state';
import { choose, DEFAULT_CHOICE, SLUGS, useChoice } from './choice';

/** The most rows that a bundled table has. */
const MOST_ROWS = 5226;

/** What the state of every figure on good rule sets has. */
export const choiceFields = {
  data: choice(SLUGS, DEFAULT_CHOICE.data),
  person: integer(-1, MOST_ROWS - 1, DEFAULT_CHOICE.person),
};

type StudyShape = StateShape & typeof choiceFields;

export interface StudyState<S extends StudyShape> extends FigureState<S> {
  /** Nothing was changed, here or in another figure: the static picture still holds. */
  readonly pristine: boolean;
}

/**
 * The state of a figure whose table and person are picked for all figures together. In another table everything else in
 * the state has lost its meaning, so it falls back to its default.
 */
export function useStudyState<S extends StudyShape>(slug: string, shape: S): StudyState<S> {
  const own = useFigureState(slug, shape);
  const shared = useChoice();
  const defaults = useMemo(() => defaultsOf(shape), [shape]);

  // A link that was opened on this figure picks for all of them. The first state is nobody's pick.
  const seen = useRef(own.state);
  useEffect(() => {
    if (seen.current === own.state) return;
    seen.current = own.state;
    choose(own.state);
  }, [own.state]);

  const state = useMemo(() => {
    const { data, person } = shared;
    if (own.state.data !== data) return { ...defaults, data, person };
    return own.state.person === person ? own.state : { ...own.state, person };
  }, [own.state, shared, defaults]);

  const latest = useRef(state);
  latest.current = state;
  const { set: setOwn, reset: resetOwn } = own;
  const set = useCallback(
    (patch: Partial<StateOf<S>>) => {
      const from = patch.data === undefined || patch.data === latest.current.data ? latest.current : defaults;
      latest.current = { ...from, ...patch };
      choose(latest.current);
      setOwn(latest.current);
    },
    [setOwn, defaults],
  );
  const reset = useCallback(() => {
    choose(DEFAULT_CHOICE);
    resetOwn();
  }, [resetOwn]);
  const link = useCallback(() => location.href.replace(/#.*$/, '') + linkTo(slug, shape, state), [slug, shape, state]);
  const pristine = linkTo(slug, shape, state) === linkTo(slug, shape, defaults);
  return { state, set, reset, link, refused: own.refused, pristine };
}
