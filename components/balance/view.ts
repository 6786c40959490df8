import { logBinomialTerm } from '../../engine/cover/special';
import type { BalancePlace } from '../../engine/cover/threshold';
import type { Axis } from '../charts/plot';

/** More places than this on the axis are not measured one by one. */
const MOST_PLACES = 24;

/** How many of N labels are positive, wherever it is measured: all numbers when N is small, else every second one, … */
export function positivesOf(n: number): number[] {
  const step = Math.ceil(n / MOST_PLACES);
  const half = Array.from({ length: Math.floor(n / 2 / step) + 1 }, (_, i) => i * step);
  return [...new Set([...half, ...half.map((k) => n - k)])].sort((a, b) => a - b);
}

/** With d coefficients each: hyperplanes anywhere in R^(d−1), and hyperplanes through the origin of R^d. */
export const placesOf = (n: number, d: number): BalancePlace[] =>
  [true, false].flatMap((affine) =>
    positivesOf(n).map((positives) => ({ points: n, dimension: affine ? d - 1 : d, positives, affine })),
  );

/** How often n tosses of a coin give k heads, as a share of the most frequent number. */
export function tossShares(n: number): number[] {
  const most = logBinomialTerm(Math.floor(n / 2), n);
  return Array.from({ length: n + 1 }, (_, k) => Math.exp(logBinomialTerm(k, n) - most));
}

/** Half a step of room at both ends. */
export const along = (k: number, n: number): number => (k + 0.5) / (n + 1);

export const positivesAxis = (n: number): Axis => ({
  place: (k) => along(k, n),
  ticks: [0, 1, 2, 3, 4].map((i) => Math.round((i * n) / 4)),
  format: String,
  title: `positives among ${n} labels`,
});
