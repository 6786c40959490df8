import plainScript from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime.js?url';
import plainBytes from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime.wasm?url';
import asyncifyScript from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime_asyncify.js?url';
import asyncifyBytes from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime_asyncify.wasm?url';
import type { ConstraintModel } from './constraint-model';
import { countWith, type Runtime } from './cp-sat-count';
import type { PeerAnswer } from './peer';

type CreateRuntime = (settings: {
  locateFile: (name: string) => string;
  wasmBinary: Uint8Array;
  mainScriptUrlOrBlob: string;
  onAbort: (reason: unknown) => void;
}) => Promise<Runtime>;

/** The package's own loader knows the files of all its solvers, 170 MB, and so would the site: these are loaded by name. */
const files = () =>
  'promising' in WebAssembly
    ? { script: plainScript, bytes: plainBytes }
    : { script: asyncifyScript, bytes: asyncifyBytes };

const START_MS = 60_000;

/**
 * The runtime starts a pool of threads, for which a page must be isolated from all others. A search that lists all
 * solutions uses one thread, so the pool is never asked for anything: what stands in for its threads only says that it is there.
 */
class IdleThread {
  onmessage: ((event: { data: { cmd: string } }) => void) | null = null;
  postMessage({ cmd }: { cmd: string }): void {
    if (cmd === 'load') queueMicrotask(() => this.onmessage?.({ data: { cmd: 'loaded' } }));
  }
  terminate(): void {}
}

async function start(): Promise<Runtime> {
  const { script, bytes } = files();
  const url = new URL(script, import.meta.url).href;
  const response = await fetch(new URL(bytes, import.meta.url));
  if (!response.ok) throw new Error(`CP-SAT could not be loaded (${response.status})`);
  const wasmBinary = new Uint8Array(await response.arrayBuffer());
  const { default: create }: { default: CreateRuntime } = await import(/* @vite-ignore */ url);
  const scope = globalThis as unknown as { Worker: unknown };
  const { Worker } = scope;
  scope.Worker = IdleThread;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Runtime>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('CP-SAT did not start in this browser')), START_MS);
      create({
        locateFile: (name) => name,
        wasmBinary,
        mainScriptUrlOrBlob: url,
        onAbort: (reason) => reject(new Error(`CP-SAT stopped: ${reason}`)),
      }).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    scope.Worker = Worker;
  }
}

let started: Promise<Runtime> | null = null;

export async function startCpSat(): Promise<void> {
  started ??= start();
  started.catch(() => {
    started = null;
  });
  await started;
}

/** Counts by listing, with CP-SAT from or-tools-wasm. This thread does nothing else meanwhile. */
export async function countByCpSat(model: ConstraintModel, limitMs: number): Promise<PeerAnswer> {
  await startCpSat();
  return countWith(await started!, model, limitMs);
}
