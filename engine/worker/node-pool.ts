import { Worker } from 'node:worker_threads';
import * as Comlink from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import type { Crew } from './crew';
import type { Host } from './host';
import type { JobName } from './jobs';
import { pieceEngine } from './pieces-here';
import { createPool, type Seat } from './pool';

function spawn(): Seat {
  const worker = new Worker(new URL('./node-worker.mjs', import.meta.url));
  return {
    host: Comlink.wrap<Host>(nodeEndpoint(worker)),
    onDeath: (tell) => {
      worker.on('error', (error) => tell(error.message));
      worker.on('exit', (code) => tell(`a worker ended with status ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}

/** What comes in several parts; a thread takes longer to start than most of the rest takes. */
const IN_PARTS: readonly JobName[] = ['countPart', 'listPart', 'runTrial', 'drawPart'];

export interface NodeCrew extends Crew {
  close(): void;
}

/** This thread, and for what comes in parts as many threads of Node, which start when they are needed. */
export function nodeCrew(threads: number): NodeCrew {
  if (threads === 1) return { ...pieceEngine, size: 1, close() {} };
  const pool = createPool(spawn, threads);
  return {
    size: threads,
    ready: pool.ready,
    run: (name, input, job) => (IN_PARTS.includes(name) ? pool : pieceEngine).run(name, input, job),
    close: pool.close,
  };
}
