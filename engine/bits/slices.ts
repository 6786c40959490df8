import type { Steps } from '../job';
import type { BitSet } from './bitset';

/**
 * Weights as bit slices: the weight of a set of classes is Σ coefficient · (number of its classes in the slice), each slice
 * lying within one 64-bit word of classes. A word takes part in as many slices as its weights need.
 */
export interface WeightSlices {
  readonly coefficients: number[];
  /** For each slice its 64-bit word, as the index of the lower half. */
  readonly words: number[];
  /** For each slice which classes of the word belong to it, lower and upper half. */
  readonly masks: Uint32Array;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Non-negative integers as the binary digits of their multiples of a common divisor: place value → members. */
function digits(values: number[]): Map<number, number[]> {
  const unit = values.reduce(gcd, 0);
  const slices = new Map<number, number[]>();
  values.forEach((value, i) => {
    for (let rest = value / unit, place = unit; rest > 0; rest = Math.floor(rest / 2), place *= 2) {
      if (rest % 2 === 0) continue;
      const members = slices.get(place);
      if (members) members.push(i);
      else slices.set(place, [i]);
    }
  });
  return slices;
}

/** Slices of up to 64 weights: their digits, or what all have in common and the digits of the rest, whichever is shorter. */
function sliceWord(values: number[]): [number, number[]][] {
  const plain = [...digits(values)];
  const common = Math.min(...values);
  const rest = [...digits(values.map((v) => v - common))];
  return rest.length + 1 < plain.length ? [[common, values.map((_, i) => i)], ...rest] : plain;
}

/** Cuts positive integer weights, best sorted, into slices. */
export function* sliceWeights(weights: Float64Array): Steps<WeightSlices> {
  const coefficients: number[] = [];
  const words: number[] = [];
  const masks: number[] = [];
  for (let first = 0; first < weights.length; first += 64) {
    for (const [coefficient, members] of sliceWord([...weights.subarray(first, first + 64)])) {
      const mask = [0, 0];
      for (const i of members) mask[i >>> 5] |= 1 << (i & 31);
      coefficients.push(coefficient);
      words.push(first >>> 5);
      masks.push(...mask);
    }
    yield;
  }
  return { coefficients, words, masks: Uint32Array.from(masks) };
}

/** Writes the slices of a set of classes, two 32-bit words each, at `offset`. */
export function writeSlices(slices: WeightSlices, bits: BitSet, into: Uint32Array, offset: number): void {
  slices.words.forEach((word, k) => {
    into[offset + 2 * k] = bits[word] & slices.masks[2 * k];
    // The upper half of the last word may not exist: its mask is 0 then.
    into[offset + 2 * k + 1] = (bits[word + 1] ?? 0) & slices.masks[2 * k + 1];
  });
}
