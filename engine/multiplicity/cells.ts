import { type BitSet, hasBit, popcount } from '../bits/bitset';
import { mergePoints } from '../ers/classes';
import type { Instance } from '../ers/instance';

/** Points of one label and one weight that lie in the same groups. Their cells fill whole words of a set of cells. */
export interface Stratum {
  readonly positive: boolean;
  readonly weight: number;
  /** Entry g says whether they lie in group g. */
  readonly inGroup: readonly boolean[];
  /** Number of points. */
  readonly size: number;
}

/**
 * Points merged into cells that no model tells apart and that count alike, as in the engine's classes: a set of cells has
 * fewer bits than a set of points. Points in a set of cells are counted by slices: entry e stands for `1 << shift[e]` points
 * for each bit of `mask[e]` in word `word[e]`; the entries of stratum s are starts[s] to starts[s + 1].
 */
export interface Cells {
  readonly n: number;
  readonly words: number;
  /** Rule j captures the cells of words j·words to (j + 1)·words. */
  readonly captured: Uint32Array;
  /** For every point the bit of its cell. */
  readonly cellOf: Int32Array;
  readonly strata: readonly Stratum[];
  readonly starts: Int32Array;
  readonly word: Int32Array;
  readonly mask: Uint32Array;
  readonly shift: Uint8Array;
}

/** A partition of the points: a number from 0 for each. */
type Partition = Int32Array;

/** Parts that hold points of different values fall into several. */
function refine(partition: Partition, value: (i: number) => number): Partition {
  const numbers = new Map<string, number>();
  return partition.map((part, i) => {
    const key = `${part} ${value(i)}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function members(partition: Partition): number[][] {
  const parts: number[][] = [];
  partition.forEach((part, i) => {
    parts[part] ??= [];
    parts[part].push(i);
  });
  return parts;
}

/** Merges the points of an instance; `groups` are sets of points to be counted apart. */
export function mergeCells(instance: Instance, groups: readonly BitSet[] = []): Cells {
  const { n, labels, weights, rules } = instance;
  const weightOf = (i: number) => weights?.[i] ?? 1;
  let strataOf: Partition = refine(new Int32Array(n), (i) => Number(hasBit(labels, i)));
  strataOf = refine(strataOf, weightOf);
  for (const group of groups) strataOf = refine(strataOf, (i) => Number(hasBit(group, i)));
  const { classOf } = mergePoints(instance);
  const cells = members(refine(strataOf, (i) => classOf[i]));
  const byStratum = members(Int32Array.from(cells, ([first]) => strataOf[first]));

  const cellOf = new Int32Array(n);
  const [word, mask, shift]: [number[], number[], number[]] = [[], [], []];
  const starts = [0];
  let words = 0;
  for (const stratum of byStratum) {
    // The big ones first, so that only the first words have high slices.
    stratum.sort((a, b) => cells[b].length - cells[a].length);
    const sizes = stratum.map((cell) => cells[cell].length);
    stratum.forEach((cell, k) => {
      for (const i of cells[cell]) cellOf[i] = 32 * words + k;
    });
    for (let bit = 0; sizes[0] >>> bit; bit++)
      for (let w = 0; w < sizes.length; w += 32) {
        const bits = sizes.slice(w, w + 32).reduce((all, size, k) => all | (((size >>> bit) & 1) << k), 0);
        if (bits === 0) continue;
        word.push(words + (w >>> 5));
        mask.push(bits);
        shift.push(bit);
      }
    starts.push(word.length);
    words += (sizes.length + 31) >>> 5;
  }

  const captured = new Uint32Array(rules.length * words);
  const representatives = cells.map(([first]) => first);
  rules.forEach((rule, j) => {
    for (const i of representatives)
      if (hasBit(rule.captured, i)) captured[j * words + (cellOf[i] >>> 5)] |= 1 << (cellOf[i] & 31);
  });
  return {
    n,
    words,
    captured,
    cellOf,
    strata: byStratum.map((stratum): Stratum => {
      const first = cells[stratum[0]][0];
      return {
        positive: hasBit(labels, first),
        weight: weightOf(first),
        inGroup: groups.map((group) => hasBit(group, first)),
        size: stratum.reduce((sum, cell) => sum + cells[cell].length, 0),
      };
    }),
    starts: Int32Array.from(starts),
    word: Int32Array.from(word),
    mask: Uint32Array.from(mask),
    shift: Uint8Array.from(shift),
  };
}

/** Writes the union of what the rules capture. */
export function uniteInto(
  into: Uint32Array,
  cells: Cells,
  rules: ArrayLike<number>,
  from = 0,
  to = rules.length,
): void {
  const { words, captured } = cells;
  into.fill(0);
  for (let r = from; r < to; r++) {
    const base = rules[r] * words;
    for (let w = 0; w < words; w++) into[w] |= captured[base + w];
  }
}

/** The number of points of stratum s in a set of cells. */
export function countIn(cells: Cells, set: Uint32Array, s: number): number {
  const { starts, word, mask, shift } = cells;
  let count = 0;
  for (let e = starts[s]; e < starts[s + 1]; e++) count += popcount(set[word[e]] & mask[e]) << shift[e];
  return count;
}

/** The number of points in a set of cells. */
export function countPoints(cells: Cells, set: Uint32Array): number {
  let count = 0;
  for (let s = 0; s < cells.strata.length; s++) count += countIn(cells, set, s);
  return count;
}

/** A set of cells as a set of points. */
export function pointsOf(cells: Cells, set: Uint32Array): BitSet {
  const points = new Uint32Array((cells.n + 31) >>> 5);
  for (let i = 0; i < cells.n; i++) if (hasBit(set, cells.cellOf[i])) points[i >>> 5] |= 1 << (i & 31);
  return points;
}
