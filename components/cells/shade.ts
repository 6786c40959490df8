import type { CSSProperties } from 'react';
import { darkness, type Judged } from './model';

/** The fill of a cell, and whether writing on it must be light. */
export function shadeOf(cell: number, judged: Judged): { style: CSSProperties; dark: boolean } {
  const share = darkness(judged.errors[cell], judged);
  return {
    style: { fill: `color-mix(in oklab, var(--dot) ${Math.round(100 * share)}%, var(--raised))` },
    dark: share > 0.45,
  };
}
