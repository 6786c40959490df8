import * as Comlink from 'comlink';
import type { Host } from './host';
import { createPool, type Pool, type Seat } from './pool';

/** `hardwareConcurrency` can lie, and each worker takes memory. */
const MOST_WORKERS = 8;

function spawn(): Seat {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  return {
    host: Comlink.wrap<Host>(worker),
    onDeath: (tell) =>
      worker.addEventListener('error', (event) => tell(event.message || 'the engine stopped unexpectedly')),
    terminate: () => worker.terminate(),
  };
}

/** The engine in Web Workers, one for each core unless told. */
export const workerEngine = (size = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1)): Pool =>
  createPool(spawn, Math.max(1, size));
