import { bestRadius, type OneVsRestPlace, separationBound } from '../../engine/cover/one-vs-rest';
import type { Axis } from '../charts/plot';
import { curvePath } from '../trials/chance-plot';

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

/** A curve over dimensions 1, 2, … */
export const pathOf = (chances: readonly number[]): string =>
  curvePath(chances.map((chance, i) => [along(i + 1), chance]));

/** The first dimension in which a curve has passed a level, and how high it is there; null when it never does. */
export function crossing(chances: readonly number[], level: number): { dimension: number; chance: number } | null {
  const i = chances.findIndex((chance) => chance >= level);
  return i < 0 ? null : { dimension: i + 1, chance: chances[i] };
}
