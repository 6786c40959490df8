/** The sums, over GF(2), of the vectors that were added: Gaussian elimination, one vector at a time. */
export class XorBasis {
  rank = 0;
  /** The vector whose highest bit is i, at i·words, when `has[i]`. */
  private readonly vectors: Uint32Array;
  private readonly has: Uint8Array;
  private readonly rest: Uint32Array;

  constructor(
    readonly bits: number,
    private readonly words: number,
  ) {
    this.vectors = new Uint32Array(bits * words);
    this.has = new Uint8Array(bits);
    this.rest = new Uint32Array(words);
  }

  clear(): void {
    this.rank = 0;
    this.has.fill(0);
  }

  /** Subtracts from `vector` what it can; returns the highest bit that is left in `rest`, −1 for none. */
  private reduce(vector: Uint32Array, at: number): number {
    const { words, rest, has, vectors } = this;
    for (let w = 0; w < words; w++) rest[w] = vector[at + w];
    for (let w = words - 1; w >= 0; w--) {
      while (rest[w] !== 0) {
        const bit = (w << 5) + 31 - Math.clz32(rest[w]);
        if (!has[bit]) return bit;
        for (let v = 0; v <= w; v++) rest[v] ^= vectors[bit * words + v];
      }
    }
    return -1;
  }

  add(vector: Uint32Array, at: number): void {
    if (this.rank === this.bits) return;
    const bit = this.reduce(vector, at);
    if (bit < 0) return;
    this.rank++;
    this.has[bit] = 1;
    this.vectors.set(this.rest, bit * this.words);
  }

  contains(vector: Uint32Array): boolean {
    return this.rank === this.bits || this.reduce(vector, 0) < 0;
  }
}
