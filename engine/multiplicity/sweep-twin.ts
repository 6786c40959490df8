import { type Cells, countIn, uniteInto } from './cells';
import { LEVELS, type SweepKernel } from './sweep-contract';

/** The kernel in TypeScript, where WebAssembly is missing: the same numbers. */
export function createSweepTwin(cells: Cells, baseline: ArrayLike<number>): SweepKernel {
  const { words } = cells;
  const S = cells.strata.length;
  const base = new Uint32Array(words);
  uniteInto(base, cells, baseline);
  const set = new Uint32Array(words);
  const differ = new Uint32Array(words);
  const levels = new Uint32Array(LEVELS * words);

  function addToCounters(): void {
    for (let w = 0; w < words; w++) {
      let carry = set[w];
      for (let at = w; carry !== 0; at += words) {
        const bits = levels[at];
        levels[at] = bits ^ carry;
        carry &= bits;
      }
    }
  }
  return {
    name: 'TypeScript',
    levels: () => levels,
    run(list, from, to, { tallies, distances, counting }) {
      for (let k = from; k < to; k++) {
        uniteInto(set, cells, list.rules, list.starts[k], list.starts[k + 1]);
        if (tallies) for (let s = 0; s < S; s++) tallies[k * S + s] = countIn(cells, set, s);
        if (distances) {
          for (let w = 0; w < words; w++) differ[w] = set[w] ^ base[w];
          let apart = 0;
          for (let s = 0; s < S; s++) apart += countIn(cells, differ, s);
          distances[k] = apart;
        }
        if (counting) addToCounters();
      }
    },
  };
}
