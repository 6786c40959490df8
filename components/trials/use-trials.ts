import { useEffect, useRef, useState } from 'react';
import { addTallies, type Tally, type TrialSpan } from '../../engine/cover/trials';
import type { Engine } from '../../engine/worker/jobs';
import { sayProblem } from '../problem';
import { runInParts } from './parts';

/** Runs the same span of trials at some places. */
export type RunTrials<Place> = (
  engine: Engine,
  places: readonly Place[],
  span: Required<TrialSpan>,
  signal: AbortSignal,
) => Promise<readonly Tally[]>;

interface Options<Place> {
  /** Where something is measured. Other places, or another seed, start anew. */
  readonly places: readonly Place[];
  readonly seed: number;
  /** Trials wanted at every place; the run ends there. */
  readonly goal: number;
  /** What the build measured, by `placeName`. */
  readonly initial: Readonly<Record<string, Tally>>;
  readonly run: RunTrials<Place>;
}

export interface Trials<Place> {
  /** What is known of a place: never more than `goal` trials, or than the build made. */
  readonly tally: (place: Place) => Tally;
  /** Trials that every place has. */
  readonly done: number;
  readonly running: boolean;
  readonly problem: string | null;
}

/** A piece of work lasts about this long, so that dots move often and a pause takes effect soon. */
const PIECE_MS = 100;

const NONE: Tally = { trials: 0, successes: 0 };

/** One name for each experiment. */
export const placeName = (place: object, seed: number): string => [...Object.values(place), seed].join();

/**
 * Trials at many places, streamed: each piece asks the engine for the next trials of the places that have the fewest.
 * Trial i of a place is the same whatever the pieces, so the goal fixes every number. The default state has its trials
 * from the build: nothing runs until the reader asks for more, and what runs ends at the goal.
 */
export function useTrials<Place extends object>(options: Options<Place>): Trials<Place> {
  const { places, seed, goal, initial } = options;
  const names = places.map((place) => placeName(place, seed));
  const key = names.join(' ');
  const [known, setKnown] = useState({ key, tallies: {} as Readonly<Record<string, Tally>> });
  const [failure, setFailure] = useState({ key, goal, text: '' });
  const latest = useRef(options);
  latest.current = options;

  const read = (name: string, tallies: Readonly<Record<string, Tally>>): Tally => {
    const tally = tallies[name];
    return tally && tally.trials <= goal ? tally : (initial[name] ?? NONE);
  };
  const current = known.key === key ? known.tallies : {};
  const done = Math.min(goal, ...names.map((name) => read(name, current).trials));
  const problem = failure.text !== '' && failure.key === key && failure.goal === goal ? failure.text : null;
  const running = done < goal && problem === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for places and seed; what is known is read once, then kept
  useEffect(() => {
    if (!running) return;
    const controller = new AbortController();
    const { signal } = controller;

    async function measure() {
      let tallies = current;
      // trials times places of the next piece, and the time that a piece takes beside its trials
      let size = 1;
      let overhead = Number.POSITIVE_INFINITY;
      for (;;) {
        const counts = names.map((name) => read(name, tallies).trials);
        const from = Math.min(...counts);
        if (from >= goal || signal.aborted) return;
        const group = places.filter((_, i) => counts[i] === from);
        const next = Math.min(goal, ...counts.filter((count) => count > from));
        const trials = Math.min(next - from, Math.max(1, Math.floor(size / group.length)));
        const start = performance.now();
        const more = await runInParts((engine, part, span) => latest.current.run(engine, part, span, signal), group, {
          seed,
          from,
          trials,
        });
        if (signal.aborted) return;
        const took = performance.now() - start;
        overhead = Math.min(overhead, took);
        const growth = PIECE_MS / Math.max(PIECE_MS / 4, took - overhead);
        size = Math.max(1, trials * group.length * Math.max(0.5, growth));
        const sums = group.map((place, i) => {
          const name = placeName(place, seed);
          return [name, addTallies(read(name, tallies), more[i])] as const;
        });
        tallies = { ...tallies, ...Object.fromEntries(sums) };
        setKnown({ key, tallies });
      }
    }
    measure().catch((error: unknown) => {
      if (!signal.aborted) setFailure({ key, goal, text: sayProblem(error) });
    });
    return () => controller.abort();
  }, [running, goal, key]);

  return { tally: (place) => read(placeName(place, seed), current), done, running, problem };
}
