import { wordsFor } from '../bits/bitset';
import { type Space, weigh } from './space';

/** Tells the mistakes of any rule set, given by positions, beyond the unavoidable ones: one pass over what its rules capture. */
export function createWeigher({ captured, positives, negatives, live, missed }: Space) {
  const net = negatives.map((weight, i) => weight - positives[i]);
  const union = new Uint32Array(wordsFor(live[0]));
  return (positions: readonly number[]): number => {
    union.fill(0);
    let reach = 0;
    for (const p of positions) {
      const rule = captured[p];
      for (let w = 0; w < rule.length; w++) union[w] |= rule[w];
      reach = Math.max(reach, rule.length);
    }
    let mistakes = missed;
    for (let w = 0; w < reach; w++) if (union[w] !== 0) mistakes += weigh(net, union[w], w);
    return mistakes;
  };
}
