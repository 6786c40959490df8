import { type BitSet, hasBit, popcount } from '../bits/bitset';
import type { Instance } from '../ers/instance';
import { classesOf } from '../ers/space';
import { endsStep, type Steps } from '../job';

/** Points of one label and one weight that lie in the same groups. */
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
 * fewer bits than a set of points. The cells of a stratum fill whole pairs of words, ends[s − 1] to ends[s]. Points are
 * counted by slices: word w has slices first[w] to first[w + 1], and each bit of mask[e] stands for 2^shift[e] points.
 */
export interface Cells {
  readonly n: number;
  readonly words: number;
  /** Rule j captures the cells of words j·words to (j + 1)·words. */
  readonly captured: Uint32Array;
  /** For every point the bit of its cell. */
  readonly cellOf: Int32Array;
  readonly strata: readonly Stratum[];
  readonly ends: Int32Array;
  readonly first: Int32Array;
  readonly mask: Uint32Array;
  readonly shift: Uint8Array;
}

/** A partition of the points: a number from 0 for each. */
type Partition = Int32Array;

/** Parts that hold points of different values fall into several. */
function* refine(partition: Partition, value: (i: number) => number): Steps<Partition> {
  const numbers = new Map<string, number>();
  const parts = new Int32Array(partition.length);
  for (let i = 0; i < partition.length; i++) {
    const key = `${partition[i]} ${value(i)}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    parts[i] = number;
    if (endsStep(i)) yield;
  }
  return parts;
}

function* members(partition: Partition): Steps<number[][]> {
  const parts: number[][] = [];
  for (const [i, part] of partition.entries()) {
    parts[part] ??= [];
    parts[part].push(i);
    if (endsStep(i)) yield;
  }
  return parts;
}

interface Slices {
  readonly first: number[];
  readonly mask: number[];
  readonly shift: number[];
}

/** Adds the slices of one word of cells: the binary digits of their sizes. */
function sliceWord(sizes: readonly number[], { first, mask, shift }: Slices): void {
  for (let digit = 0; sizes.some((size) => size >>> digit); digit++) {
    const bits = sizes.reduce((all, size, k) => all | (((size >>> digit) & 1) << k), 0);
    if (bits === 0) continue;
    mask.push(bits);
    shift.push(digit);
  }
  first.push(mask.length);
}

/** Merges the points of an instance; `groups` are sets of points to be counted apart. */
export function* mergeCells(instance: Instance, groups: readonly BitSet[] = []): Steps<Cells> {
  const { n, labels, weights, rules } = instance;
  const weightOf = (i: number) => weights?.[i] ?? 1;
  let strataOf: Partition = yield* refine(new Int32Array(n), (i) => Number(hasBit(labels, i)));
  strataOf = yield* refine(strataOf, weightOf);
  for (const group of groups) strataOf = yield* refine(strataOf, (i) => Number(hasBit(group, i)));
  const { classOf } = yield* classesOf(instance);
  const cells = yield* members(yield* refine(strataOf, (i) => classOf[i]));
  const byStratum = yield* members(Int32Array.from(cells, ([first]) => strataOf[first]));

  const cellOf = new Int32Array(n);
  const ends: number[] = [];
  const slices: Slices = { first: [0], mask: [], shift: [] };
  for (const stratum of byStratum) {
    // Cells of like size together, so that few words need many slices.
    stratum.sort((a, b) => cells[b].length - cells[a].length);
    const start = ends.at(-1) ?? 0;
    for (const [k, cell] of stratum.entries()) {
      for (const i of cells[cell]) cellOf[i] = 32 * start + k;
      if (endsStep(k)) yield;
    }
    const end = start + 2 * Math.ceil(stratum.length / 64);
    const sizes = stratum.map((cell) => cells[cell].length);
    for (let w = 0; w < end - start; w++) {
      sliceWord(sizes.slice(32 * w, 32 * (w + 1)), slices);
      if (endsStep(w)) yield;
    }
    ends.push(end);
  }
  const words = ends.at(-1) ?? 0;

  const captured = new Uint32Array(rules.length * words);
  const representatives = cells.map(([first]) => first);
  for (const [j, rule] of rules.entries()) {
    for (const i of representatives)
      if (hasBit(rule.captured, i)) captured[j * words + (cellOf[i] >>> 5)] |= 1 << (cellOf[i] & 31);
    yield;
  }
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
    ends: Int32Array.from(ends),
    first: Int32Array.from(slices.first),
    mask: Uint32Array.from(slices.mask),
    shift: Uint8Array.from(slices.shift),
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
export function countIn({ ends, first, mask, shift }: Cells, set: Uint32Array, s: number): number {
  let count = 0;
  for (let w = s === 0 ? 0 : ends[s - 1]; w < ends[s]; w++) {
    const bits = set[w];
    if (bits === 0) continue;
    for (let e = first[w]; e < first[w + 1]; e++) count += popcount(bits & mask[e]) << shift[e];
  }
  return count;
}

/** A set of cells as a set of points. */
export function pointsOf(cells: Cells, set: Uint32Array): BitSet {
  const points = new Uint32Array((cells.n + 31) >>> 5);
  for (let i = 0; i < cells.n; i++) if (hasBit(set, cells.cellOf[i])) points[i >>> 5] |= 1 << (i & 31);
  return points;
}
