import { type BitSet, setBit, wordsFor } from '../bits/bitset';
import type { Random } from '../random';

/**
 * A random parity constraint on m decisions: the sum of those in `terms` is `odd`. Each decision is a term with probability
 * one half, which makes the hashes of different rule sets pairwise independent (Gomes, Sabharwal & Selman, NIPS 2006).
 */
export interface Parity {
  readonly terms: BitSet;
  readonly odd: boolean;
}

export function drawParity(random: Random, m: number): Parity {
  const terms = new Uint32Array(wordsFor(m));
  for (let w = 0; w < terms.length; w++) terms[w] = random.uint32();
  if (m & 31) terms[terms.length - 1] &= (1 << (m & 31)) - 1;
  return { terms, odd: (random.uint32() & 1) === 1 };
}

/** Whether a set of decisions satisfies a constraint. */
export function satisfies(set: BitSet, { terms, odd }: Parity): boolean {
  let parity = 0;
  for (let w = 0; w < terms.length; w++) parity ^= set[w] & terms[w];
  for (let shift = 16; shift > 0; shift >>= 1) parity ^= parity >>> shift;
  return ((parity & 1) === 1) === odd;
}

/** Constraints as a hash: a set satisfies all of them when the columns of its decisions add up, bit by bit, to `target`. */
export interface ParityHash {
  /** Number of constraints: bit r of a column belongs to constraint r. */
  readonly bits: number;
  readonly words: number;
  /** `words` words for each decision. */
  readonly columns: Uint32Array;
  readonly target: Uint32Array;
}

export function hashOf(constraints: readonly Parity[], m: number): ParityHash {
  const words = wordsFor(constraints.length);
  const columns = new Uint32Array(m * words);
  const target = new Uint32Array(words);
  constraints.forEach(({ terms, odd }, r) => {
    if (odd) setBit(target, r);
    const bit = 1 << (r & 31);
    for (let p = 0; p < m; p++) if ((terms[p >>> 5] >>> (p & 31)) & 1) columns[p * words + (r >>> 5)] |= bit;
  });
  return { bits: constraints.length, words, columns, target };
}
