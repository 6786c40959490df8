import { wordsFor } from '../bits/bitset';
import { type Space, weigh } from './space';

/** Tells the mistakes of rule sets beyond the unavoidable ones. Rule sets are the first `size` positions of a list. */
export interface Weigher {
  /** In one pass over what all its rules capture. */
  weigh(positions: ArrayLike<number>, size: number): number;
  /** Holds a rule set, to be asked for what it costs with one rule more, in one pass over what that rule captures. */
  hold(positions: ArrayLike<number>, size: number): void;
  weighWith(position: number): number;
}

export function createWeigher({ captured, positives, negatives, live, missed }: Space): Weigher {
  const net = negatives.map((weight, i) => weight - positives[i]);
  const union = new Uint32Array(wordsFor(live[0]));
  const held = new Uint32Array(union.length);
  let heldMistakes = 0;

  /** Writes what the rules capture, and tells how many words that are. */
  const unite = (positions: ArrayLike<number>, size: number): number => {
    let reach = 0;
    for (let i = 0; i < size; i++) {
      const rule = captured[positions[i]];
      const { length } = rule;
      const shared = Math.min(reach, length);
      for (let w = 0; w < shared; w++) union[w] |= rule[w];
      for (let w = shared; w < length; w++) union[w] = rule[w];
      if (length > reach) reach = length;
    }
    return reach;
  };
  const weighUnion = (reach: number): number => {
    let mistakes = missed;
    for (let w = 0; w < reach; w++) if (union[w] !== 0) mistakes += weigh(net, union[w], w);
    return mistakes;
  };
  return {
    weigh: (positions, size) => weighUnion(unite(positions, size)),
    hold(positions, size) {
      const reach = unite(positions, size);
      heldMistakes = weighUnion(reach);
      held.fill(0);
      held.set(union.subarray(0, reach));
    },
    weighWith(position) {
      const rule = captured[position];
      let mistakes = heldMistakes;
      for (let w = 0; w < rule.length; w++) {
        const more = rule[w] & ~held[w];
        if (more !== 0) mistakes += weigh(net, more, w);
      }
      return mistakes;
    },
  };
}
