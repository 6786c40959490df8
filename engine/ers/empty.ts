import { countBits, hasBit } from '../bits/bitset';
import { allowances } from './allowance';
import { type Instance, totalWeight } from './instance';
import type { Rational } from './rational';

/** Mistakes of the empty rule set: the weight of all positives. */
export function emptyMistakes({ n, labels, weights }: Instance): number {
  if (!weights) return countBits(labels);
  let sum = 0;
  for (let i = 0; i < n; i++) if (hasBit(labels, i)) sum += weights[i];
  return sum;
}

/** Whether the empty rule set is a member. */
export const emptyFeasible = (instance: Instance, lambda: Rational, theta: Rational): boolean =>
  emptyMistakes(instance) <= allowances(totalWeight(instance), 0, lambda, theta)[0];
