import { separableChance } from '../../engine/cover/chance';
import { featureCount } from '../../engine/cover/lifting';
import { chanceText } from '../trials/chance-text';
import type { Lifted } from './curve';
import { PATTERNS, type State } from './state';

/** Below this share of coin labels, that a curve separates says something of the labels. */
const RARE = 0.05;

/** What the board shows, and what it is worth. */
export function noteOf({ n, degree, labels }: State, { separable, witnesses }: Lifted): string {
  const features = featureCount(degree);
  const chance = separableChance(n, features);
  const coins = chanceText(chance, n <= features);
  if (!separable) {
    const who = witnesses.length < n ? `even the ${witnesses.length} ringed points` : 'these points';
    return `No curve of degree ${degree} separates ${who}.`;
  }
  if (labels === 'coin') return `Separated, though a coin made the labels: ${features} features for ${n} points.`;
  const pattern = `Separated (${PATTERNS[labels]}).`;
  return chance < RARE
    ? `${pattern} Only ${coins} of coin-tossed labels would be: this says something.`
    : `${pattern} But so would be ${coins} of coin-tossed labels: this says ${chance > 0.5 ? 'next to nothing' : 'little'}.`;
}
