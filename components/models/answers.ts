import { type BitSet, emptyBits, hasBit, orInto } from '../../engine/bits/bitset';
import type { Instance } from '../../engine/ers/instance';

/** The points that a rule set predicts positive. */
export function predict(instance: Instance, rules: Iterable<number>): BitSet {
  const said = emptyBits(instance.n);
  for (const j of rules) orInto(said, instance.rules[j].captured);
  return said;
}

/** The weight of the points on which the answers are wrong. */
export function weightOfMistakes(instance: Instance, said: BitSet): number {
  let mistakes = 0;
  for (let i = 0; i < instance.n; i++) {
    if (hasBit(said, i) !== hasBit(instance.labels, i)) mistakes += instance.weights ? instance.weights[i] : 1;
  }
  return mistakes;
}
