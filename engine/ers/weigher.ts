import { wordsFor } from '../bits/bitset';
import { type Space, weigh } from './space';

/** Tells the mistakes of a rule set beyond the unavoidable ones, given by the first `size` positions of a list: one pass. */
export function createWeigher({ captured, positives, negatives, live, missed }: Space) {
  const net = negatives.map((weight, i) => weight - positives[i]);
  const union = new Uint32Array(wordsFor(live[0]));
  return (positions: ArrayLike<number>, size: number): number => {
    let reach = 0;
    for (let i = 0; i < size; i++) {
      const rule = captured[positions[i]];
      const { length } = rule;
      const shared = Math.min(reach, length);
      for (let w = 0; w < shared; w++) union[w] |= rule[w];
      for (let w = shared; w < length; w++) union[w] = rule[w];
      if (length > reach) reach = length;
    }
    let mistakes = missed;
    for (let w = 0; w < reach; w++) if (union[w] !== 0) mistakes += weigh(net, union[w], w);
    return mistakes;
  };
}
