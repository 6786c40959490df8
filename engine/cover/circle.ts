import { orient2d } from 'robust-predicates';
import type { Cells } from './cells';

/** The cells of points of the plane, d = 2: arcs of the circle of directions w = (cos θ, sin θ), in order of θ. */
export interface CircleCells extends Cells {
  /** Where arc c begins, in radians from π/2 up; it ends where the next one begins. */
  readonly from: Float64Array;
  /** Its length in radians. */
  readonly length: Float64Array;
}

/**
 * The arcs of w on which the signs of w · (x_i − centre) are constant: the dichotomies by lines through `centre`, which
 * is the origin unless given. 2N arcs when no two points lie on one line with the centre; none when a point lies on it.
 * Signs and order are exact.
 */
export function circleCells(points: Float64Array, centre: readonly [number, number] = [0, 0]): CircleCells {
  const n = points.length / 2;
  const [cx, cy] = centre;
  const x = (i: number) => points[2 * i] - cx;
  const y = (i: number) => points[2 * i + 1] - cy;
  const cross = (i: number, j: number) =>
    -orient2d(points[2 * i], points[2 * i + 1], points[2 * j], points[2 * j + 1], cx, cy);
  // Each point's line of directions is represented by its half with angle in [0, π).
  const flips = Int8Array.from({ length: n }, (_, i) => (y(i) > 0 || (y(i) === 0 && x(i) > 0) ? 1 : -1));
  const order = Array.from(flips.keys()).sort((i, j) => -(flips[i] * flips[j] * cross(i, j)) || i - j);
  const onCentre = order.some((i) => x(i) === 0 && y(i) === 0);

  const groups: number[][] = [];
  for (const i of onCentre ? [] : order) {
    const group = groups.at(-1);
    if (group && cross(group[0], i) === 0) group.push(i);
    else groups.push([i]);
  }
  const half = groups.length;
  const count = 2 * half;
  const signs = new Int8Array(count * n);
  const from = new Float64Array(count);
  const row = Int8Array.from(flips);
  for (let c = 0; c < count; c++) {
    // Passing the direction at a right angle to a group's points turns their signs.
    for (const i of groups[c % half]) row[i] = -row[i];
    signs.set(row, c * n);
    const [i] = groups[c % half];
    from[c] = Math.atan2(flips[i] * y(i), flips[i] * x(i)) + Math.PI / 2 + (c < half ? 0 : Math.PI);
  }
  const length = from.map((start, c) => (c + 1 < count ? from[c + 1] : from[0] + 2 * Math.PI) - start);
  return {
    points: n,
    count,
    expected: 2 * n,
    signs,
    shares: length.map((angle) => angle / (2 * Math.PI)),
    neighbours: Array.from({ length: count }, (_, c) => [...new Set([(c + count - 1) % count, (c + 1) % count])]),
    from,
    length,
  };
}
