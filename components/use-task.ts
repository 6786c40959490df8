import { useEffect, useRef, useState } from 'react';
import type { FigureContext } from './islands/figure-module';
import { sayProblem } from './problem';

export interface Task<T> {
  /** The last good result; it stays while a new one is computed and when that fails. */
  readonly result: T;
  readonly busy: boolean;
  /** What went wrong, in words. */
  readonly problem: string | null;
  /** Share of the work done, while busy. */
  readonly progress: number;
  /** What the running work knows already. */
  readonly partial: unknown;
  /** Milliseconds that the rest will take, guessed from what is done; null while that is too little to tell. */
  readonly left: number | null;
  /** Whether the reader stopped the work for this key. */
  readonly stopped: boolean;
  readonly stop: () => void;
  /** Does the work for this key again, after it was stopped or failed. */
  readonly again: () => void;
}

type Progress = { fraction: number; partial?: unknown };

type Run<T> = (context: FigureContext, job: { signal: AbortSignal; onProgress: (p: Progress) => void }) => Promise<T>;

/** Pause between two reports: what changes faster cannot be read. */
const REPORT_MS = 100;

/** Less done than this tells nothing about the rest. */
const TELLING = 0.02;

const NOTHING = { fraction: 0, partial: undefined as unknown, left: null as number | null };
const AGAIN = '';

/**
 * Runs work for the current `key` and keeps the latest answer: a new key cancels the work of the old one. Nothing runs until
 * `awake`, so that a figure which is only looked at costs nothing; the key of `initial` then has its result.
 */
export function useTask<T>(key: string, run: Run<T>, initial: { key: string; result: T }, awake: boolean): Task<T> {
  const [state, setState] = useState({
    key: initial.key,
    result: initial.result,
    problem: null as string | null,
    stopped: false,
  });
  const [progress, setProgress] = useState(NOTHING);
  const latest = useRef(run);
  latest.current = run;
  const busy = awake && state.key !== key;
  const running = useRef<AbortController>(null);

  useEffect(() => {
    if (!busy) return;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const began = performance.now();
    let reported = began;
    setProgress(NOTHING);
    const onProgress = ({ fraction, partial }: Progress) => {
      const now = performance.now();
      if (signal.aborted || now - reported < REPORT_MS) return;
      reported = now;
      setProgress({ fraction, partial, left: fraction < TELLING ? null : ((now - began) * (1 - fraction)) / fraction });
    };
    import('./engine')
      .then(({ browserContext }) => latest.current(browserContext, { signal, onProgress }))
      .then(
        (result) => {
          if (!signal.aborted) setState({ key, result, problem: null, stopped: false });
        },
        (error: unknown) => {
          if (signal.aborted) return;
          setState((old) => ({ key, result: old.result, problem: sayProblem(error), stopped: false }));
        },
      );
    return () => controller.abort();
  }, [busy, key]);

  const stop = () => {
    running.current?.abort();
    setState((old) => ({ key, result: old.result, problem: null, stopped: true }));
  };
  const again = () => setState((old) => ({ ...old, key: AGAIN, problem: null, stopped: false }));
  return {
    result: !awake && key === initial.key ? initial.result : state.result,
    busy,
    problem: state.key === key ? state.problem : null,
    progress: progress.fraction,
    partial: progress.partial,
    left: progress.left,
    stopped: state.stopped && state.key === key,
    stop,
    again,
  };
}
