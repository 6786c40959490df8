import fc from 'fast-check';
import { emptyBits, hasBit, setBit } from '../bits/bitset';
import { createRandom } from '../random';
import { allowances } from './allowance';
import { type Instance, totalWeight } from './instance';
import type { Model } from './models';
import { parseRational } from './rational';

/** For tests: the mistakes of a rule set, point by point. */
export function mistakesOf(instance: Instance, rules: readonly number[]): number {
  let mistakes = 0;
  for (let i = 0; i < instance.n; i++) {
    const yes = rules.some((j) => hasBit(instance.rules[j].captured, i));
    if (yes !== hasBit(instance.labels, i)) mistakes += instance.weights?.[i] ?? 1;
  }
  return mistakes;
}

/** For tests: all non-empty members, by trying every rule set. */
export function listByBruteForce(instance: Instance, lambda: string, theta: string): Model[] {
  const m = instance.rules.length;
  const allowed = allowances(totalWeight(instance), m, parseRational(lambda), parseRational(theta));
  const members: Model[] = [];
  for (let set = 1; set < 2 ** m; set++) {
    const rules = [...Array(m).keys()].filter((j) => (set >> j) & 1);
    const mistakes = mistakesOf(instance, rules);
    if (mistakes <= allowed[rules.length]) members.push({ rules, mistakes });
  }
  return members;
}

export interface RandomQuestion {
  readonly instance: Instance;
  readonly lambda: string;
  readonly theta: string;
}

/**
 * For tests: small instances with all that is awkward: ties at θ, duplicate, empty and full rules, one class, equal points with
 * contradicting labels, weights, λ = 0, θ below the optimum and above 1.
 */
export function randomQuestion(seed: number): RandomQuestion {
  const random = createRandom(seed, 77);
  const n = 1 + random.below(14);
  const m = random.below(9);
  const bits = (density: number) => {
    const set = emptyBits(n);
    for (let i = 0; i < n; i++) if (random.uniform() < density) setBit(set, i);
    return set;
  };
  const rules = Array.from({ length: m }, (_, j) => ({ name: `rule ${j}`, captured: bits(random.below(7) / 6) }));
  if (m > 1 && random.below(4) === 0) rules[m - 1] = { ...rules[0], name: 'twin' };
  const weights = random.below(3) === 0 ? Float64Array.from({ length: n }, () => 1 + random.below(5)) : null;
  const lambdas = ['0', '0.05', '1/7', '0.1', '0.003', '0.25', '1'];
  return {
    instance: { n, labels: bits(random.below(5) / 4), weights, rules },
    lambda: lambdas[random.below(lambdas.length)],
    theta: random.below(2) === 0 ? `${random.below(2 * n + 1)}/${n}` : `${random.below(150)}/100`,
  };
}

/** For tests: random questions for fast-check. */
export const question = fc.nat().map(randomQuestion);
