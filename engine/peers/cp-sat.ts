import plainScript from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime.js?url';
import plainBytes from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime.wasm?url';
import asyncifyScript from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime_asyncify.js?url';
import asyncifyBytes from '../../node_modules/or-tools-wasm/build/javascript/wasm/cp_sat_runtime_asyncify.wasm?url';
import type { ConstraintModel } from './constraint-model';
import { cpSatModel, cpSatParameters } from './cp-sat-model';
import type { PeerAnswer } from './peer';

/** What we use of the runtime, which Emscripten has made. */
interface Runtime {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _free_buffer(pointer: number): void;
  ccall(
    name: string,
    returns: 'number',
    types: 'number'[],
    values: number[],
    options: { async: true },
  ): Promise<number>;
}

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

/** `OPTIMAL` and `INFEASIBLE` of `CpSolverStatus`: all solutions have been found. */
const ENDED = [4, 3];

/** The answer of the runtime: the number of events, each a type and a message, then the response, whose first field is the status. */
function readAnswer(answer: Uint8Array): { count: number; status: number } {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  const count = view.getUint32(0, true);
  let at = 4;
  for (let event = 0; event < count; event++) at += 5 + view.getUint32(at + 1, true);
  const status = view.getUint32(at, true) > 0 && answer[at + 4] === 8 ? answer[at + 5] : 0;
  return { count, status };
}

const SOLUTIONS = 1;

/** Counts by listing, with CP-SAT from or-tools-wasm. This thread does nothing else meanwhile. */
export async function countByCpSat(model: ConstraintModel, limitMs: number): Promise<PeerAnswer> {
  await startCpSat();
  const runtime = await started!;
  const began = performance.now();
  const give = (bytes: Uint8Array): number => {
    const pointer = runtime._malloc(bytes.length);
    runtime.HEAPU8.set(bytes, pointer);
    return pointer;
  };
  const question = cpSatModel(model);
  const parameters = cpSatParameters(limitMs / 1000);
  const [questionAt, parametersAt, lengthAt] = [give(question), give(parameters), runtime._malloc(4)];
  const answerAt = await runtime.ccall(
    'solve_model_with_callback_events',
    'number',
    ['number', 'number', 'number', 'number', 'number', 'number'],
    [questionAt, question.length, parametersAt, parameters.length, SOLUTIONS, lengthAt],
    { async: true },
  );
  const length = new DataView(runtime.HEAPU8.buffer).getUint32(lengthAt, true);
  const { count, status } = readAnswer(runtime.HEAPU8.slice(answerAt, answerAt + length));
  runtime._free_buffer(answerAt);
  for (const pointer of [questionAt, parametersAt, lengthAt]) runtime._free(pointer);
  return { count, complete: ENDED.includes(status), ms: performance.now() - began, firstMs: null };
}
