/** Whole numbers with thousands separators: 12,431. */
export const formatCount = (count: number | bigint): string => count.toLocaleString('en-US');

/** A share in percent without decimals; shares that are not quite none or all say so. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share > 0.995) return 'over 99 %';
  return `${Math.round(100 * share)} %`;
}

/** A share in percent with one decimal. */
export const formatPercent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A difference of shares in percentage points: "16 points". */
export function formatPoints(difference: number): string {
  const points = Math.round(100 * Math.abs(difference));
  return `${points} point${points === 1 ? '' : 's'}`;
}
