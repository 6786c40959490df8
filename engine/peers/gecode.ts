import * as MiniZinc from 'minizinc';
import data from 'minizinc/minizinc.data?url';
import wasm from 'minizinc/minizinc.wasm?url';
import worker from 'minizinc/minizinc-worker.js?url';
import type { ConstraintModel } from './constraint-model';
import { countWith } from './gecode-count';
import type { PeerAnswer } from './peer';

let started: Promise<unknown> | null = null;

export async function startGecode(): Promise<void> {
  const at = (path: string) => new URL(path, import.meta.url).href;
  started ??= MiniZinc.init({ workerURL: at(worker), wasmURL: at(wasm), dataURL: at(data), numWorkers: 1 });
  started.catch(() => {
    started = null;
  });
  await started;
}

/** Counts by listing, with Gecode from MiniZinc. */
export async function countByGecode(
  model: ConstraintModel,
  limitMs: number,
  signal?: AbortSignal,
): Promise<PeerAnswer> {
  await startGecode();
  return countWith(model, limitMs, signal);
}
