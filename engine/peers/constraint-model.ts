import { hasBit } from '../bits/bitset';
import { mergePoints } from '../ers/classes';
import { type Instance, totalWeight } from '../ers/instance';
import { parseRational } from '../ers/rational';
import { atOnce } from '../job';

/**
 * A Rashomon set as a question to a general constraint solver: choose rules, so that
 * Σ coefficient · [some rule of the group is chosen] + price · (rules chosen) ≤ bound, and at least one is chosen.
 * The points are merged first, as the engine does it: the solver is given the better question.
 */
export interface ConstraintModel {
  readonly rules: number;
  /** One for each class of points that a rule captures: the rules that capture it, and what its capture costs. */
  readonly groups: readonly { readonly rules: readonly number[]; readonly coefficient: number }[];
  readonly price: number;
  readonly bound: number;
}

/** The solvers count in 32 bits. */
const LARGEST = 2 ** 31 - 1;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

const floorDivide = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

/** Throws a RangeError where the numbers are too large for the solvers. */
export function constraintModel(instance: Instance, lambda: string, theta: string): ConstraintModel {
  const m = instance.rules.length;
  const W = BigInt(totalWeight(instance));
  const [price, limit] = [parseRational(lambda), parseRational(theta)];
  const { unavoidable, positives, negatives } = atOnce(mergePoints(instance));
  // Costs are multiples of 1/(W·price.den): what θ has beyond the last of them does not matter.
  const unit = price.den;
  const side = (classes: typeof positives, sign: bigint) =>
    Array.from(classes.weights, (weight, k) => ({
      rules: [...Array(m).keys()].filter((j) => hasBit(classes.captured[j], k)),
      coefficient: sign * unit * BigInt(weight),
    }));
  // A positive is a mistake unless it is captured.
  const groups = [...side(positives, -1n), ...side(negatives, 1n)];
  const missed = BigInt(unavoidable) + positives.weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const each = price.num * W;
  const bound = floorDivide(limit.num * price.den * W, limit.den) - unit * missed;
  const divisor = groups.reduce((d, { coefficient }) => gcd(d, coefficient), each) || 1n;
  const small = (value: bigint): number => Number(value / divisor);
  const model = {
    rules: m,
    groups: groups.map(({ rules, coefficient }) => ({ rules, coefficient: small(coefficient) })),
    price: small(each),
    bound: Number(floorDivide(bound, divisor)),
  };
  const most = model.groups.reduce(
    (sum, { coefficient }) => sum + Math.abs(coefficient),
    Math.abs(model.price) * m + Math.abs(model.bound),
  );
  if (most > LARGEST) throw new RangeError('λ, θ and the weights give numbers that the solvers cannot hold');
  return model;
}
