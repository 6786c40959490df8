import { formatCount } from '../format';

/** A time in words: "12 µs", "3.4 ms", "1.2 s". */
export function formatMs(ms: number): string {
  if (ms < 1) return `${Number((1000 * ms).toPrecision(2))} µs`;
  if (ms < 1000) return `${Number(ms.toPrecision(2))} ms`;
  return `${Number((ms / 1000).toPrecision(2))} s`;
}

/** How many times: "1.3", "24", "3,100". */
export const formatRatio = (ratio: number): string =>
  ratio < 10 ? String(Number(ratio.toPrecision(2))) : formatCount(Number(ratio.toPrecision(ratio < 100 ? 2 : 3)));
