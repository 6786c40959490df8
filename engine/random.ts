/**
 * Seeded random numbers: xoshiro128** (Blackman & Vigna, ACM TOMS 2021), its state filled by splitmix32 from the seed.
 * The same seed gives the same numbers on every machine; `fork(i)` gives independent streams for trials and workers.
 */
export interface Random {
  /** Uniform on 0 .. 2^32 − 1. */
  uint32(): number;
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform on 0 .. n − 1, without bias; n from 1 to 2^32. */
  below(n: number): number;
  /** Standard normal (Marsaglia's polar method). */
  normal(): number;
  /** Stream i of this seed, whatever has been drawn before. */
  fork(i: number): Random;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
}

const rotl = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

export function createRandom(...seeds: number[]): Random {
  let mixed = 0;
  for (const seed of seeds) mixed = splitmix32(mixed ^ Math.imul(seed, 0x85ebca6b) ^ Math.floor(seed / 2 ** 32))();
  const fill = splitmix32(mixed);
  let [a, b, c, d] = [fill(), fill(), fill(), fill() | 1];
  let spare: number | null = null;

  const uint32 = () => {
    const result = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotl(d, 11);
    return result;
  };
  const uniform = () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  return {
    uint32,
    uniform,
    below(n) {
      if (!(n >= 1 && n <= 2 ** 32)) throw new RangeError(`below(n) needs n from 1 to 2^32, not ${n}`);
      const limit = 2 ** 32 - (2 ** 32 % n);
      let x = uint32();
      while (x >= limit) x = uint32();
      return x % n;
    },
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      let u = 0;
      let v = 0;
      let s = 0;
      do {
        u = 2 * uniform() - 1;
        v = 2 * uniform() - 1;
        s = u * u + v * v;
      } while (s >= 1 || s === 0);
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * scale;
      return u * scale;
    },
    fork: (i) => createRandom(...seeds, i),
  };
}
