import { bestRadius, type OneVsRestPlace, separationBound } from '../../engine/cover/one-vs-rest';
import type { Axis } from '../charts/plot';

/** The axis ends here. */
export const MOST_DIMENSIONS = 50;

/** Numbers of points that the slider stops at. */
export const STOPS = [10, 30, 100, 300, 1000, 3000, 10_000, 100_000, 1_000_000] as const;

/** Beyond so many points a trial takes too long: only the formulas are drawn. */
export const MOST_MEASURED = 1000;

const MEASURED_DIMENSIONS = [2, 4, 6, 8, 10, 13, 16, 20, 25, 30];

export const placesOf = (points: number): OneVsRestPlace[] =>
  points > MOST_MEASURED
    ? []
    : (['fisher', 'any'] as const).flatMap((by) => MEASURED_DIMENSIONS.map((dimension) => ({ dimension, points, by })));

/** The bound at its best r, in dimensions 1, 2, … */
export const boundCurve = (points: number): number[] =>
  Array.from({ length: MOST_DIMENSIONS }, (_, i) => separationBound(i + 1, points, bestRadius(i + 1, points)));

export const along = (dimension: number): number => dimension / MOST_DIMENSIONS;

export const dimensionAxis: Axis = {
  place: along,
  ticks: [1, 10, 20, 30, 40, 50],
  format: String,
  title: 'dimensions of the ball',
};

export const chanceAxis: Axis = {
  place: (share) => share,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  format: (share) => `${100 * share}%`,
  title: 'chance to be separable from all the others',
};

/** Units of the stretched drawing that holds the curves. */
export const UNIT = 1000;

/** A curve over dimensions 1, 2, … as a path. */
export const pathOf = (chances: readonly number[]): string =>
  chances
    .map((chance, i) => `${i ? 'L' : 'M'}${(UNIT * along(i + 1)).toFixed(1)} ${(UNIT * (1 - chance)).toFixed(1)}`)
    .join('');

/** The first dimension in which a curve has passed a level, and how high it is there; null when it never does. */
export function crossing(chances: readonly number[], level: number): { dimension: number; chance: number } | null {
  const i = chances.findIndex((chance) => chance >= level);
  return i < 0 ? null : { dimension: i + 1, chance: chances[i] };
}
