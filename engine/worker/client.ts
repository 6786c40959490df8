import * as Comlink from 'comlink';
import type { Engine } from './jobs';
import type { Host } from './worker';

interface Live {
  readonly host: Comlink.Remote<Host>;
  /** Rejects when the worker dies. */
  readonly death: Promise<never>;
}

/** The worker died: out of memory, or killed. The next run starts a new one. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/** An engine in a Web Worker of its own, started at the first run. */
export function workerEngine(): Engine {
  let live: Live | null = null;
  let lastId = 0;

  function start(): Live {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
    const death = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        live = null;
        worker.terminate();
        reject(new WorkerDied(event.message || 'the engine stopped unexpectedly'));
      });
    });
    death.catch(() => {});
    return { host: Comlink.wrap<Host>(worker), death };
  }

  return {
    async run(name, input, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      live ??= start();
      const { host, death } = live;
      const id = ++lastId;
      const stop = () => host.cancel(id);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        // Comlink's mapped types lose the generic.
        const run = host.run as unknown as Host['run'];
        const result = run(id, name, input, onProgress && Comlink.proxy(onProgress));
        return await (signal ? Promise.race([result, death, aborted(signal)]) : Promise.race([result, death]));
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
