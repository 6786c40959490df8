import { type Line, lineBetween } from './plane';

/**
 * Where a new point of the plane is not ambiguous: the region to which every line that separates the signs gives the
 * answer (1 or −1). It is conv P + cone(P − Q), P the points with that sign and Q the others; its corners, counter-
 * clockwise, with the unbounded part cut off `reach` away. Empty when no point has that sign.
 */
export function clearRegion(
  points: ArrayLike<number>,
  signs: ArrayLike<number>,
  answer: number,
  reach: number,
): number[] {
  const indices = Array.from({ length: signs.length }, (_, i) => i);
  const own = indices.filter((i) => signs[i] > 0 === answer > 0);
  const others = indices.filter((i) => signs[i] > 0 !== answer > 0);
  const corners = own.flatMap((p) => {
    const [x, y] = [points[2 * p], points[2 * p + 1]];
    const far = others.map((q): Place => {
      const [dx, dy] = [x - points[2 * q], y - points[2 * q + 1]];
      const scale = reach / (Math.hypot(dx, dy) || 1);
      return [x + scale * dx, y + scale * dy];
    });
    return [[x, y] as Place, ...far];
  });
  return convexHull(corners).flat();
}

type Place = readonly [number, number];

/** The corners of the convex hull, counter-clockwise (Andrew 1979). */
export function convexHull(places: readonly Place[]): Place[] {
  const sorted = places.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (run: readonly Place[]): Place[] => {
    const chain: Place[] = [];
    for (const c of run) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, c) <= 0) chain.pop();
      chain.push(c);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.toReversed())];
}

const turn = ([ax, ay]: Place, [bx, by]: Place, [cx, cy]: Place): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Directions that are tried for the bundle. */
const DIRECTIONS = 720;

/**
 * Some of the lines that separate the signs, to be drawn: spread over their directions, and in each over their offsets.
 * Beside points of one sign only, the lines keep within `reach` of them.
 */
export function separatingBundle(
  points: Float64Array,
  signs: ArrayLike<number>,
  directions: number,
  offsets: number,
  reach: number,
): Line[] {
  const open = Array.from({ length: DIRECTIONS }, (_, k) => {
    const angle = (2 * Math.PI * k) / DIRECTIONS;
    const [a, b] = [Math.cos(angle), Math.sin(angle)];
    let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < signs.length; i++) {
      const height = a * points[2 * i] + b * points[2 * i + 1];
      if (signs[i] > 0) high = Math.min(high, height);
      else low = Math.max(low, height);
    }
    if (low === Number.NEGATIVE_INFINITY) low = high - reach;
    if (high === Number.POSITIVE_INFINITY) high = low + reach;
    return { k, a, b, low, high };
  }).filter(({ low, high }) => low < high);
  if (open.length === 0) return [lineBetween(points, signs)];
  // start behind the widest gap, so that the directions run from one end of their range to the other
  const first = open.findIndex(({ k }, i) => i > 0 && k > open[i - 1].k + 1);
  const run = first < 0 ? open : [...open.slice(first), ...open.slice(0, first)];
  return Array.from({ length: Math.min(directions, run.length) }, (_, i) => {
    const { a, b, low, high } = run[Math.floor(((i + 0.5) * run.length) / Math.min(directions, run.length))];
    return Array.from({ length: offsets }, (_, j) =>
      Float64Array.of(a, b, -(low + ((j + 0.5) / offsets) * (high - low))),
    );
  }).flat();
}
