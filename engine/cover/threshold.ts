import type { Job } from '../job';
import { createRandom, type Random } from '../random';
import { separable } from './separable';
import { runTrials, type Tally, type TrialSpan } from './trials';

/** N random points in R^d, with random labels. */
export interface ThresholdPlace {
  readonly points: number;
  readonly dimension: number;
}

export const gaussianPoints = (random: Random, points: number, dimension: number): Float64Array =>
  Float64Array.from({ length: points * dimension }, () => random.normal());

export const coinLabels = (random: Random, points: number): Int8Array =>
  Int8Array.from({ length: points }, () => (random.below(2) ? 1 : -1));

/**
 * How often N Gaussian points with fair-coin labels are separable by a hyperplane through the origin, at every place.
 * Each trial is decided with proof by `separate`; the chance is P(N,d).
 */
export const measureThreshold = (
  places: readonly ThresholdPlace[],
  span: TrialSpan,
  job?: Job<Tally[]>,
): Promise<Tally[]> =>
  runTrials(
    places,
    span,
    ({ points, dimension }, t) => {
      const random = createRandom(span.seed, points, dimension, t);
      return separable(gaussianPoints(random, points, dimension), dimension, coinLabels(random, points));
    },
    job,
  );

/** N random points in R^d of which a given number is positive. */
export interface BalancePlace extends ThresholdPlace {
  readonly positives: number;
  /** Hyperplanes anywhere, not only through the origin. */
  readonly affine: boolean;
}

/**
 * How often N Gaussian points with so many positive labels are separable. Through the origin the chance is P(N,d)
 * whatever the balance, as x and −x are equally likely; with an offset a lopsided labelling is far easier, at the same
 * mean P(N, d + 1) over all labellings.
 */
export const measureBalance = (
  places: readonly BalancePlace[],
  span: TrialSpan,
  job?: Job<Tally[]>,
): Promise<Tally[]> =>
  runTrials(
    places,
    span,
    ({ points, dimension, positives, affine }, t) => {
      const random = createRandom(span.seed, points, dimension, positives, t);
      const labels = Int8Array.from({ length: points }, (_, i) => (i < positives ? 1 : -1));
      return separable(gaussianPoints(random, points, dimension), dimension, labels, { affine });
    },
    job,
  );
