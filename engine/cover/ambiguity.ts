import type { Job } from '../job';
import { createRandom } from '../random';
import { separable } from './separable';
import { gaussianPoints, type ThresholdPlace } from './threshold';
import { runTrials, type Tally, type TrialSpan } from './trials';
import { uniformDichotomy } from './uniform';

/**
 * How the separable dichotomy of a trial is drawn: `uniform`, each of the C(N,d) equally likely, as Cover's theorem has
 * it; or `weights`, the labels that a random w gives, which favours large cells and so makes ambiguity more frequent.
 */
export type Draw = 'uniform' | 'weights';

export interface AmbiguityPlace extends ThresholdPlace {
  readonly draw: Draw;
}

/** Whether two hyperplanes through the origin separate the labelled points perfectly and disagree about `newPoint`. */
export function isAmbiguous(
  points: Float64Array,
  dimension: number,
  labels: ArrayLike<number>,
  newPoint: ArrayLike<number>,
): boolean {
  const rows = new Float64Array(points.length + dimension);
  rows.set(points);
  rows.set(newPoint, points.length);
  return [1, -1].every((label) => separable(rows, dimension, [...Array.from(labels), label]));
}

/**
 * How often one more Gaussian point is ambiguous after N labelled ones, at every place: two linear programmes a trial.
 * With `uniform` the chance is A(N,d) = C(N,d−1)/C(N,d).
 */
export const measureAmbiguity = (
  places: readonly AmbiguityPlace[],
  span: TrialSpan,
  job?: Job<Tally[]>,
): Promise<Tally[]> =>
  runTrials(
    places,
    span,
    ({ points: n, dimension: d, draw }, t) => {
      const random = createRandom(span.seed, n, d, draw === 'uniform' ? 0 : 1, t);
      const points = gaussianPoints(random, n, d);
      const newPoint = gaussianPoints(random, 1, d);
      // labels by (1, 0, …, 0): for Gaussian points as good as any random w
      const labels =
        draw === 'uniform'
          ? uniformDichotomy(points, d, random)
          : Int8Array.from({ length: n }, (_, i) => (points[i * d] > 0 ? 1 : -1));
      return isAmbiguous(points, d, labels, newPoint);
    },
    job,
  );
