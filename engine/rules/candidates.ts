import { type BitSet, countAnd, countBits, popcount } from '../bits/bitset';

/** Conjunctions hold up to this many items. */
const WIDTH = 4;
/** About 50 bytes each. */
export const MAX_CANDIDATES = 4_000_000;

/** Writes a ∧ b and counts it. */
function intersect(into: BitSet, a: BitSet, b: BitSet): number {
  let count = 0;
  for (let w = 0; w < into.length; w++) {
    const word = a[w] & b[w];
    into[w] = word;
    count += popcount(word);
  }
  return count;
}

function hashBits(bits: BitSet): number {
  let h = 0x811c9dc5;
  for (let w = 0; w < bits.length; w++) {
    h = Math.imul(h ^ bits[w], 0x9e3779b1);
    h ^= h >>> 15;
  }
  return h >>> 0;
}

const doubled = (from: Int32Array): Int32Array<ArrayBuffer> => {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
};

/**
 * The different conjunctions found so far, in the order in which they were found: item indices and counts, no bits. Two
 * conjunctions that capture the same points are one, the first. Call `grow` for rising lengths, so that the first is the shortest.
 */
export class Candidates {
  size = 0;
  private items32 = new Int32Array(WIDTH * 256);
  private counts = new Int32Array(2 * 256);
  /** Open addressing by the hash of the captured points; entries are numbers of candidates + 1, 0 is free. */
  private slots = new Int32Array(1024);
  private hashes = new Int32Array(256);
  private readonly path = new Int32Array(WIDTH);
  private readonly scratch: readonly BitSet[];

  constructor(
    private readonly items: readonly BitSet[],
    private readonly labels: BitSet,
  ) {
    this.scratch = Array.from({ length: WIDTH }, () => new Uint32Array(labels.length));
  }

  captured = (c: number): number => this.counts[2 * c];
  positives = (c: number): number => this.counts[2 * c + 1];

  /** The items of candidate c, ascending. */
  members(c: number): number[] {
    return [...this.items32.subarray(WIDTH * c, WIDTH * (c + 1))].filter((i) => i >= 0);
  }

  /** The points that candidate c captures. */
  bits(c: number): BitSet {
    const [first, ...rest] = this.members(c).map((i) => this.items[i]);
    return first.map((word, w) => rest.reduce((and, item) => and & item[w], word));
  }

  /** Adds the conjunctions of exactly `length` items, the first being item `first`, that capture at least `least` points; yields after every pair. */
  *grow(length: number, first: number, least: number): Generator<void> {
    this.path[0] = first;
    const bits = this.items[first];
    const count = countBits(bits);
    if (length === 1) this.add(bits, count, 1);
    else
      for (let i = first + 1; i < this.items.length; i++) {
        this.extend(1, i, bits, count, length, least);
        yield;
      }
  }

  private extend(
    depth: number,
    item: number,
    parent: BitSet,
    parentCount: number,
    length: number,
    least: number,
  ): void {
    const bits = this.scratch[depth];
    const count = intersect(bits, parent, this.items[item]);
    // An item that takes no point away makes this, and all that extends it, the same as something shorter.
    if (count < least || count === parentCount) return;
    this.path[depth] = item;
    if (depth + 1 === length) this.add(bits, count, length);
    else for (let i = item + 1; i < this.items.length; i++) this.extend(depth + 1, i, bits, count, length, least);
  }

  private add(bits: BitSet, count: number, length: number): void {
    const hash = hashBits(bits);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const c = this.slots[slot] - 1;
      if (this.hashes[c] === (hash | 0) && this.counts[2 * c] === count && this.same(c, bits)) return;
    }
    const c = this.size++;
    if (c === MAX_CANDIDATES)
      throw new RangeError(
        `there are more than ${MAX_CANDIDATES} candidate rules: ask for more support, shorter rules or fewer columns`,
      );
    if (c === this.hashes.length) {
      this.items32 = doubled(this.items32);
      this.counts = doubled(this.counts);
      this.hashes = doubled(this.hashes);
    }
    this.items32.fill(-1, WIDTH * c, WIDTH * (c + 1));
    this.items32.set(this.path.subarray(0, length), WIDTH * c);
    this.counts[2 * c] = count;
    this.counts[2 * c + 1] = countAnd(bits, this.labels);
    this.hashes[c] = hash;
    this.slots[slot] = c + 1;
    if (this.size * 2 > this.slots.length) this.rehash();
  }

  private same(c: number, bits: BitSet): boolean {
    const members = this.members(c).map((i) => this.items[i]);
    return bits.every((word, w) => members.reduce((and, item) => and & item[w], -1) === (word | 0));
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let c = 0; c < this.size; c++) {
      let slot = this.hashes[c] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = c + 1;
    }
  }

  /** The numbers of the candidates with the `keep` highest scores, best first; of equal scores the larger support, then the first found. */
  best(keep: number, score: (captured: number, positives: number) => number): Int32Array {
    const scores = Float64Array.from({ length: this.size }, (_, c) => score(this.captured(c), this.positives(c)));
    const worst = this.size > keep ? scores.slice().sort()[this.size - keep] : -Infinity;
    return Int32Array.from(scores.keys())
      .filter((c) => scores[c] >= worst)
      .sort((a, b) => scores[b] - scores[a] || this.captured(b) - this.captured(a) || a - b)
      .slice(0, keep);
  }
}
