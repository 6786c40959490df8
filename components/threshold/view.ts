import { separableChance } from '../../engine/cover/chance';
import type { Axis } from '../charts/plot';

export type Scale = 'ratio' | 'deviation';

/** Dimensions of the curves that always stand in the plot. */
export const FAMILY = [2, 10] as const;

/** Points for d dimensions that the figure reaches: from N = d, where all is separable, to N = 3d. */
export const pointsBetween = (d: number): readonly [number, number] => [d, 3 * d];

/** Where N points lie: points per coefficient, or standard deviations from 2d (a coin's N throws have deviation √N/2). */
export const position = (scale: Scale, n: number, d: number): number =>
  scale === 'ratio' ? n / d : (n - 2 * d) / Math.sqrt(n);

/** Ends of both axes. */
const SPAN: Readonly<Record<Scale, readonly [number, number]>> = { ratio: [1, 3], deviation: [-3, 3] };

/** From 0 to 1 along the axis. */
export const along = (scale: Scale, value: number): number =>
  (value - SPAN[scale][0]) / (SPAN[scale][1] - SPAN[scale][0]);

export const inPlot = (share: number): boolean => share > -1e-9 && share < 1 + 1e-9;

/** On the way from one axis to the other, `turn` from 0 (ratio) to 1 (deviation). */
export function alongBetween(turn: number, n: number, d: number): number {
  if (turn === 0) return along('ratio', position('ratio', n, d));
  const from = along('ratio', position('ratio', n, d));
  return from + turn * (along('deviation', position('deviation', n, d)) - from);
}

export interface CurvePoint {
  readonly n: number;
  readonly chance: number;
}

/** P(N,d) at every N that one of the axes shows, exactly. */
export function curveOf(d: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let n = 1; ; n++) {
    const past = position('ratio', n, d) > SPAN.ratio[1] && position('deviation', n, d) > SPAN.deviation[1];
    points.push({ n, chance: separableChance(n, d) });
    if (past) return points;
  }
}

/** From so many dimensions on a trial takes long, and the dots are fewer. */
const SLOW = 100;

/** Numbers of points at which trials are made: every half deviation around 2d, or every one. */
export function measuredPoints(d: number): number[] {
  const [least, most] = pointsBetween(d);
  const steps = d > SLOW ? [-2, -1, 0, 1, 2] : [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
  const around = steps.map((step) => Math.round(2 * d + step * Math.sqrt(2 * d)));
  return [...new Set(around)].filter((n) => n >= least && n <= most);
}

export const pointsAxis: Readonly<Record<Scale, Axis>> = {
  ratio: {
    place: (value) => along('ratio', value),
    ticks: [1, 1.5, 2, 2.5, 3],
    format: String,
    title: 'points per coefficient, N / d',
  },
  deviation: {
    place: (value) => along('deviation', value),
    ticks: [-3, -2, -1, 0, 1, 2, 3],
    format: (value) => String(value).replace('-', '−'),
    title: 'points beyond 2d, in units of √N',
  },
};
