import { useEffect, useRef, useState } from 'react';
import type { FigureContext } from './islands/figure-module';

export interface Task<T> {
  /** The last good result; it stays while a new one is computed and when that fails. */
  readonly result: T;
  readonly busy: boolean;
  /** What went wrong, in words. */
  readonly problem: string | null;
  /** Share of the work done, while busy. */
  readonly progress: number;
}

type Run<T> = (
  context: FigureContext,
  job: { signal: AbortSignal; onProgress: (p: { fraction: number }) => void },
) => Promise<T>;

/**
 * Runs work for the current `key` and keeps the latest answer: a new key cancels the work of the old one. Nothing runs for
 * the key that `initial` belongs to until `awake`, so that a figure which is only looked at costs nothing.
 */
export function useTask<T>(key: string, run: Run<T>, initial: { key: string; result: T }, awake: boolean): Task<T> {
  const [state, setState] = useState({ key: initial.key, result: initial.result, problem: null as string | null });
  const [progress, setProgress] = useState(0);
  const latest = useRef(run);
  latest.current = run;
  const busy = awake && state.key !== key;

  useEffect(() => {
    if (!busy) return;
    const controller = new AbortController();
    const { signal } = controller;
    setProgress(0);
    const onProgress = ({ fraction }: { fraction: number }) => {
      if (!signal.aborted) setProgress(fraction);
    };
    import('./engine')
      .then(({ browserContext }) => latest.current(browserContext, { signal, onProgress }))
      .then(
        (result) => {
          if (!signal.aborted) setState({ key, result, problem: null });
        },
        (error: Error) => {
          if (!signal.aborted) setState((old) => ({ key, result: old.result, problem: error.message }));
        },
      );
    return () => controller.abort();
  }, [busy, key]);

  return { result: state.result, busy, problem: state.problem, progress };
}
