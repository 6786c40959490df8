import { type LabelledPoints, labelledPoints, type Pattern } from '../../engine/cover/patterns';
import { coinLabels } from '../../engine/cover/threshold';
import { createRandom } from '../../engine/random';
import { HEIGHT, KNOT, nearestKnot, WIDTH } from '../plane/board';

/** How far the square of the patterns reaches on the board, across and up. */
const REACH = [440, 320] as const;

/** No two points stand nearer than this, so that every one can be taken hold of. */
const APART = 2 * KNOT;

/** Knots by their distance from the middle, the nearest first. */
const AROUND = Array.from({ length: 21 * 21 }, (_, i) => [(i % 21) - 10, Math.floor(i / 21) - 10] as const).sort(
  ([ax, ay], [bx, by]) => ax * ax + ay * ay - bx * bx - by * by,
);

/** The points of a pattern on the board, each on the nearest knot that is free. */
function onKnots(points: Float64Array): number[] {
  const placed: number[] = [];
  const free = (x: number, y: number): boolean => {
    for (let i = 0; i < placed.length; i += 2) if (Math.hypot(placed[i] - x, placed[i + 1] - y) < APART) return false;
    return true;
  };
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = nearestKnot(WIDTH / 2 + REACH[0] * points[i], HEIGHT / 2 + REACH[1] * points[i + 1]);
    const step = AROUND.find(([dx, dy]) => free(...nearestKnot(x + KNOT * dx, y + KNOT * dy))) ?? [0, 0];
    placed.push(...nearestKnot(x + KNOT * step[0], y + KNOT * step[1]));
  }
  return placed;
}

/** Labelled points on the board; `toss` from 1 on gives them other coin-tossed labels. */
export function arrange(
  pattern: Pattern,
  n: number,
  seed: number,
  toss: number,
): { points: number[]; labels: number[] } {
  const { points, labels }: LabelledPoints = labelledPoints(pattern, n, seed);
  return {
    points: onKnots(points),
    labels: [...(toss > 0 ? coinLabels(createRandom(seed, toss), n) : labels)],
  };
}
