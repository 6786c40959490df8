import { type Job, pacer } from '../job';

/** Which trials to run: numbers from, from + 1, …, from + trials − 1 of the stream that the seed names. */
export interface TrialSpan {
  readonly seed: number;
  /** Default 0. To get more, go on where the last span ended, and add the tallies. */
  readonly from?: number;
  readonly trials: number;
}

export interface Tally {
  readonly trials: number;
  readonly successes: number;
}

export const addTallies = (a: Tally, b: Tally): Tally => ({
  trials: a.trials + b.trials,
  successes: a.successes + b.successes,
});

/** Wilson's score interval for a chance measured by a tally; z = 1.96 covers 95 %. [0, 1] before any trial. */
export function wilson({ trials, successes }: Tally, z = 1.959963984540054): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const p = successes / trials;
  const z2 = (z * z) / trials;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials));
  return [successes === 0 ? 0 : middle - half, successes === trials ? 1 : middle + half];
}

/**
 * Runs the same span of trials at every place, in turns, so that all estimates tighten together. Trial t of a place
 * depends on the seed, the place and t alone: spans can be cut and spread over threads at will, the tallies add up to
 * the same.
 */
export async function runTrials<Place>(
  places: readonly Place[],
  { from = 0, trials }: TrialSpan,
  trial: (place: Place, index: number) => boolean,
  { signal, onProgress }: Job<Tally[]> = {},
): Promise<Tally[]> {
  const done = new Array<number>(places.length).fill(0);
  const successes = new Array<number>(places.length).fill(0);
  const tallies = () => places.map((_, p) => ({ trials: done[p], successes: successes[p] }));
  const pace = pacer(signal);
  for (let t = 0; t < trials; t++)
    for (let p = 0; p < places.length; p++) {
      const pause = pace();
      if (pause) {
        await pause;
        onProgress?.({ fraction: (t + p / places.length) / trials, partial: tallies() });
      }
      if (trial(places[p], from + t)) successes[p]++;
      done[p]++;
    }
  onProgress?.({ fraction: 1, partial: tallies() });
  return tallies();
}
