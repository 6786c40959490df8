import { availableParallelism } from 'node:os';
import type { Threshold } from '../ers/threshold';
import type { Job } from '../job';
import { type NodeCrew, nodeCrew } from '../worker/node-pool';
import { type Arguments, flag, integer, type Option, optional, required } from './command';
import { progressJob } from './output';

export const INSTANCE = 'instance.json';

export const LAMBDA: Record<string, Option> = {
  lambda: { value: 'NUMBER', help: 'price of a rule, read exactly: 0.01 or 1/100' },
};

export const THRESHOLD: Record<string, Option> = {
  ...LAMBDA,
  theta: { value: 'NUMBER', help: 'members have objective ≤ θ' },
  epsilon: { value: 'NUMBER', help: 'θ = f* + ε, f* being the least objective over non-empty rule sets' },
  relative: { value: true, help: 'θ = (1 + ε)·f* instead' },
  'exclude-empty': { value: true, help: 'leave out the empty rule set, even when it is a member' },
};

export const JSON_PROGRESS: Record<string, Option> = {
  json: { value: true, help: 'progress as lines of JSON on standard error' },
};

/** More threads than this are only taken on request. */
const MOST_THREADS = 8;

export const RUNNING: Record<string, Option> = {
  threads: { value: 'N', help: `how many threads may be used (those of the machine, up to ${MOST_THREADS})` },
  ...JSON_PROGRESS,
};

export const SEED: Record<string, Option> = {
  seed: { value: 'N', help: 'the same seed gives the same answer, whatever the threads (1)' },
};

export const seedOf = (args: Arguments): number => integer(args, 'seed', 0) ?? 1;

export function thresholdOf(args: Arguments): Threshold & { includeEmpty: boolean } {
  return {
    lambda: required(args, 'lambda'),
    theta: optional(args, 'theta'),
    epsilon: optional(args, 'epsilon'),
    relative: flag(args, 'relative'),
    includeEmpty: !flag(args, 'exclude-empty'),
  };
}

/** Runs long work with progress on the terminal. */
export async function withProgress<T>(args: Arguments, work: (job: Job<{ count: number }>) => Promise<T>): Promise<T> {
  const { job, done } = progressJob(flag(args, 'json'));
  try {
    return await work(job);
  } finally {
    done();
  }
}

export const threadsOf = (args: Arguments): number =>
  integer(args, 'threads') ?? Math.min(availableParallelism(), MOST_THREADS);

/** Runs long work with as many threads as may be used. */
export async function withThreads<T>(args: Arguments, work: (crew: NodeCrew, job: Job) => Promise<T>): Promise<T> {
  const crew = nodeCrew(threadsOf(args));
  try {
    return await withProgress(args, (job) => work(crew, job));
  } finally {
    crew.close();
  }
}
