import { wordsFor } from '../bits/bitset';
import { type Space, weigh } from './space';

/**
 * Tells the mistakes of rule sets, beyond the unavoidable ones, near one that it holds: a change costs a pass over what the rules
 * concerned capture. Rule sets are lists of positions.
 */
export interface Weigher {
  /** Holds a rule set; gives its mistakes, which are not weighed where they are told. */
  hold(positions: ArrayLike<number>, mistakes?: number): number;
  /** The mistakes of the set that is held without the rule at position `out` and with the one at `more`; −1 is none. */
  weighWith(more: number, out?: number): number;
}

export function createWeigher({ captured, positives, negatives, live, missed }: Space): Weigher {
  const net = negatives.map((weight, i) => weight - positives[i]);
  const held = new Uint32Array(wordsFor(live[0]));
  /** What no more than one rule captures. */
  const once = new Uint32Array(held.length);
  let heldMistakes = 0;
  return {
    hold(positions, mistakes) {
      held.fill(0);
      once.fill(0xffffffff);
      for (let i = 0; i < positions.length; i++) {
        const rule = captured[positions[i]];
        for (let w = 0; w < rule.length; w++) {
          once[w] &= ~(held[w] & rule[w]);
          held[w] |= rule[w];
        }
      }
      heldMistakes = mistakes ?? missed;
      if (mistakes === undefined)
        for (let w = 0; w < held.length; w++) if (held[w] !== 0) heldMistakes += weigh(net, held[w], w);
      return heldMistakes;
    },
    weighWith(more, out = -1) {
      let mistakes = heldMistakes;
      if (more >= 0) {
        const rule = captured[more];
        for (let w = 0; w < rule.length; w++) {
          const added = rule[w] & ~held[w];
          if (added !== 0) mistakes += weigh(net, added, w);
        }
      }
      if (out >= 0) {
        const rule = captured[out];
        const other = more >= 0 ? captured[more] : [];
        const shared = Math.min(rule.length, other.length);
        for (let w = 0; w < rule.length; w++) {
          const freed = rule[w] & once[w] & (w < shared ? ~other[w] : -1);
          if (freed !== 0) mistakes -= weigh(net, freed, w);
        }
      }
      return mistakes;
    },
  };
}
