/**
 * The models than which no other is at least as good in all three respects and better in one: `cost` (mistakes) and the sizes of two
 * gaps, each the less the better. Of models alike in all three the first. NaN is never on the frontier.
 */
export function frontierOf(cost: Float64Array, a: Float64Array, b: Float64Array, count: number): number[] {
  const known = Array.from({ length: count }, (_, k) => k).filter((k) => !Number.isNaN(a[k]) && !Number.isNaN(b[k]));
  const [x, y] = [a.map(Math.abs), b.map(Math.abs)];
  known.sort((k, l) => cost[k] - cost[l] || x[k] - x[l] || y[k] - y[l] || k - l);
  // The staircase of those so far in the plane of both gaps: x rises, y falls.
  const steps: { x: number; y: number }[] = [];
  const frontier: number[] = [];
  for (const k of known) {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (steps[middle].x <= x[k]) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && steps[low - 1].y <= y[k]) continue;
    let end = low;
    while (end < steps.length && steps[end].y >= y[k]) end++;
    steps.splice(low, end - low, { x: x[k], y: y[k] });
    frontier.push(k);
  }
  return frontier;
}
