import type { Direction } from './marker';

const AHEAD: Readonly<Record<Direction, (dx: number, dy: number) => boolean>> = {
  left: (dx, dy) => -dx > Math.abs(dy),
  right: (dx, dy) => dx > Math.abs(dy),
  up: (dx, dy) => dy > Math.abs(dx),
  down: (dx, dy) => -dy > Math.abs(dx),
};

/** The model nearest to a place, among the first `count`; with a direction, the nearest that lies that way. */
export function nearestModel(
  { x, y }: { x: Float64Array; y: Float64Array },
  count: number,
  px: number,
  py: number,
  direction?: Direction,
): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    const [dx, dy] = [x[k] - px, y[k] - py];
    const distance = dx * dx + dy * dy;
    if (distance >= least || (direction && !AHEAD[direction](dx, dy))) continue;
    best = k;
    least = distance;
  }
  return best;
}
