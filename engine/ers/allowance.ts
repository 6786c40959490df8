import { type Rational, rational } from './rational';

/**
 * The most (weighted) mistakes that a rule set of each size may make: entry s is the greatest integer k with
 * k/W + λ·s ≤ θ, at most W, and −1 where none is allowed; one entry for s = 0..m and a last one, −1, for m + 1.
 * With it every bound of the search compares integers, ties included, whatever the decimals of λ and θ.
 */
export function allowances(totalWeight: number, m: number, lambda: Rational, theta: Rational): Float64Array {
  const W = BigInt(totalWeight);
  const table = new Float64Array(m + 2).fill(-1);
  for (let s = 0; s <= m; s++) {
    const num = (theta.num * lambda.den - lambda.num * BigInt(s) * theta.den) * W;
    if (num < 0n) break;
    const most = num / (theta.den * lambda.den);
    table[s] = Number(most < W ? most : W);
  }
  return table;
}

/** f(S) = mistakes/W + λ·size, exactly. */
export function objective(totalWeight: number, lambda: Rational, mistakes: number, size: number): Rational {
  return rational(
    BigInt(mistakes) * lambda.den + BigInt(size) * lambda.num * BigInt(totalWeight),
    BigInt(totalWeight) * lambda.den,
  );
}
