import { distanceFromUniform, evenCounts, noiseFloor } from '../../engine/ers/uniformity';
import type { Draws } from './draws';

/** What a sampler's draws show. */
export interface SamplerView {
  readonly draws: Draws;
  /** Models drawn: fewer than wanted where a sampler finds no more. */
  readonly drawn: number;
  /** Total-variation distance from uniform, and what chance alone makes of so many uniform draws. */
  readonly distance: number;
  readonly floor: { readonly mean: number; readonly deviation: number };
  readonly never: number;
  /** The model drawn most often, and how often. */
  readonly most: { readonly model: number; readonly times: number };
  /** How often the models came, most often first; and how often they would if all were equally likely. */
  readonly sorted: readonly number[];
  readonly even: readonly number[];
  readonly verdict: Verdict;
}

export type Verdict = 'far' | 'chance' | 'even' | 'nothing';

/** Standard deviations that chance is given. */
const DEVIATIONS = 4;

export function viewOf(draws: Draws): SamplerView {
  const { counts } = draws;
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  const distance = distanceFromUniform(counts);
  const floor = noiseFloor(drawn, counts.length);
  const times = Math.max(0, ...counts);
  const beyond = (distance - floor.mean) / (floor.deviation || 1);
  return {
    draws,
    drawn,
    distance,
    floor,
    never: counts.filter((count) => count === 0).length,
    most: { model: counts.indexOf(times), times },
    sorted: [...counts].sort((a, b) => b - a),
    even: evenCounts(drawn, counts.length),
    verdict: drawn === 0 ? 'nothing' : beyond > DEVIATIONS ? 'far' : beyond < -DEVIATIONS ? 'even' : 'chance',
  };
}

/** A falling staircase over the models, for a viewBox as wide as there are models; `place` turns a number into a height. */
export function staircase(sorted: readonly number[], place: (count: number) => number): string {
  let path = `M0 ${place(sorted[0]).toFixed(1)}`;
  sorted.forEach((count, i) => {
    if (i > 0 && count !== sorted[i - 1]) path += `H${i}V${place(count).toFixed(1)}`;
  });
  return `${path}H${sorted.length}`;
}

/** The tiles by how often their models came. */
export function tilesByCount(counts: readonly number[]): [number, number[]][] {
  const groups = new Map<number, number[]>();
  counts.forEach((count, k) => {
    const group = groups.get(count);
    if (group) group.push(k);
    else groups.set(count, [k]);
  });
  return [...groups].sort((a, b) => b[0] - a[0]);
}
