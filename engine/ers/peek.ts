import { wordsFor } from '../bits/bitset';
import type { Instance } from './instance';
import { classesOf } from './space';

const MOST_NODES = 20_000;

/** Of a diagram's time most goes into the gains of the rules that are left at each node: words looked at, in a second or two. */
const WORDS = 300_000_000;

/** The nodes that a diagram may have which is only tried: tenths of a second mostly, whatever the number of points and rules. */
export function nodesToTry(instance: Instance): number {
  const words = wordsFor(classesOf(instance).signatures.length) * instance.rules.length;
  return Math.min(MOST_NODES, Math.ceil(WORDS / Math.max(words, 1)));
}
