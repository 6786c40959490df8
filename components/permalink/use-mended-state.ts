import { useRef } from 'react';
import type { StateOf, StateShape } from './state';
import { type FigureState, useFigureState } from './use-figure-state';

/** A state with what makes no sense replaced, and the keys of that. */
export interface Mended<T> {
  readonly state: T;
  readonly refused: readonly string[];
}

/**
 * The state of a figure whose values must also fit each other: `mend` replaces those that do not, and the note of the
 * frame names them. `change` builds on the latest state, however fast a pointer moves.
 */
export function useMendedState<S extends StateShape>(
  slug: string,
  shape: S,
  mend: (state: StateOf<S>) => Mended<StateOf<S>>,
) {
  const raw = useFigureState(slug, shape);
  const { state, refused } = mend(raw.state);
  const latest = useRef(state);
  latest.current = state;
  const change = (patch: (state: StateOf<S>) => Partial<StateOf<S>>) => {
    latest.current = { ...latest.current, ...patch(latest.current) };
    raw.set(latest.current);
  };
  const figure: FigureState<S> = { ...raw, state, refused: [...new Set([...raw.refused, ...refused])] };
  return { state, change, figure };
}
