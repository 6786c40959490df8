import * as MiniZinc from 'minizinc';
import type { ConstraintModel } from './constraint-model';
import { minizincModel } from './minizinc-model';
import type { PeerAnswer } from './peer';

/** Counts by listing, with Gecode from MiniZinc, which has started, in a worker of its own. */
export async function countWith(model: ConstraintModel, limitMs: number, signal?: AbortSignal): Promise<PeerAnswer> {
  // The library takes a new worker each time: this waits until that is ready.
  await MiniZinc.version();
  const question = new MiniZinc.Model();
  question.addFile('count.mzn', minizincModel(model));
  const began = performance.now();
  let count = 0;
  let firstMs: number | null = null;
  const solve = question.solve({ jsonOutput: false, options: { solver: 'gecode', 'all-solutions': true } });
  solve.on('solution', () => {
    firstMs ??= performance.now() - began;
    count++;
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    solve.cancel();
  };
  const timer = setTimeout(stop, limitMs);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const { status } = await solve;
    return {
      count,
      complete: !stopped && (status === 'ALL_SOLUTIONS' || status === 'UNSATISFIABLE'),
      ms: performance.now() - began,
      firstMs,
    };
  } catch (error) {
    if (!stopped) throw new Error((error as { message?: string }).message ?? 'Gecode failed');
    signal?.throwIfAborted();
    return { count, complete: false, ms: performance.now() - began, firstMs };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
