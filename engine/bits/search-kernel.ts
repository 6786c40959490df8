import bytes from './search.as.ts?asc';
import type { RunStatus, SearchKernel } from './search-contract';
import { createTwin } from './search-twin';

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
  // A browser may refuse a further memory.
  const instance = module && (await WebAssembly.instantiate(module).catch(() => null));
  return instance ? wrap(instance.exports as unknown as Exports) : createTwin();
}

// Browsers reserve gigabytes of addresses for each memory, so kernels are used again; a memory that has grown large is let go.
const KEEP_BYTES = 1 << 26;
const KEEP = 4;

export function releaseKernel(kernel: SearchKernel): void {
  if (idle.length < KEEP && kernel.reserve(0).byteLength <= KEEP_BYTES) idle.push(kernel);
}
