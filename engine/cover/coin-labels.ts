import type { Job } from '../job';
import { createRandom } from '../random';
import { featureCount, liftPoints } from './lifting';
import { separable } from './separable';
import { coinLabels } from './threshold';
import { runTrials, type Tally, type TrialSpan } from './trials';

/** Given points of the plane, x0, y0, x1, y1, …, and the degree of the polynomials that may separate them. */
export interface CoinPlace {
  readonly degree: number;
  readonly points: readonly number[];
}

/**
 * How often a polynomial of some degree separates these very points with fair-coin labels, at every place. P(N,d), d the
 * number of features, when the lifted points are in general position; less when they are not.
 */
export const measureCoinLabels = (
  places: readonly CoinPlace[],
  span: TrialSpan,
  job?: Job<Tally[]>,
): Promise<Tally[]> =>
  runTrials(
    places.map(({ degree, points }) => ({
      degree,
      count: points.length / 2,
      rows: liftPoints(Float64Array.from(points), degree),
    })),
    span,
    ({ degree, count, rows }, t) =>
      separable(rows, featureCount(degree), coinLabels(createRandom(span.seed, degree, t), count)),
    job,
  );
