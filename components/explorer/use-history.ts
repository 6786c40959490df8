import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FigureState } from '../permalink/use-figure-state';
import type { State } from './settings';
import type { shape } from './shape';

/** Changes of the same kind that follow each other so quickly are one step: a slider that is dragged. */
const ONE_STEP_MS = 700;

/** Steps that are kept. */
const MOST = 200;

/** What is no setting: where the reader looks stays. */
const looksAt = ({ tab }: State): Partial<State> => ({ tab });

/** Fields whose own undo comes first. */
const TYPED = 'textarea, [contenteditable], input:not([type=range], [type=checkbox], [type=radio], [type=file])';

export interface History {
  readonly figure: FigureState<typeof shape>;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** A figure's state whose changes can be taken back, by call or by Ctrl+Z within `root`. A table of one's own, once read, begins a new history. */
export function useHistory(figure: FigureState<typeof shape>, root: RefObject<HTMLElement | null>): History {
  const { state } = figure;
  const steps = useRef({ past: [] as State[], future: [] as State[], kind: '', at: 0 });
  const latest = useRef(state);
  latest.current = state;
  const [, redraw] = useState(0);

  const remember = (kind: string) => {
    const now = performance.now();
    const known = steps.current;
    const same = kind === known.kind && now - known.at < ONE_STEP_MS;
    if (!same) known.past = [...known.past, latest.current].slice(-MOST);
    steps.current = { ...known, future: [], kind, at: now };
    redraw((n) => n + 1);
  };
  const set = (patch: Partial<State>) => {
    const keys = (Object.keys(patch) as (keyof State)[]).filter((key) => patch[key] !== latest.current[key]);
    if (patch.file) steps.current = { past: [], future: [], kind: '', at: 0 };
    else if (!keys.every((key) => key in looksAt(latest.current))) remember(keys.sort().join());
    figure.set(patch);
    latest.current = { ...latest.current, ...patch };
  };
  const reset = () => {
    remember('reset');
    figure.reset();
  };
  const move = (from: 'past' | 'future', to: 'past' | 'future') => {
    const target = steps.current[from].at(-1)!;
    steps.current = {
      ...steps.current,
      [from]: steps.current[from].slice(0, -1),
      [to]: [...steps.current[to], latest.current],
      kind: '',
    };
    figure.set({ ...target, ...looksAt(latest.current) });
    redraw((n) => n + 1);
  };
  const { past, future } = steps.current;
  const undo = past.length > 0 ? () => move('past', 'future') : null;
  const redo = future.length > 0 ? () => move('future', 'past') : null;

  const keys = useRef({ undo, redo });
  keys.current = { undo, redo };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const target = event.target as Element;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      if (target.matches(TYPED) || !(target === document.body || root.current?.contains(target))) return;
      const step = key === 'y' || event.shiftKey ? keys.current.redo : keys.current.undo;
      if (!step) return;
      event.preventDefault();
      step();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [root]);
  return { figure: { ...figure, set, reset }, undo, redo };
}
