import fc from 'fast-check';
import { type BitSet, countBits, emptyBits, hasBit, setBit } from '../bits/bitset';
import { createRandom } from '../random';
import { objective } from './allowance';
import { type Instance, totalWeight } from './instance';
import { type ModelList, modelRules } from './model-list';
import { compare, formatRational, parseRational, type Rational } from './rational';

/** For tests: instances with all that can go wrong in them, and every rule set of an instance, looked at one by one. */

function drawBits(n: number, density: number, uniform: () => number): BitSet {
  const bits = emptyBits(n);
  for (let i = 0; i < n; i++) if (uniform() < density) setBit(bits, i);
  return bits;
}

interface Recipe {
  readonly seed: number;
  readonly n: number;
  /** One rule for each: the share of points that it captures. */
  readonly densities: readonly number[];
  readonly positives: number;
  readonly duplicates: boolean;
  /** The heaviest weight; 0 for none. */
  readonly heaviest: number;
}

export function drawInstance({ seed, n, densities, positives, duplicates, heaviest }: Recipe): Instance {
  const { uniform, below } = createRandom(seed);
  const captured = densities.map((density) => drawBits(n, density, uniform));
  for (let j = 0; duplicates && j < captured.length; j++) if (below(3) === 0) captured[j] = captured[below(j + 1)];
  return {
    n,
    labels: drawBits(n, positives, uniform),
    weights: heaviest ? Float64Array.from({ length: n }, () => 1 + Math.floor(uniform() * heaviest)) : null,
    rules: captured.map((bits, j) => ({ name: `r${j}`, captured: bits })),
  };
}

/** Empty and full rules, duplicates, one class only, equal points, weights, any n from 1 and m from 0. */
export const instances = ({ maxPoints = 80, maxRules = 8 } = {}): fc.Arbitrary<Instance> =>
  fc
    .record({
      seed: fc.nat(),
      n: fc.integer({ min: 1, max: maxPoints }),
      densities: fc.array(fc.constantFrom(0, 0.05, 0.2, 0.5, 0.8, 1), { maxLength: maxRules }),
      positives: fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
      duplicates: fc.boolean(),
      heaviest: fc.constantFrom(0, 1, 3, 1000, 2 ** 40),
    })
    .map(drawInstance);

/** 14 rules, all different: 16,383 non-empty rule sets. */
export const fourteenRules: Instance = drawInstance({
  seed: 3,
  n: 60,
  densities: Array(14).fill(0.2),
  positives: 0.5,
  duplicates: false,
  heaviest: 0,
});

export interface CountedModel {
  readonly rules: number[];
  readonly mistakes: number;
  readonly objective: Rational;
}

const compareLists = (a: number[], b: number[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
};

function mistakesOf({ labels, weights, rules }: Instance, set: number[]): number {
  const wrong = labels.slice();
  for (let w = 0; w < wrong.length; w++) wrong[w] ^= set.reduce((union, j) => union | rules[j].captured[w], 0);
  if (!weights) return countBits(wrong);
  return weights.reduce((sum, weight, i) => (hasBit(wrong, i) ? sum + weight : sum), 0);
}

/** Every rule set, the empty one first, then in canonical order. */
export function everyModel(instance: Instance, lambda: string): CountedModel[] {
  const W = totalWeight(instance);
  const price = parseRational(lambda);
  const models = Array.from({ length: 2 ** instance.rules.length }, (_, subset): CountedModel => {
    const rules = instance.rules.flatMap((_, j) => ((subset >>> j) & 1 ? [j] : []));
    const mistakes = mistakesOf(instance, rules);
    return { rules, mistakes, objective: objective(W, price, mistakes, rules.length) };
  });
  const [empty, ...others] = models;
  others.sort(
    (a, b) => compare(a.objective, b.objective) || a.rules.length - b.rules.length || compareLists(a.rules, b.rules),
  );
  return [empty, ...others];
}

/** A λ, and a θ that is often just the objective of some rule set: a tie. */
export const thresholds = (instance: Instance): fc.Arbitrary<{ lambda: string; theta: string }> =>
  fc.constantFrom('0', '0.01', '.05', '0.1', '1/7', '0.3', '2').chain((lambda) => {
    const models = everyModel(instance, lambda);
    return fc
      .oneof(
        fc.nat(models.length - 1).map((k) => formatRational(models[k].objective)),
        fc.constantFrom('-0.1', '0', '0.2', '0.5', '0.999', '1', '1.5', '7'),
      )
      .map((theta) => ({ lambda, theta }));
  });

/** The members among all models, without the empty one. */
export const membersOf = (models: CountedModel[], theta: string): CountedModel[] =>
  models.slice(1).filter((model) => compare(model.objective, parseRational(theta)) <= 0);

export const listed = (list: ModelList): { rules: number[]; mistakes: number }[] =>
  Array.from({ length: list.length }, (_, k) => ({ rules: [...modelRules(list, k)], mistakes: list.mistakes[k] }));
