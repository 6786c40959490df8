import { type Rational, rational } from './rational';

/**
 * The most (weighted) mistakes that a rule set of each size may make: entry s is the greatest integer k with
 * k/W + λ·s ≤ θ, at most W, and −1 where none is allowed; one entry for s = 0..m and a last one, −1, for m + 1.
 * With it every bound of the search compares integers, ties included, whatever the decimals of λ and θ.
 * `strict` asks for k/W + λ·s < θ.
 */
export function allowances(
  totalWeight: number,
  m: number,
  lambda: Rational,
  theta: Rational,
  strict = false,
): Float64Array {
  const W = BigInt(totalWeight);
  const table = new Float64Array(m + 2).fill(-1);
  const unit = theta.den * lambda.den;
  const step = lambda.num * theta.den * W;
  let budget = theta.num * lambda.den * W - (strict ? 1n : 0n);
  for (let s = 0; s <= m && budget >= 0n; s++, budget -= step) {
    const most = budget / unit;
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
