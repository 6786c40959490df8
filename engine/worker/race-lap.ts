import { compile } from '../ers/compile';
import { count } from '../ers/count';
import { distribution, totalCount } from '../ers/diagram-count';
import type { Instance } from '../ers/instance';
import { type Bounds, referenceSearch } from '../ers/reference';
import type { Job } from '../job';
import { recall, type SharedInstance } from './shared';

/** Ways to the same count. */
export type Runner = 'brute' | 'published' | 'depth' | 'compiled';

export interface LapInput {
  readonly runner: Runner;
  readonly shared: SharedInstance;
  readonly lambda: string;
  readonly theta: string;
  /** Milliseconds; null for once, within a budget of work, which is the same on every machine. */
  readonly limitMs: number | null;
}

export interface Lap {
  /** Members; a lower bound when the lap was not completed. */
  readonly count: bigint;
  /** Rule sets, or states of the diagram, looked at. */
  readonly work: number;
  readonly complete: boolean;
  /** Of one run, from so many. */
  readonly ms: number;
  readonly runs: number;
}

type Run = Omit<Lap, 'runs'>;

const NO_BOUNDS: Required<Bounds> = { hierarchical: false, lookAhead: false, size: false, equivalentPoints: false };

/** Budgets of work. */
const EVALUATIONS = 400_000;
const STATES = 300_000;

/** And of memory, where time is the limit. */
const MOST_STATES = 4_000_000;
const MOST_BYTES = 400_000_000;

/** Evaluations that tell about how many fit into the limit. */
const TRIAL = 20_000;

interface Question {
  readonly instance: Instance;
  readonly lambda: string;
  readonly theta: string;
  readonly limitMs: number | null;
  readonly job?: Job;
}

/** Every rule set in turn, with the bounds of the paper or with none. */
function search({ instance, lambda, theta, limitMs }: Question, bounds?: Bounds): Run {
  const run = (evaluations: number): Run => {
    const began = performance.now();
    const found = referenceSearch(instance, { lambda, theta, bounds, evaluations });
    const ms = performance.now() - began;
    return { count: BigInt(found.count), work: found.evaluations, complete: found.complete, ms };
  };
  if (limitMs === null) return run(EVALUATIONS);
  // How far one comes in the time is guessed twice: the first evaluations are slow.
  let trial = run(TRIAL);
  for (const ms of [limitMs / 10, limitMs]) {
    if (trial.complete) break;
    trial = run(Math.max(TRIAL, Math.floor((trial.work / trial.ms) * ms)));
  }
  return trial;
}

/** A signal that also comes when the time is up. */
function within({ limitMs, job }: Question): { signal?: AbortSignal; timeIsUp: () => boolean } {
  if (limitMs === null) return { signal: job?.signal, timeIsUp: () => false };
  const time = AbortSignal.timeout(limitMs);
  return {
    signal: job?.signal ? AbortSignal.any([job.signal, time]) : time,
    timeIsUp: () => time.aborted && !job?.signal?.aborted,
  };
}

/** Runs work that a signal stops; what is known when the time is up is a lower bound. */
async function timed(
  question: Question,
  work: (signal: AbortSignal | undefined, tell: (count: number) => void) => Promise<Omit<Run, 'ms'>>,
): Promise<Run> {
  const { signal, timeIsUp } = within(question);
  const began = performance.now();
  let known = 0;
  try {
    const result = await work(signal, (count) => {
      known = count;
    });
    return { ...result, ms: performance.now() - began };
  } catch (error) {
    if (!timeIsUp()) throw error;
    return { count: BigInt(known), work: 0, complete: false, ms: performance.now() - began };
  }
}

// A copy is an instance that the engine has not prepared: merging the points is part of the work.
const runners: Readonly<Record<Runner, (question: Question) => Run | Promise<Run>>> = {
  brute: (question) => search(question, NO_BOUNDS),
  published: (question) => search(question),
  depth: (question) =>
    timed(question, async (signal, tell) => {
      const { instance, lambda, theta } = question;
      const onProgress: Job<{ count: number }>['onProgress'] = ({ partial }) => tell(partial?.count ?? 0);
      const found = await count({ ...instance }, { lambda, theta }, { signal, onProgress });
      return { count: found.count, work: found.nodes, complete: true };
    }),
  compiled: (question) =>
    timed(question, async (signal) => {
      const { instance, lambda, theta, limitMs } = question;
      const budget = limitMs === null ? { maxStates: STATES } : { maxStates: MOST_STATES, maxBytes: MOST_BYTES };
      const diagram = await compile(
        { ...instance },
        { lambda, theta, ...budget, order: 'false-positives' },
        { signal },
      );
      if (diagram.outgrown) return { count: 0n, work: diagram.states, complete: false };
      return { count: totalCount(await distribution(diagram, { signal })), work: diagram.states, complete: true };
    }),
};

/** A browser's clock may tick only every millisecond: quick laps are timed by the batch, and the median batch counts. */
const BATCH_MS = 30;
const BATCHES = 5;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Milliseconds that one run takes when it is repeated, and how often it was. */
export async function timeBatches(run: () => Promise<unknown>): Promise<{ ms: number; runs: number }> {
  const means: number[] = [];
  let runs = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const began = performance.now();
    let done = 0;
    let ms = 0;
    for (; ms < BATCH_MS; ms = performance.now() - began) {
      await run();
      done++;
    }
    means.push(ms / done);
    runs += done;
  }
  return { ms: median(means), runs };
}

/** One contestant counts one set: once, or, where that is quick, often enough to be measured. */
export async function raceLap({ runner, shared, ...asked }: LapInput, job?: Job): Promise<Lap> {
  const question = { ...asked, instance: recall(shared), job };
  const first = await runners[runner](question);
  if (asked.limitMs === null || !first.complete || first.ms > BATCHES * BATCH_MS) return { ...first, runs: 1 };
  const repeated = await timeBatches(async () => {
    job?.signal?.throwIfAborted();
    await runners[runner](question);
  });
  return { ...first, ...repeated };
}
