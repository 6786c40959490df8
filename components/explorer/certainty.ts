import type { Way } from '../../engine/worker/estimate-models';
import { formatCount, formatPower, log10Of } from '../format';
import type { View } from './view';

/** Estimates are told with two digits: more would be noise. */
const DIGITS = 2;

function roundCount(digits: string): string {
  if (digits.length > 6) return formatPower(log10Of(digits));
  return formatCount(Number(Number(digits).toPrecision(DIGITS)));
}

/** The number of members as it is said: "2,879", or "about 3.1 × 10¹²" for an estimate. */
export const countWords = (count: string, exact: boolean): string =>
  exact ? formatCount(BigInt(count)) : `about ${roundCount(count)}`;

/** How far shares of a uniform sample are from those of all, 19 times in 20 or more often. */
const sampleError = (listed: number): string => `±${+(100 / Math.sqrt(listed)).toFixed(1)} points`;

/** What an estimate promises; null where an exact count was asked for. */
export function promiseWords(
  { certainty, optimum }: Pick<View, 'certainty' | 'optimum'>,
  way: Way | null,
): string | null {
  const { exact, guarantee, spread, proven } = certainty;
  if (way && exact) return 'Exact after all: the set is small enough to be compiled.';
  const parts: string[] = [];
  if (guarantee)
    parts.push(
      `An estimate: right within a factor of ${+(1 + guarantee.eps).toFixed(2)} with a probability of at least ${Math.round(100 * (1 - guarantee.delta))}%.`,
    );
  else if (spread)
    parts.push(
      `A quick look, which promises nothing: four independent runs said ${roundCount(spread[0])} to ${roundCount(spread[1])}.`,
    );
  if (!exact && !proven)
    parts.push(
      `The best objective found is ${optimum.value.toFixed(4)}; that there is none better was not proven in the time given.`,
    );
  return parts.length > 0 ? parts.join(' ') : null;
}

/** What the models are that are looked at, where they are not all there are; null where they are. */
export function sampleWords(view: Pick<View, 'complete' | 'listed' | 'count' | 'certainty'>): string | null {
  const { complete, listed, count, certainty } = view;
  if (complete) return null;
  const from = `From ${formatCount(listed)} of ${countWords(count, certainty.exact)} models`;
  const error = `shares are right to ${sampleError(listed)}`;
  const { uniformity } = certainty;
  if (uniformity === 'exact') return `${from}, drawn uniformly: ${error}.`;
  if (uniformity)
    return `${from}, drawn nearly uniformly (each with a chance within a factor of ${1 + uniformity.tolerance} of any other’s): at best ${error}.`;
  return `${from}, those where random walks ended, without a promise that all come equally often: at best ${error}.`;
}
