import { modelSize } from '../../engine/ers/model-list';
import type { Exploration } from './exploration';
import { isGap, measure } from './measures';
import type { AxisName } from './shape';

/** The place, among some, with the least score; of equal ones the first, which has the better objective. */
function least(places: Uint32Array, score: (k: number) => number): number | null {
  let best: number | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const k of places) {
    const value = score(k);
    if (value >= bestScore) continue;
    best = k;
    bestScore = value;
  }
  return best;
}

/** The model of the fewest rules. */
export const simplest = ({ found }: Exploration, places: Uint32Array): number | null =>
  least(places, (k) => modelSize(found.models, k));

/** The model with the smallest gap between the groups, by the axis if that shows a gap, else by statistical parity. */
export function fairest(exploration: Exploration, places: Uint32Array, axis: AxisName): number | null {
  const gap = measure(isGap(axis) ? axis : 'parity', exploration);
  return least(places, (k) => (Number.isNaN(gap[k]) ? Number.POSITIVE_INFINITY : Math.abs(gap[k])));
}

/** The model that is right most often: on the rows held out, where there are any. */
export function mostAccurate(exploration: Exploration, places: Uint32Array): number | null {
  const accuracy = measure(exploration.pool.unseen ? 'unseen' : 'accuracy', exploration);
  return least(places, (k) => -accuracy[k]);
}

/** The model that disagrees with another on the most people, given the distances from that one. */
export const mostDifferent = (distances: ArrayLike<number>, places: Uint32Array): number | null =>
  least(places, (k) => -distances[k]);
