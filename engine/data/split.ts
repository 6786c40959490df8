import { type BitSet, hasBit } from '../bits/bitset';
import { createRandom, type Random } from '../random';

export interface Split {
  /** Row indices, ascending. */
  readonly train: Int32Array;
  readonly test: Int32Array;
}

function shuffle(items: number[], random: Random): number[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}

/**
 * Holds out a share of the rows for testing, the same share of each class (rounded). The same seed gives the same rows on
 * every machine. Throws a RangeError unless 0 ≤ share < 1.
 */
export function splitRows(labels: BitSet, n: number, share: number, seed: number): Split {
  if (!(share >= 0 && share < 1)) throw new RangeError(`the share held out must be from 0 to below 1, not ${share}`);
  const random = createRandom(seed);
  const held = new Uint8Array(n);
  for (const positive of [false, true]) {
    const rows: number[] = [];
    for (let i = 0; i < n; i++) if (hasBit(labels, i) === positive) rows.push(i);
    const size = Math.round(rows.length * share);
    for (const row of shuffle(rows, random).slice(0, size)) held[row] = 1;
  }
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  return { train: rows.filter((i) => !held[i]), test: rows.filter((i) => held[i]) };
}
