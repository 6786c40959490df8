/** A rectangle in the cloud, in the values of its axes. */
export interface Box {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Beyond these digits a pixel holds many steps. */
const DIGITS = 6;

/** "0.67:0.69:0.02:0.1" as a rectangle, ends in order; null for anything else. */
export function readBox(text: string): Box | null {
  const numbers = text === '' ? [] : text.split(':').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return null;
  const [x0, x1, y0, y1] = numbers;
  return x0 < x1 && y0 < y1 ? { x: [x0, x1], y: [y0, y1] } : null;
}

export const writeBox = ({ x, y }: Box): string => [...x, ...y].map((end) => +end.toPrecision(DIGITS)).join(':');

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Which of the places lie in the rectangle. */
export function placesIn({ x: [x0, x1], y: [y0, y1] }: Box, points: Points, places: Uint32Array): Uint32Array {
  const { x, y } = points;
  return places.filter((k) => x[k] >= x0 && x[k] <= x1 && y[k] >= y0 && y[k] <= y1);
}

/** How many of the first `count` points lie in the rectangle. */
export function countIn({ x: [x0, x1], y: [y0, y1] }: Box, { x, y }: Points, count: number): number {
  let found = 0;
  for (let k = 0; k < count; k++) if (x[k] >= x0 && x[k] <= x1 && y[k] >= y0 && y[k] <= y1) found++;
  return found;
}
