/** Where a numeric column is cut: at quantiles, at equal widths, or at points of one's own. */
export type Binning =
  | { readonly kind: 'quantile'; readonly cuts: number }
  | { readonly kind: 'width'; readonly cuts: number }
  | { readonly kind: 'points'; readonly at: readonly number[] };

export const QUARTILES: Binning = { kind: 'quantile', cuts: 3 };
const MAX_CUTS = 100;
/** A quantile may move past this share of the values to a rounder number. */
const QUANTILE_SLACK = 0.01;

function checkCuts(cuts: number): void {
  if (!Number.isInteger(cuts) || cuts < 1 || cuts > MAX_CUTS)
    throw new RangeError(`the number of cuts must be from 1 to ${MAX_CUTS}, not ${cuts}`);
}

/** The roundest number between the two that is nearest to the value. */
function roundest(value: number, low: number, high: number): number {
  for (let digits = 1; digits < 17; digits++) {
    const round = Number(value.toPrecision(digits));
    if (low <= round && round <= high) return round;
  }
  return value;
}

function quantiles(sorted: Float64Array, cuts: number): number[] {
  const slack = Math.floor(sorted.length * QUANTILE_SLACK);
  return Array.from({ length: cuts }, (_, k) => {
    const rank = Math.ceil(((k + 1) * sorted.length) / (cuts + 1)) - 1;
    const high = sorted[Math.min(rank + slack, sorted.length - 1)];
    return roundest(sorted[rank], sorted[Math.max(rank - slack, 0)], high);
  });
}

function widths(sorted: Float64Array, cuts: number): number[] {
  const least = sorted[0];
  const range = sorted[sorted.length - 1] - least;
  return Array.from({ length: cuts }, (_, k) => Number((least + ((k + 1) * range) / (cuts + 1)).toPrecision(3)));
}

/**
 * The cut points t of a column, ascending and different; each leaves known values on both sides (≤ t and > t), so there may
 * be fewer than asked for. Quantile cuts are rounded as far as one per cent of the values allows. NaN (missing) is left out.
 */
export function cutPoints(values: Float64Array, binning: Binning): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return [];
  if (binning.kind !== 'points') checkCuts(binning.cuts);
  const cuts =
    binning.kind === 'points'
      ? [...binning.at]
      : binning.kind === 'quantile'
        ? quantiles(sorted, binning.cuts)
        : widths(sorted, binning.cuts);
  return [...new Set(cuts)].sort((a, b) => a - b).filter((t) => sorted[0] <= t && t < sorted[sorted.length - 1]);
}
