import {
  type ApproxCountOptions,
  type ApproxCountResult,
  type CountTrial,
  endApproxCount,
  trialsOf,
} from '../ers/approx-count';
import { countParameters } from '../ers/approx-count-parameters';
import { type AutoCountOptions, type AutoCountResult, countAuto } from '../ers/choose';
import type { CountOptions, CountResult, CountSoFar } from '../ers/count';
import type { EnumerateOptions, EnumerateResult } from '../ers/enumerate';
import { type Instance, totalWeight } from '../ers/instance';
import { mergeModels } from '../ers/merge-models';
import { listModels } from '../ers/models';
import { partOf, stretch, WHOLE } from '../ers/part';
import { phase } from '../ers/phases';
import { formatRational } from '../ers/rational';
import { type SampleOptions, type SampleResult, TOLERANCE } from '../ers/sample';
import type { Job } from '../job';
import { type Crew, runAll } from './crew';
import type { Question } from './pieces';
import { share } from './shared';

/** Parts differ in size: with several for each hand, all are busy to the end. */
const PARTS_A_HAND = 16;

const PATIENCE_MS = 30;

const modelsSoFar = (partials: readonly unknown[]): CountSoFar => ({
  count: partials.reduce<number>((sum, partial) => sum + ((partial as CountSoFar | undefined)?.count ?? 0), 0),
});

/** Adds up what the parts have counted. */
function addCounts(parts: readonly CountResult[], threads: number): CountResult {
  const longest = Math.max(...parts.map(({ bySize }) => bySize.length));
  return {
    ...parts[0],
    count: parts.reduce((sum, part) => sum + part.count, 0n),
    bySize: Array.from({ length: longest }, (_, size) =>
      parts.reduce((sum, { bySize }) => sum + (bySize[size] ?? 0n), 0n),
    ),
    nodes: parts.reduce((sum, part) => sum + part.nodes, 0),
    threads,
  };
}

/**
 * What one hand can do in a short time, and until the others are ready, or what a single hand can do at all: the result, or
 * null.
 */
async function alone<T>(crew: Crew, job: Job, work: (job: Job) => Promise<T>): Promise<{ result: T } | null> {
  if (crew.size === 1) return { result: await work(job) };
  const enough = new AbortController();
  const timer = setTimeout(async () => {
    await crew.ready?.();
    enough.abort();
  }, crew.patience ?? PATIENCE_MS);
  const signal = job.signal ? AbortSignal.any([job.signal, enough.signal]) : enough.signal;
  try {
    return { result: await work({ signal }) };
  } catch (error) {
    if (enough.signal.aborted && !job.signal?.aborted) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs work in parts; null, as soon as it is known, when there are more than `most` models. */
async function upTo<T extends CountResult>(
  most: number,
  job: Job,
  work: (job: Job) => Promise<readonly T[]>,
): Promise<readonly T[] | null> {
  const enough = new AbortController();
  const signal = job.signal ? AbortSignal.any([job.signal, enough.signal]) : enough.signal;
  const onProgress: Job['onProgress'] = (progress) => {
    job.onProgress?.(progress);
    if ((progress.partial as CountSoFar).count > most) enough.abort();
  };
  try {
    const parts = await work({ signal, onProgress });
    return parts.reduce((sum, part) => sum + part.count, 0n) > most ? null : parts;
  } catch (error) {
    if (enough.signal.aborted && !job.signal?.aborted) return null;
    throw error;
  }
}

/** `countUpTo`, in parts when it takes long. */
async function countInParts(
  crew: Crew,
  instance: Instance,
  options: CountOptions,
  most: number,
  job: Job = {},
): Promise<CountResult | null> {
  const shared = share(instance);
  const quick = await alone(crew, job, (own) => crew.run('countUpTo', { shared, options: { ...options, most } }, own));
  if (quick) return quick.result;
  const of = PARTS_A_HAND * crew.size;
  const input = (index: number) => ({
    shared,
    options: { ...options, part: partOf(options.part ?? WHOLE, { index, of }) },
  });
  const parts = await upTo(most, job, (own) => runAll(crew, 'countPart', of, input, own, modelsSoFar));
  return parts && addCounts(parts, crew.size);
}

/** `countAuto` with all hands: the search falls into parts. The same answer as on one thread. */
export const countWithPool = (
  crew: Crew,
  instance: Instance,
  options: AutoCountOptions,
  job?: Job,
): Promise<AutoCountResult> =>
  countAuto(instance, options, job, {
    threshold: (instance, options, job) => crew.run('findThreshold', { shared: share(instance), options }, job),
    compiled: (instance, options, job) => crew.run('countCompiled', { shared: share(instance), options }, job),
    upTo: (instance, options, most, job) => countInParts(crew, instance, options, most, job),
    approximate: (instance, options, job) => approxCountWithPool(crew, instance, options, job),
  });

/**
 * `enumerate` with all hands: every part is listed and sorted for itself, and the lists are merged on this thread. A uniform
 * sample of a set beyond the budget depends on the order of the whole search, which one hand does then.
 */
export async function enumerateWithPool(
  crew: Crew,
  instance: Instance,
  options: EnumerateOptions,
  job: Job = {},
): Promise<EnumerateResult> {
  const began = performance.now();
  const shared = share(instance);
  const { budget = 2_000_000, limit, part = WHOLE } = options;
  const { lambda, theta, best: found } = await crew.run('findThreshold', { shared, options }, phase(job, 0, 0.1));
  const question = { ...options, epsilon: undefined, theta: formatRational(theta) };
  const finish = (result: EnumerateResult): EnumerateResult => ({
    ...result,
    ...(found && { optimum: found.optimum }),
    nodes: result.nodes + (found?.nodes ?? 0),
    ms: performance.now() - began,
  });
  const whole = (own: Job) => crew.run('listPart', { shared, options: question }, own);
  const quick = await alone(crew, phase(job, 0.1, 1), whole);
  if (quick) return finish(quick.result);

  const of = PARTS_A_HAND * crew.size;
  const input = (index: number) => ({ shared, options: { ...question, part: partOf(part, { index, of }) } });
  const best = limit !== undefined && limit <= budget;
  const parts = await upTo(best ? Number.POSITIVE_INFINITY : budget, phase(job, 0.1, 0.9), (own) =>
    runAll(crew, 'listPart', of, input, own, modelsSoFar),
  );
  if (!parts) return finish(await whole(phase(job, 0.1, 1)));
  const counted = addCounts(parts, crew.size);
  const models = mergeModels(
    parts.map((listed) => listed.models),
    totalWeight(instance),
    lambda,
    limit,
  );
  const complete = BigInt(models.length) === counted.count;
  return finish({ ...parts[0], ...counted, models, listed: complete ? 'all' : 'best', complete });
}

/** `approxCount` with all hands: each trial runs on its own. */
export async function approxCountWithPool(
  crew: Crew,
  instance: Instance,
  options: ApproxCountOptions,
  job: Job = {},
): Promise<ApproxCountResult> {
  const began = performance.now();
  const shared = share(instance);
  const start = await crew.run('beginApproxCount', { shared, options }, phase(job, 0, 0.1));
  const { eps, delta, seed, part, lambda, includeEmpty = false } = options;
  const numbers = start.counted === null ? trialsOf(countParameters(eps, delta).trials, part) : [];
  const question = { lambda, theta: formatRational(start.theta), includeEmpty };
  // Trials end with about the same number of constraints: where one has ended, the next begin.
  const input = (i: number, done: readonly CountTrial[]) => ({
    shared,
    options: { ...question, eps, delta, seed, trial: numbers[i], guess: done.at(-1)?.constraints },
  });
  const trials = await runAll(crew, 'runTrial', numbers.length, input, phase(job, 0.1, 1));
  return {
    ...endApproxCount(start, options, trials),
    ms: performance.now() - began,
    threads: Math.max(1, Math.min(crew.size, trials.length)),
  };
}

/** `sample` with all hands: UniGen's draws are made on their own. Whatever else draws needs the whole first, and is quick then. */
export async function sampleWithPool(
  crew: Crew,
  instance: Instance,
  options: SampleOptions,
  job: Job = {},
): Promise<SampleResult> {
  const began = performance.now();
  const shared = share(instance);
  const { k, method, seed = 1, tolerance = TOLERANCE, several, part = WHOLE, lambda, includeEmpty = false } = options;
  if (method !== 'approx') return crew.run('drawAll', { shared, options }, job);
  const { theta, best } = await crew.run('findThreshold', { shared, options }, phase(job, 0, 0.1));
  const question: Question = { lambda, theta: formatRational(theta), includeEmpty };
  const ask = { ...question, tolerance, seed };
  const prepared = await crew.run('prepareDraws', { shared, options: ask }, phase(job, 0.1, 0.3));
  const { from, to } = stretch(k, part);
  const of = Math.max(1, Math.min(PARTS_A_HAND * crew.size, to - from));
  const input = (index: number) => {
    const own = stretch(to - from, { index, of });
    return { shared, options: { ...question, prepared, several, from: from + own.from, to: from + own.to } };
  };
  const drawn = await runAll(crew, 'drawPart', of, input, phase(job, 0.3, 1));
  return {
    models: listModels(drawn.flatMap(({ models }) => models)),
    method: prepared.all ? 'list' : 'UniGen',
    uniformity: prepared.all ? 'exact' : { tolerance },
    theta,
    ...(best && { optimum: best.optimum }),
    seed,
    nodes: drawn.reduce((sum, { nodes }) => sum + nodes, prepared.nodes),
    ms: performance.now() - began,
    threads: Math.min(crew.size, of),
  };
}
