import type { Job } from '../job';
import type { Engine, JobInput, JobName, JobResult } from './jobs';

/** An engine with several hands: a pool, or something that behaves like one. */
export interface Crew extends Engine {
  /** The most jobs that run at the same time. */
  readonly size: number;
  /** What takes one hand less time than this is not shared out; 30 ms unless told. */
  readonly patience?: number;
  /** Makes all hands ready, where that takes time. */
  readonly ready?: () => Promise<void>;
}

/** What is known while the parts run: what each has told last. */
type Partials = readonly unknown[];

/**
 * Runs a job `of` times, as often at once as the crew has hands; whoever is done takes the next. `input` is asked for when a
 * run begins, with the results so far. The first failure stops all.
 */
export async function runAll<K extends JobName>(
  crew: Crew,
  name: K,
  of: number,
  input: (i: number, done: readonly JobResult<K>[]) => JobInput<K>,
  job: Job = {},
  look?: (partials: Partials) => unknown,
): Promise<JobResult<K>[]> {
  const stop = new AbortController();
  const signal = job.signal ? AbortSignal.any([job.signal, stop.signal]) : stop.signal;
  const results: JobResult<K>[] = [];
  const done: JobResult<K>[] = [];
  const fractions = new Float64Array(of);
  const partials: unknown[] = [];
  const tell = () =>
    job.onProgress?.({ fraction: fractions.reduce((a, b) => a + b, 0) / of, partial: look?.(partials) });
  let next = 0;

  const takeTurns = async () => {
    while (next < of) {
      const i = next++;
      const onProgress = ({ fraction, partial }: { fraction: number; partial?: unknown }) => {
        fractions[i] = fraction;
        partials[i] = partial;
        tell();
      };
      results[i] = await crew.run(name, input(i, done), { signal, onProgress: job.onProgress && onProgress });
      done.push(results[i]);
      fractions[i] = 1;
      tell();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(crew.size, of) }, takeTurns));
  } catch (error) {
    stop.abort(error);
    throw error;
  }
  return results;
}
