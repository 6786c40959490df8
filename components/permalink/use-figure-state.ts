import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { linkedPage } from '../site-root';
import { figureOfHash, keepAddress } from './fragment';
import { defaultsOf, linkTo, readLink, type StateOf, type StateShape } from './state';

/** Pause after the last change before the address bar follows: browsers refuse more than some hundred changes in 30 s. */
const SETTLE_MS = 250;

export interface FigureState<S extends StateShape> {
  readonly state: StateOf<S>;
  /** Changes some keys; the address bar follows without a new entry in the history. */
  readonly set: (patch: Partial<StateOf<S>>) => void;
  readonly reset: () => void;
  /** Address that restores exactly this state. */
  readonly link: () => string;
  /** Keys of the opened link that could not be used. */
  readonly refused: readonly string[];
}

/** The state of a figure, restored from the page's fragment when that is about it and kept there as the reader changes it. */
export function useFigureState<S extends StateShape>(slug: string, shape: S): FigureState<S> {
  const defaults = useMemo(() => defaultsOf(shape), [shape]);
  const [state, setState] = useState(defaults);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const timer = useRef(0);
  const latest = useRef(defaults);

  // After hydration, so that the first render equals the static page.
  useEffect(() => {
    const open = () => {
      clearTimeout(timer.current);
      const read = readLink(slug, shape, location.hash);
      if (!read) return;
      latest.current = read.state;
      setState(read.state);
      setRefused(read.refused);
    };
    open();
    addEventListener('hashchange', open);
    return () => {
      removeEventListener('hashchange', open);
      clearTimeout(timer.current);
    };
  }, [slug, shape]);

  const keep = useCallback(
    (next: StateOf<S>) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => keepAddress(linkTo(slug, shape, next)), SETTLE_MS);
    },
    [slug, shape],
  );

  const set = useCallback(
    (patch: Partial<StateOf<S>>) => {
      latest.current = { ...latest.current, ...patch };
      setState(latest.current);
      keep(latest.current);
    },
    [keep],
  );

  const reset = useCallback(() => {
    latest.current = defaults;
    setRefused([]);
    setState(defaults);
    clearTimeout(timer.current);
    // Another figure's address is none of this one's business.
    if (figureOfHash(location.hash) === slug) keepAddress(location.pathname + location.search);
  }, [slug, defaults]);

  const link = useCallback(() => linkedPage() + linkTo(slug, shape, state), [slug, shape, state]);
  return { state, set, reset, link, refused };
}
