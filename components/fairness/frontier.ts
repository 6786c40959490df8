/** Models by their mistakes and the sizes of two gaps, each the less the better. */
export interface Judged {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** The models whose gaps are both known, the least cost first, then the least gaps, then the first. */
  readonly order: Uint32Array;
}

/** Judges all models, once for every `count`. */
export function judge(cost: Float64Array, first: Float64Array, second: Float64Array): Judged {
  const [a, b] = [first.map(Math.abs), second.map(Math.abs)];
  const order = Uint32Array.from(cost.keys()).filter((k) => !Number.isNaN(a[k]) && !Number.isNaN(b[k]));
  order.sort((k, l) => cost[k] - cost[l] || a[k] - a[l] || b[k] - b[l] || k - l);
  return { a, b, order };
}

/**
 * Of the first `count` models those than which no other of them is at least as good in all three respects and better in one; of models
 * alike in all three the first.
 */
export function frontierOf({ a, b, order }: Judged, count: number): number[] {
  // The staircase of those so far in the plane of both gaps: a rises, b falls.
  const steps: number[] = [];
  const frontier: number[] = [];
  for (const k of order) {
    if (k >= count) continue;
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (a[steps[middle]] <= a[k]) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && b[steps[low - 1]] <= b[k]) continue;
    let end = low;
    while (end < steps.length && b[steps[end]] >= b[k]) end++;
    steps.splice(low, end - low, k);
    frontier.push(k);
  }
  return frontier;
}
