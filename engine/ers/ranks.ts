import { emptyBits, hasBit, setBit } from '../bits/bitset';
import type { Random } from '../random';

/** Uniform on 0 .. n − 1, n up to 2^53. */
function below(n: number, random: Random): number {
  if (n <= 2 ** 32) return random.below(n);
  const limit = 2 ** 53 - (2 ** 53 % n);
  for (;;) {
    const x = (random.uint32() >>> 11) * 2 ** 32 + random.uint32();
    if (x < limit) return x % n;
  }
}

/** By marking them one after the other: n bits, and no more draws than numbers when the smaller side is marked. */
function chooseDense(n: number, k: number, random: Random): Float64Array {
  const marked = emptyBits(n);
  const fewer = Math.min(k, n - k);
  for (let have = 0; have < fewer; ) {
    const rank = random.below(n);
    if (hasBit(marked, rank)) continue;
    setBit(marked, rank);
    have++;
  }
  const ranks = new Float64Array(k);
  for (let rank = 0, i = 0; i < k; rank++) if (hasBit(marked, rank) === (fewer === k)) ranks[i++] = rank;
  return ranks;
}

/** By sorting the first k different numbers of a uniform sequence: no round can bring more than are missing. */
function chooseSparse(n: number, k: number, random: Random): Float64Array {
  const ranks = new Float64Array(k);
  for (let have = 0; have < k; ) {
    for (let i = have; i < k; i++) ranks[i] = below(n, random);
    ranks.sort();
    have = 0;
    for (const rank of ranks) if (have === 0 || rank !== ranks[have - 1]) ranks[have++] = rank;
  }
  return ranks;
}

/** `k` of the numbers 0 .. n − 1, rising; every subset of k is equally likely. */
export const chooseRanks = (n: number, k: number, random: Random): Float64Array =>
  n <= 32 * k ? chooseDense(n, k, random) : chooseSparse(n, k, random);
