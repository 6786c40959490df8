import { type CountParameters, estimateFrom } from '../../engine/ers/approx-count-parameters';
import type { Parity } from '../../engine/ers/parity';
import { satisfies } from '../../engine/ers/parity';
import { nestedSizes, trialConstraints } from '../../engine/ers/trial-hash';
import type { SmallSet } from '../small-set/small-set';

/** More constraints than ever leave a model of a small set in its cell. */
const DRAWN = 64;

const bitSets = new WeakMap<SmallSet, Uint32Array[]>();

function asBitSets(set: SmallSet): Uint32Array[] {
  const made = bitSets.get(set) ?? set.models.map((bits) => Uint32Array.of(bits));
  bitSets.set(set, made);
  return made;
}

/** One trial laid open: its constraints, the sizes of its nested cells, and how far each model comes. */
export interface Trial {
  readonly constraints: readonly Parity[];
  /** Entry k is the number of models that satisfy the first k constraints. */
  readonly sizes: readonly number[];
  /** For each model the first constraint that it breaks, from 0; `constraints.length` when it breaks none. */
  readonly breaks: readonly number[];
}

export function layOpen(set: SmallSet, seed: number, trial: number): Trial {
  const constraints = trialConstraints(seed, trial, set.words.length, DRAWN);
  const members = asBitSets(set);
  const breaks = members.map((member) => {
    const first = constraints.findIndex((parity) => !satisfies(member, parity));
    return first < 0 ? constraints.length : first;
  });
  return { constraints, sizes: nestedSizes(members, constraints), breaks };
}

/** Where a trial ends: after the fewest constraints that leave a small cell; null when the whole set is small. */
export function lastStep(sizes: readonly number[], { thresh }: CountParameters): number | null {
  return sizes[0] <= thresh ? null : sizes.findIndex((size) => size <= thresh);
}

/** What many trials found of the nested cells: it does not depend on ε or δ. */
export type Sizes = readonly (readonly number[])[];

/** The cells of trials `from`, …, `to − 1`. */
export function sizesOf(set: SmallSet, seed: number, from: number, to: number): Sizes {
  const members = asBitSets(set);
  return Array.from({ length: to - from }, (_, i) => {
    const sizes = nestedSizes(members, trialConstraints(seed, from + i, set.words.length, DRAWN));
    return sizes.slice(0, sizes.indexOf(0) + 1);
  });
}

/** The estimate of every trial; none when the whole set is small, which is then counted as it is. */
export function estimatesOf(sizes: Sizes, parameters: CountParameters): number[] {
  return sizes.flatMap((trial) => {
    const k = lastStep(trial, parameters);
    return k === null ? [] : [Number(estimateFrom(parameters, k, trial[k]))];
  });
}

/** The medians of groups of `size` estimates, `size` odd; what is left over is left out. */
export function mediansOf(estimates: readonly number[], size: number): number[] {
  return Array.from({ length: Math.floor(estimates.length / size) }, (_, i) => {
    const group = estimates.slice(i * size, (i + 1) * size).sort((a, b) => a - b);
    return group[size >> 1];
  });
}

/** The share of estimates within a factor 1 + ε of the truth. */
export function shareWithin(estimates: readonly number[], truth: number, eps: number): number {
  const inside = estimates.filter((estimate) => estimate <= truth * (1 + eps) && estimate * (1 + eps) >= truth);
  return inside.length / estimates.length;
}

/** How many values lie in each of some intervals of equal width on a logarithmic axis; the outermost also hold what lies beyond. */
export function logBins(values: readonly number[], low: number, high: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  const scale = bins / Math.log(high / low);
  for (const value of values) {
    const bin = Math.floor(Math.log(value / low) * scale);
    counts[Math.max(0, Math.min(bins - 1, bin))]++;
  }
  return counts;
}
