import { findSites, spannedLines } from '../../engine/cover/plane';
import { HEIGHT, KNOT, WIDTH } from './board';

/** Twelve places: any first few are in general position, and no two of them on a line with the middle of the board. */
export const SCATTERED: readonly number[] = [
  250, 225, 425, 600, 800, 500, 700, 150, 150, 500, 550, 300, 875, 275, 325, 400, 625, 650, 425, 100, 75, 325, 900, 650,
];

/** Pairs and triples that general position forbids: coincident points, and each point of a line beyond its second. */
function losses(points: readonly number[]): number {
  const sites = findSites(Float64Array.from(points));
  return spannedLines(sites.xy).reduce((sum, { on }) => sum + on.length - 2, points.length / 2 - sites.count);
}

/** No two points in one place and no three on a line. */
export const inGeneralPosition = (points: readonly number[]): boolean => losses(points) === 0;

/** Drops the last points, or adds new ones that lie on no line of two others. */
export function resize(points: readonly number[], n: number): number[] {
  const kept = points.slice(0, 2 * n);
  while (kept.length < 2 * n) kept.push(...newPlace(kept));
  return kept;
}

/** The first scattered place, else the first knot, that adds no collinear or coincident points. */
function newPlace(points: readonly number[]): [number, number] {
  const before = losses(points);
  for (let at = 0; at < SCATTERED.length; at += 2) {
    const place: [number, number] = [SCATTERED[at], SCATTERED[at + 1]];
    if (losses([...points, ...place]) === before) return place;
  }
  for (let y = 2 * KNOT; y < HEIGHT; y += KNOT)
    for (let x = 2 * KNOT; x < WIDTH; x += KNOT) if (losses([...points, x, y]) === before) return [x, y];
  return [WIDTH / 2, HEIGHT / 2];
}
