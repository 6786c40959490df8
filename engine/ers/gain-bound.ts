/**
 * The least that missed positives can still cost: each further rule regains at most its gain, at the price of λ·W. The
 * rules worth their price are taken, best first, so `rules` of them with `left` mistakes left over is the cheapest completion,
 * in real numbers and hence for every allowance: a set of s rules with k other mistakes has members below it only if
 * k + left ≤ allowed[s + rules].
 */
export class GainBound {
  rules = 0;
  left = 0;

  /** Reorders the first `count` gains. `worth` is the least integer above λ·W. */
  of(missed: number, gains: Float64Array, count: number, worth: number): this {
    let taken = 0;
    let left = missed;
    while (left >= worth && taken < count) {
      let best = taken;
      for (let i = taken + 1; i < count; i++) if (gains[i] > gains[best]) best = i;
      const gain = gains[best];
      if (gain < worth) break;
      gains[best] = gains[taken];
      gains[taken++] = gain;
      left = Math.max(0, left - gain);
    }
    this.rules = taken;
    this.left = left;
    return this;
  }
}
