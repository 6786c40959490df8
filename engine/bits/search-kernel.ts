import bytes from './search.as.ts?asc';
import { createTwin } from './search-twin';

/** Why a kernel stopped: no more to do, budget spent, output buffer nearly full, or (eager) members written. */
export const RunStatus = { done: 0, paused: 1, full: 2, found: 3 } as const;
export type RunStatus = (typeof RunStatus)[keyof typeof RunStatus];

/** Where things lie in the memory of a kernel: byte offsets, all multiples of 8, and two numbers of slices. */
export interface SearchLayout {
  /** Slices (64-bit words with one coefficient each) of the positive and of the negative classes. */
  readonly positive: number;
  readonly negative: number;
  /** Bytes of all slices of one rule. */
  readonly stride: number;
  readonly coefficients: number;
  readonly slices: number;
  /** The uncaptured classes at each level, `stride` bytes a level. */
  readonly uncaptured: number;
  /** The levels, 32 bytes each. */
  readonly levels: number;
  /** The stack of candidates: rule, gain, loss, and the running sum of the gains of its level. */
  readonly rules: number;
  readonly gains: number;
  readonly losses: number;
  readonly sums: number;
  readonly allowed: number;
  /** Members found, by size. */
  readonly found: number;
  readonly output: number;
  readonly outputEnd: number;
  /** Numbers of members to leave out before the next one that is written. */
  readonly gaps: number;
  /** For each pair of rules the positives that both capture, weighed when needed; 0 where there is no room for that. */
  readonly overlaps: number;
  /** For each rule how often its overlaps would have been of use; zero at the start. */
  readonly uses: number;
}

export interface SearchOptions {
  /** Write members into the output buffer; else only count them. */
  readonly emit: boolean;
  /** Return as soon as members have been written. */
  readonly eager: boolean;
  /** Do part `part` of `parts` independent parts of the search. */
  readonly part: number;
  readonly parts: number;
}

/** The search, in WebAssembly or as its TypeScript twin. engine/ers/search.ts drives it. */
export interface SearchKernel {
  readonly name: 'WebAssembly' | 'TypeScript';
  /** Makes the memory at least this large. Earlier buffers are void then. */
  reserve(bytes: number): ArrayBuffer;
  layout(layout: SearchLayout): void;
  /** Takes over `count` numbers that the host has written at an offset as f64. */
  adopt(offset: number, count: number): void;
  /** Takes over `count` gaps. */
  setGaps(count: number): void;
  start(m: number, options: SearchOptions): void;
  /** Empties the output buffer and goes on for about `budget` evaluations. */
  run(budget: number): RunStatus;
  /** Number of rules of the current node, −1 when done. */
  readonly depth: number;
  /** Evaluations of the last run. */
  readonly spent: number;
  /** Where the output of the last run ends. */
  readonly written: number;
}

interface Exports {
  memory: WebAssembly.Memory;
  layout(...offsets: number[]): void;
  adopt(offset: number, count: number): void;
  setGaps(count: number): void;
  start(m: number, emit: boolean, eager: boolean, part: number, parts: number): void;
  run(budget: number): RunStatus;
  depth: WebAssembly.Global<'i32'>;
  spent: WebAssembly.Global<'i32'>;
  written: WebAssembly.Global<'i32'>;
}

const PAGE = 65536;

function wrap(exports: Exports): SearchKernel {
  const { memory } = exports;
  return {
    name: 'WebAssembly',
    reserve(size) {
      const missing = Math.ceil((size - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      return memory.buffer;
    },
    layout: (at) =>
      exports.layout(
        at.positive,
        at.negative,
        at.coefficients,
        at.slices,
        at.uncaptured,
        at.levels,
        at.rules,
        at.gains,
        at.losses,
        at.sums,
        at.allowed,
        at.found,
        at.output,
        at.outputEnd,
        at.gaps,
        at.overlaps,
        at.uses,
      ),
    adopt: exports.adopt,
    setGaps: exports.setGaps,
    start: (m, { emit, eager, part, parts }) => exports.start(m, emit, eager, part, parts),
    run: exports.run,
    get depth() {
      return exports.depth.value;
    },
    get spent() {
      return exports.spent.value;
    },
    get written() {
      return exports.written.value;
    },
  };
}

let compiled: Promise<WebAssembly.Module | null> | undefined;
const idle: SearchKernel[] = [];

/** A kernel of its own for one search: WebAssembly, or the twin where that is missing. Give it back with `releaseKernel`. */
export async function acquireKernel(): Promise<SearchKernel> {
  const reused = idle.pop();
  if (reused) return reused;
  compiled ??=
    typeof WebAssembly === 'undefined' ? Promise.resolve(null) : WebAssembly.compile(bytes).catch(() => null);
  const module = await compiled;
  if (!module) return createTwin();
  const instance = await WebAssembly.instantiate(module);
  return wrap(instance.exports as unknown as Exports);
}

// Browsers reserve gigabytes of addresses for each memory, so kernels are used again; a memory that has grown large is let go.
const KEEP_BYTES = 1 << 26;
const KEEP = 4;

export function releaseKernel(kernel: SearchKernel): void {
  if (idle.length < KEEP && kernel.reserve(0).byteLength <= KEEP_BYTES) idle.push(kernel);
}
