import type { ParityHash } from './parity';

/** The number of sets of `size` among n, or infinity beyond `most`. */
export function choose(n: number, size: number, most: number): number {
  let count = 1;
  for (let i = 0; i < size; i++) {
    count = (count * (n - i)) / (i + 1);
    if (count > most) return Number.POSITIVE_INFINITY;
  }
  return count;
}

/** All sets of so many decisions by what their columns add up to. */
export class XorTable {
  /** The sets, `size` decisions each; those with key k are first[k] .. first[k + 1] − 1. */
  readonly sets: Uint16Array;
  private readonly first: Uint32Array;
  private readonly mask: number;

  constructor(
    readonly size: number,
    decisions: Int32Array,
    private readonly hash: ParityHash,
  ) {
    const n = decisions.length;
    const count = choose(n, size, Number.POSITIVE_INFINITY);
    const bits = Math.min(hash.bits, Math.ceil(Math.log2(count + 1)));
    this.mask = 2 ** bits - 1;
    this.first = new Uint32Array(this.mask + 2);
    this.sets = new Uint16Array(count * size);
    const keys = new Uint32Array(count);
    // All sets as rising places in `decisions`, each after the one before it.
    const places = Int32Array.from({ length: size }, (_, i) => i);
    for (let k = 0; k < count; k++) {
      let key = 0;
      for (let i = 0; i < size; i++) key ^= hash.columns[decisions[places[i]] * hash.words];
      keys[k] = (key & this.mask) >>> 0;
      this.first[keys[k] + 1]++;
      for (let i = 0; i < size; i++) this.sets[k * size + i] = decisions[places[i]];
      let last = size - 1;
      while (last >= 0 && places[last] === n - size + last) last--;
      if (last < 0) break;
      places[last]++;
      for (let i = last + 1; i < size; i++) places[i] = places[i - 1] + 1;
    }
    for (let key = 0; key <= this.mask; key++) this.first[key + 1] += this.first[key];
    const unsorted = this.sets.slice();
    const next = this.first.slice();
    for (let k = 0; k < count; k++) {
      const to = next[keys[k]]++ * size;
      for (let i = 0; i < size; i++) this.sets[to + i] = unsorted[k * size + i];
    }
  }

  /** Where in `sets` those begin, and end, that may add up to `sum`. */
  range(sum: number): readonly [number, number] {
    const key = (sum & this.mask) >>> 0;
    return [this.first[key], this.first[key + 1]];
  }

  /** Whether set number k adds up to `sum`. */
  matches(k: number, sum: Uint32Array): boolean {
    const { words, columns } = this.hash;
    for (let w = 0; w < words; w++) {
      let rest = sum[w];
      for (let i = 0; i < this.size; i++) rest ^= columns[this.sets[k * this.size + i] * words + w];
      if (rest !== 0) return false;
    }
    return true;
  }
}
