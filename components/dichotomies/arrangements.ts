import { findSites, spannedLines } from '../../engine/cover/plane';
import { HEIGHT, KNOT, WIDTH } from '../plane/board';

export const LEAST = 3;
export const MOST = 12;

/** Any first few of them are in general position, and no two on a line with the middle of the board. */
const SCATTERED = [
  250, 225, 425, 600, 800, 500, 700, 150, 150, 500, 550, 300, 875, 275, 325, 400, 625, 650, 425, 100, 75, 325, 900, 650,
];

/** A square, then its middle and points about it. */
const SQUARE = [300, 175, 700, 175, 700, 575, 300, 575];

const ROW = [200, 550, 450, 400, 700, 250];

function polygon(n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    const angle = Math.PI / 2 + (2 * Math.PI * i) / n;
    // not so round a circle that knots would fall on lines
    return [Math.round(WIDTH / 2 + 300 * Math.cos(angle)), Math.round(HEIGHT / 2 + 300 * Math.sin(angle))];
  }).flat();
}

export const arrangements = ['general', 'line', 'square', 'polygon'] as const;
export type Arrangement = (typeof arrangements)[number];

/** The points of an arrangement; a square has four, the others any number. */
export function arrange(kind: Arrangement, n: number): number[] {
  if (kind === 'square') return SQUARE;
  if (kind === 'polygon') return polygon(n);
  if (kind === 'general') return SCATTERED.slice(0, 2 * n);
  return resize(ROW, n);
}

/** The arrangement that points are, if any. */
export const arrangementOf = (points: readonly number[]): Arrangement | undefined =>
  arrangements.find((kind) => arrange(kind, points.length / 2).join() === points.join());

export const inGeneralPosition = (points: ArrayLike<number>): boolean => {
  const sites = findSites(Float64Array.from(points));
  return sites.count === points.length / 2 && spannedLines(sites.xy).every(({ on }) => on.length === 2);
};

/** Drops the last points, or adds new ones that lie on no line of two others. */
export function resize(points: readonly number[], n: number): number[] {
  const kept = points.slice(0, 2 * n);
  while (kept.length < 2 * n) kept.push(...newPlace(kept));
  return kept;
}

/** The first scattered place, else the first knot, that adds no collinear or coincident points. */
function newPlace(points: readonly number[]): [number, number] {
  const lost = (all: readonly number[]) => {
    const sites = findSites(Float64Array.from(all));
    return spannedLines(sites.xy).reduce((sum, { on }) => sum + on.length - 2, all.length / 2 - sites.count);
  };
  const before = lost(points);
  for (let at = 0; at < SCATTERED.length; at += 2) {
    const place: [number, number] = [SCATTERED[at], SCATTERED[at + 1]];
    if (lost([...points, ...place]) === before) return place;
  }
  for (let y = 2 * KNOT; y < HEIGHT; y += KNOT)
    for (let x = 2 * KNOT; x < WIDTH; x += KNOT) if (lost([...points, x, y]) === before) return [x, y];
  return [WIDTH / 2, HEIGHT / 2];
}
