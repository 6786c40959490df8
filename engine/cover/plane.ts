import { orient2d } from 'robust-predicates';
import { signOfDot } from './exact';
import { lift, separate, separates } from './separable';

/** A line a·x + b·y + c = 0 with its positive side: [a, b, c]. */
export type Line = Float64Array;

/** Points of the plane, x0, y0, x1, y1, …, with coincident ones merged into sites. */
export interface Sites {
  readonly count: number;
  /** 2·count coordinates. */
  readonly xy: Float64Array;
  /** Site of every point. */
  readonly of: Int32Array;
  /** Points at every site. */
  readonly members: readonly (readonly number[])[];
}

/** A line through two sites or more. */
export interface SpannedLine {
  /** The sites on it, in order along it. */
  readonly on: readonly number[];
  /** For every site 1 left of it (looking along the order), −1 right of it, 0 on it. */
  readonly sides: Int8Array;
}

export function findSites(points: Float64Array): Sites {
  const index = new Map<string, number>();
  const members: number[][] = [];
  const of = new Int32Array(points.length / 2);
  for (let i = 0; i < of.length; i++) {
    // + 0 makes one of 0 and −0
    const key = `${points[2 * i] + 0},${points[2 * i + 1] + 0}`;
    let site = index.get(key);
    if (site === undefined) {
      site = members.length;
      index.set(key, site);
      members.push([]);
    }
    members[site].push(i);
    of[i] = site;
  }
  const xy = Float64Array.from(members.flatMap(([i]) => [points[2 * i], points[2 * i + 1]]));
  return { count: members.length, xy, of, members };
}

/** 1 when c lies left of the way from a to b (y upwards), −1 right of it, 0 on their line; exact. */
export function orientation(xy: Float64Array, a: number, b: number, c: number): number {
  // the library counts y downwards
  return -Math.sign(orient2d(xy[2 * a], xy[2 * a + 1], xy[2 * b], xy[2 * b + 1], xy[2 * c], xy[2 * c + 1]));
}

/** Every line through at least two of the distinct sites, once. */
export function spannedLines(xy: Float64Array): SpannedLine[] {
  const count = xy.length / 2;
  const lines: SpannedLine[] = [];
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const sides = Int8Array.from({ length: count }, (_, c) => (c === a || c === b ? 0 : orientation(xy, a, b, c)));
      const on = Array.from(sides.keys()).filter((c) => sides[c] === 0);
      if (on[0] !== a || on[1] !== b) continue;
      on.sort((p, q) => xy[2 * p] - xy[2 * q] || xy[2 * p + 1] - xy[2 * q + 1]);
      // sides were taken looking from a to b
      lines.push({ on, sides: on.indexOf(a) < on.indexOf(b) ? sides : sides.map((s) => -s) });
    }
  return lines;
}

/** The side of the line on which every point lies: 1, −1, or 0 on the line; exact for the numbers given. */
export function sidesOfLine(points: Float64Array, line: ArrayLike<number>): Int8Array {
  const lifted = lift(points, 2);
  return Int8Array.from({ length: points.length / 2 }, (_, i) => signOfDot(line, lifted, 3 * i));
}

/**
 * A line that leaves the points with sign 1 on its positive side and those with −1 on the other, half-way between the
 * two convex hulls. With one sign only it passes beside all points. The signs must be separable.
 */
export function lineBetween(points: Float64Array, signs: ArrayLike<number>): Line {
  const lifted = lift(points, 2);
  const indices = Array.from({ length: signs.length }, (_, i) => i);
  const positive = indices.filter((i) => signs[i] > 0);
  const negative = indices.filter((i) => signs[i] <= 0);
  const line =
    positive.length && negative.length ? bisect(points, positive, negative) : beside(points, positive.length > 0);
  if (separates(line, lifted, signs)) return line;
  const exact = separate(lifted, 3, signs);
  if (!exact.separable) throw new RangeError('no line separates these signs');
  return exact.weights;
}

/** A line past all points, all of them on the side asked for. */
function beside(points: Float64Array, positive: boolean): Line {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 1; i < points.length; i += 2) {
    low = Math.min(low, points[i]);
    high = Math.max(high, points[i]);
  }
  const level = low - (high - low || 1) / 2;
  return positive ? Float64Array.of(0, 1, -level) : Float64Array.of(0, -1, level);
}

/** The bisector of the shortest way between the convex hulls of two sets: some point of one to some edge of the other. */
function bisect(points: Float64Array, positive: readonly number[], negative: readonly number[]): Line {
  let shortest = Number.POSITIVE_INFINITY;
  const line = new Float64Array(3);
  const tryAll = (corners: readonly number[], others: readonly number[], sign: number) => {
    for (const p of corners)
      for (let s = 0; s < others.length; s++)
        for (let t = s; t < others.length; t++) {
          const [ax, ay] = [points[2 * others[s]], points[2 * others[s] + 1]];
          const [ux, uy] = [points[2 * others[t]] - ax, points[2 * others[t] + 1] - ay];
          const [px, py] = [points[2 * p] - ax, points[2 * p + 1] - ay];
          const along = Math.max(0, Math.min(1, (px * ux + py * uy) / (ux * ux + uy * uy) || 0));
          const [vx, vy] = [px - along * ux, py - along * uy];
          const square = vx * vx + vy * vy;
          if (square >= shortest) continue;
          shortest = square;
          const [mx, my] = [points[2 * p] - vx / 2, points[2 * p + 1] - vy / 2];
          const scale = sign / Math.sqrt(square);
          line.set([scale * vx, scale * vy, -scale * (vx * mx + vy * my)]);
        }
  };
  tryAll(positive, negative, 1);
  tryAll(negative, positive, -1);
  return line;
}
