import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ConstraintModel } from '../peers/constraint-model';
import { countWith, type Runtime } from '../peers/cp-sat-count';
import { minizincModel } from '../peers/minizinc-model';
import type { PeerAnswer } from '../peers/peer';
import { processorTime, timed } from './measure';

/** A general solver in Node, loaded. Its limit is one by the clock; what it took is told in processor time. */
export interface Solver {
  readonly count: (model: ConstraintModel, limitMs: number) => Promise<PeerAnswer>;
  /** Milliseconds that it took to load, by the clock. */
  readonly started: number;
}

type CreateRuntime = () => Promise<Runtime>;

export async function startCpSat(): Promise<Solver> {
  const began = performance.now();
  const url = new URL(
    '../../node_modules/or-tools-wasm/build/javascript/node-wasm/cp_sat_runtime_node_asyncify.js',
    import.meta.url,
  );
  const { default: create }: { default: CreateRuntime } = await import(url.href);
  const runtime = await create();
  const count: Solver['count'] = async (model, limitMs) => {
    const { result, ms } = await timed(() => countWith(runtime, model, limitMs));
    return { ...result, ms };
  };
  return { count, started: performance.now() - began };
}

interface Message {
  readonly type: string;
}

const { resolve } = createRequire(import.meta.url);

/** MiniZinc with Gecode in a thread of its own, ready to be asked once. */
async function openGecode(): Promise<Worker> {
  const worker = new Worker(new URL('./gecode-thread.mjs', import.meta.url), { stdout: true });
  worker.postMessage({ wasmURL: resolve('minizinc/minizinc.wasm'), dataURL: resolve('minizinc/minizinc.data') });
  await new Promise<void>((ready, fail) => {
    worker.once('error', fail);
    worker.on('message', ({ type }: Message) => type === 'ready' && ready());
  });
  return worker;
}

export async function startGecode(): Promise<Solver> {
  const began = performance.now();
  await (await openGecode()).terminate();
  const started = performance.now() - began;
  return { count: countByGecode, started };
}

async function countByGecode(model: ConstraintModel, limitMs: number): Promise<PeerAnswer> {
  const worker = await openGecode();
  const began = processorTime();
  let count = 0;
  let firstMs: number | null = null;
  const complete = await new Promise<boolean>((end, fail) => {
    const timer = setTimeout(() => end(false), limitMs);
    worker.on('error', fail);
    worker.on('message', (message: Message & { code?: number; message?: string }) => {
      if (message.type === 'solution') {
        firstMs ??= processorTime() - began;
        count++;
      } else if (message.type === 'error') fail(new Error(message.message));
      else if (message.type === 'exit') {
        clearTimeout(timer);
        end(message.code === 0);
      }
    });
    const args = ['--solver', 'gecode', '--all-solutions', 'count.mzn'];
    worker.postMessage({ jsonStream: true, files: { 'count.mzn': minizincModel(model) }, args });
  });
  const ms = processorTime() - began;
  await worker.terminate();
  return { count, complete, ms, firstMs };
}
