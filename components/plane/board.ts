import type { Line } from '../../engine/cover/plane';

/** The board of the planar figures: 0 to 1000 across, 0 to 750 up. */
export const WIDTH = 1000;
export const HEIGHT = 750;
/** Dragged points jump from knot to knot of a grid, so that three of them can lie on a line exactly. */
export const KNOT = 25;
/** How near to the border a point may lie. */
const MARGIN = 50;

type Place = readonly [number, number];

const snap = (value: number, most: number): number =>
  Math.min(most - MARGIN, Math.max(MARGIN, KNOT * Math.round(value / KNOT)));

/** The knot nearest to a place. */
export const nearestKnot = (x: number, y: number): [number, number] => [snap(x, WIDTH), snap(y, HEIGHT)];

/** Where a place stands in a drawing whose y grows downwards. */
export const drawn = (x: number, y: number): string => `${round(x)} ${round(HEIGHT - y)}`;
const round = (value: number): number => Math.round(10 * value) / 10;

/** The line through (x, y) in a direction of so many degrees; positive on its left. */
export function lineAt(x: number, y: number, degrees: number): Line {
  const angle = (degrees * Math.PI) / 180;
  const [a, b] = [-Math.sin(angle), Math.cos(angle)];
  return Float64Array.of(a, b, -a * x - b * y);
}

/** The point of a line next to the middle of the board, and its direction in degrees. */
export function poseOf(line: ArrayLike<number>): { x: number; y: number; degrees: number } {
  const [a, b, c] = [line[0], line[1], line[2]];
  const beyond = (a * (WIDTH / 2) + b * (HEIGHT / 2) + c) / (a * a + b * b);
  const degrees = (Math.atan2(-a, b) * 180) / Math.PI;
  return { x: WIDTH / 2 - a * beyond, y: HEIGHT / 2 - b * beyond, degrees: (degrees + 360) % 360 };
}

const CORNERS: readonly Place[] = [
  [0, 0],
  [WIDTH, 0],
  [WIDTH, HEIGHT],
  [0, HEIGHT],
];

/** The part of an outline where a·x + b·y + c ≥ 0, corner by corner. */
function positivePart(line: ArrayLike<number>, outline = CORNERS): readonly Place[] {
  const height = ([x, y]: Place) => line[0] * x + line[1] * y + line[2];
  return outline.flatMap((p, k) => {
    const q = outline[(k + 1) % outline.length];
    const [from, to] = [height(p), height(q)];
    const kept = from >= 0 ? [p] : [];
    if (from >= 0 === to >= 0) return kept;
    const t = from / (from - to);
    return [...kept, [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])] as Place];
  });
}

const opposite = (line: ArrayLike<number>) => [-line[0], -line[1], -line[2]];

/**
 * The outline of the part of the board on the positive side of all lines (`sign` 1) or on the negative side of all
 * (−1), for a polygon element.
 */
export const sideOnBoard = (lines: readonly ArrayLike<number>[], sign: number): string =>
  lines
    .reduce<readonly Place[]>((outline, line) => positivePart(sign > 0 ? line : opposite(line), outline), CORNERS)
    .map(([x, y]) => drawn(x, y))
    .join(' ');

/** Where a line enters and leaves the board, in its direction; null when it passes beside it. */
export function onBoard(line: ArrayLike<number>): readonly [Place, Place] | null {
  const outline = positivePart(line);
  const ends = outline.filter(
    ([x, y]) => Math.abs(line[0] * x + line[1] * y + line[2]) < 1e-6 * Math.hypot(line[0], line[1]),
  );
  if (ends.length < 2) return null;
  const along = ([x, y]: Place) => line[1] * x - line[0] * y;
  ends.sort((p, q) => along(p) - along(q));
  return [ends[0], ends.at(-1)!];
}

/** The path of a line across the board; empty when it passes beside it. */
export const linePath = (line: ArrayLike<number>): string => {
  const ends = onBoard(line);
  return ends ? `M${ends.map(([x, y]) => drawn(x, y)).join('L')}` : '';
};
