import type { NumericColumn } from './table';

/** Where a numeric column is cut: at quantiles, at equal widths, or at points of one's own. */
export type Binning =
  | { readonly kind: 'quantile'; readonly cuts: number }
  | { readonly kind: 'width'; readonly cuts: number }
  | { readonly kind: 'points'; readonly at: readonly number[] };

export const QUARTILES: Binning = { kind: 'quantile', cuts: 3 };
const MAX_CUTS = 100;
const DAY_MS = 86_400_000;
/** A quantile may move past this share of the values to a rounder number. */
const QUANTILE_SLACK = 0.01;

function checkCuts(cuts: number): void {
  if (!Number.isInteger(cuts) || cuts < 1 || cuts > MAX_CUTS)
    throw new RangeError(`the number of cuts must be from 1 to ${MAX_CUTS}, not ${cuts}`);
}

/** Picks the roundest value between two that is near a third. */
type Round = (value: number, low: number, high: number) => number;

/** The roundest number between the two that is nearest to the value. */
const roundNumber: Round = (value, low, high) => {
  for (let digits = 1; digits < 17; digits++) {
    const round = Number(value.toPrecision(digits));
    if (low <= round && round <= high) return round;
  }
  return value;
};

/** The last day of a year, else of a month, that lies between the two: "until the end of 2019". */
const roundDate: Round = (value, low, high) => {
  const date = new Date(Math.round(value) * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const ends = [Date.UTC(year, 0, 0), Date.UTC(year + 1, 0, 0), Date.UTC(year, month, 0), Date.UTC(year, month + 1, 0)];
  return ends.map((ms) => ms / DAY_MS).find((day) => low <= day && day <= high) ?? Math.round(value);
};

function quantiles(sorted: Float64Array, cuts: number, round: Round): number[] {
  const slack = Math.floor(sorted.length * QUANTILE_SLACK);
  return Array.from({ length: cuts }, (_, k) => {
    const rank = Math.ceil(((k + 1) * sorted.length) / (cuts + 1)) - 1;
    const high = sorted[Math.min(rank + slack, sorted.length - 1)];
    return round(sorted[rank], sorted[Math.max(rank - slack, 0)], high);
  });
}

function widths(sorted: Float64Array, cuts: number, toRound: (value: number) => number): number[] {
  const least = sorted[0];
  const range = sorted[sorted.length - 1] - least;
  return Array.from({ length: cuts }, (_, k) => toRound(least + ((k + 1) * range) / (cuts + 1)));
}

const threeDigits = (value: number): number => Number(value.toPrecision(3));

/**
 * The cut points t of a column, ascending and different; each leaves known values on both sides (≤ t and > t), so there may
 * be fewer than asked for. Quantile cuts are rounded as far as one per cent of the values allows: days to ends of years and
 * months. NaN (missing) is left out.
 */
export function cutPoints({ values, dates }: Pick<NumericColumn, 'values' | 'dates'>, binning: Binning): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return [];
  if (binning.kind !== 'points') checkCuts(binning.cuts);
  const cuts =
    binning.kind === 'points'
      ? [...binning.at]
      : binning.kind === 'quantile'
        ? quantiles(sorted, binning.cuts, dates ? roundDate : roundNumber)
        : widths(sorted, binning.cuts, dates ? Math.round : threeDigits);
  return [...new Set(cuts)].sort((a, b) => a - b).filter((t) => sorted[0] <= t && t < sorted[sorted.length - 1]);
}
