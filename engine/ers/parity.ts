import { type BitSet, hasBit, setBit, wordsFor } from '../bits/bitset';
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

/**
 * Constraints solved for one decision each, its *pivot*: the last of its terms, and in no other row. Once all other terms of a
 * row are decided, its pivot is.
 */
export interface SolvedParities {
  readonly pivots: Int32Array;
  /** The last term of each row beside its pivot, −1 where there is none; rows are sorted by it. */
  readonly settled: Int32Array;
  /** Positions that are no pivot, rising. */
  readonly free: Int32Array;
  /** For each position the rows whose term it is; `wordsFor(rows)` words each. */
  readonly rowsOf: Uint32Array;
  /** The rows whose sum is odd. */
  readonly odd: BitSet;
}

function highest(bits: BitSet): number {
  for (let w = bits.length - 1; w >= 0; w--) if (bits[w] !== 0) return (w << 5) + 31 - Math.clz32(bits[w]);
  return -1;
}

function addRow(into: { terms: BitSet; odd: boolean }, row: Parity): void {
  for (let w = 0; w < into.terms.length; w++) into.terms[w] ^= row.terms[w];
  into.odd = into.odd !== row.odd;
}

/** Gauss–Jordan elimination over GF(2), last terms first; null when the constraints contradict each other. */
export function solveParities(constraints: readonly Parity[], m: number): SolvedParities | null {
  const rows: { terms: BitSet; odd: boolean; pivot: number }[] = [];
  for (const { terms, odd } of constraints) {
    const row = { terms: terms.slice(), odd, pivot: -1 };
    for (const other of rows) if (hasBit(row.terms, other.pivot)) addRow(row, other);
    row.pivot = highest(row.terms);
    if (row.pivot < 0) {
      if (row.odd) return null;
      continue;
    }
    for (const other of rows) if (hasBit(other.terms, row.pivot)) addRow(other, row);
    rows.push(row);
  }
  const settledAt = ({ terms, pivot }: (typeof rows)[number]) => {
    const others = terms.slice();
    others[pivot >>> 5] &= ~(1 << (pivot & 31));
    return highest(others);
  };
  rows.sort((a, b) => settledAt(a) - settledAt(b) || a.pivot - b.pivot);
  const pivots = Int32Array.from(rows, (row) => row.pivot);
  const words = wordsFor(rows.length);
  const rowsOf = new Uint32Array(m * words);
  const odd = new Uint32Array(words);
  rows.forEach((row, r) => {
    if (row.odd) setBit(odd, r);
    for (let p = 0; p < m; p++) if (hasBit(row.terms, p)) rowsOf[p * words + (r >>> 5)] |= 1 << (r & 31);
  });
  return {
    pivots,
    settled: Int32Array.from(rows, settledAt),
    free: Int32Array.from({ length: m }, (_, p) => p).filter((p) => !pivots.includes(p)),
    rowsOf,
    odd,
  };
}
