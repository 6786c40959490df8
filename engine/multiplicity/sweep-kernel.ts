import { type Cells, uniteInto } from './cells';
import bytes from './sweep.as.ts?asc';
import { CHUNK, LEVELS, type SweepKernel } from './sweep-contract';
import { createSweepTwin } from './sweep-twin';

interface Exports {
  memory: WebAssembly.Memory;
  layout(...offsets: number[]): void;
  run(models: number, starts: number, rules: number, tallies: number, distances: number, counting: boolean): void;
}

const PAGE = 65536;

/** The slices of pairs of words: 64-bit masks and shifts, and where those of each pair begin. */
function pairSlices({ words, first, mask, shift }: Cells): { first: Int32Array; slices: Uint32Array } {
  const starts = [0];
  const slices: number[] = [];
  for (let w = 0; w < words; w += 2) {
    const masks = new Map<number, [number, number]>();
    for (const half of [0, 1]) {
      for (let e = first[w + half]; e < first[w + half + 1]; e++) {
        const pair = masks.get(shift[e]) ?? [0, 0];
        pair[half] = mask[e];
        masks.set(shift[e], pair);
      }
    }
    for (const [digit, [low, high]] of masks) slices.push(low, high, digit, 0);
    starts.push(slices.length / 4);
  }
  return { first: Int32Array.from(starts), slices: Uint32Array.from(slices) };
}

function wrap({ memory, layout, run }: Exports, cells: Cells, baseline: ArrayLike<number>): SweepKernel {
  const { words, ends, captured } = cells;
  const S = cells.strata.length;
  const { first, slices } = pairSlices(cells);
  let end = 8;
  const reserve = (size: number): number => {
    const at = end;
    end = (end + size + 7) & ~7;
    return at;
  };
  const at = {
    captured: reserve(captured.byteLength),
    ends: reserve(ends.byteLength),
    first: reserve(first.byteLength),
    slices: reserve(slices.byteLength),
    base: reserve(4 * words),
    levels: reserve(4 * words * LEVELS),
    union: reserve(4 * words),
    starts: reserve(4 * (CHUNK + 1)),
    tallies: reserve(4 * CHUNK * S),
    distances: reserve(4 * CHUNK),
    // Last, since it grows with the models.
    rules: reserve(0),
  };
  const ensure = (size: number) => {
    const missing = Math.ceil((size - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
  };
  ensure(end);
  const u32 = (offset: number, length: number) => new Uint32Array(memory.buffer, offset, length);
  u32(at.captured, captured.length).set(captured);
  new Int32Array(memory.buffer, at.ends, S).set(ends.map((word) => word / 2));
  new Int32Array(memory.buffer, at.first, first.length).set(first);
  u32(at.slices, slices.length).set(slices);
  uniteInto(u32(at.base, words), cells, baseline);
  layout(words / 2, S, at.captured, at.ends, at.first, at.slices, at.base, at.levels, at.union);

  return {
    name: 'WebAssembly',
    levels: () => u32(at.levels, words * LEVELS),
    run(list, from, to, { tallies, distances, counting }) {
      const models = to - from;
      const [begin, stop] = [list.starts[from], list.starts[to]];
      ensure(at.rules + 2 * (stop - begin));
      const starts = u32(at.starts, models + 1);
      for (let k = 0; k <= models; k++) starts[k] = list.starts[from + k] - begin;
      new Uint16Array(memory.buffer, at.rules, stop - begin).set(list.rules.subarray(begin, stop));
      run(models, at.starts, at.rules, tallies ? at.tallies : 0, distances ? at.distances : 0, counting === true);
      tallies?.set(u32(at.tallies, models * S), from * S);
      distances?.set(u32(at.distances, models), from);
    },
  };
}

let compiled: Promise<WebAssembly.Module | null> | undefined;

/** A kernel for these cells: WebAssembly, or the twin where that is missing. */
export async function createSweepKernel(cells: Cells, baseline: ArrayLike<number> = []): Promise<SweepKernel> {
  compiled ??=
    typeof WebAssembly === 'undefined' ? Promise.resolve(null) : WebAssembly.compile(bytes).catch(() => null);
  const module = await compiled;
  const instance = module && (await WebAssembly.instantiate(module).catch(() => null));
  return instance ? wrap(instance.exports as unknown as Exports, cells, baseline) : createSweepTwin(cells, baseline);
}
