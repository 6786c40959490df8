import { type Cost, type Job, paced, pacer } from '../job';
import { createRandom } from '../random';
import { type CountParameters, countParameters, estimateFrom } from './approx-count-parameters';
import { Cells } from './cells';
import { countUpTo } from './count-up-to';
import { emptyFeasible } from './empty';
import type { Instance } from './instance';
import { type Part, WHOLE } from './part';
import { phase } from './phases';
import { formatRational, parseRational, type Rational } from './rational';
import { createSpace, type Space } from './space';
import { resolveThreshold, type Threshold } from './threshold';
import { trialRandom } from './trial-hash';

export interface ApproxCountOptions extends Threshold {
  /** Pr[|R|/(1 + eps) ≤ estimate ≤ (1 + eps)·|R|] ≥ 1 − delta. */
  readonly eps: number;
  readonly delta: number;
  readonly seed: number;
  /** Up to so many models are counted exactly, as that takes less time than an estimate; 2 million unless told. */
  readonly exactUpTo?: number;
  /** Let the empty rule set be a member. */
  readonly includeEmpty?: boolean;
  /** Run one of several parts of the trials only: `endApproxCount` makes the answer of those of all parts. */
  readonly part?: Part;
}

/** All that a trial needs; the same on every machine for the same options. */
export interface TrialSetting {
  readonly space: Space;
  readonly parameters: CountParameters;
  readonly seed: number;
}

export interface PreparedCount extends TrialSetting {
  /** The number of members when there are few: then no trial is needed. */
  readonly exact: number | null;
  readonly nodes: number;
}

/** One trial: how many constraints left a small cell, and what that says of the whole. */
export interface CountTrial {
  readonly trial: number;
  readonly constraints: number;
  readonly members: number;
  readonly estimate: bigint;
  readonly nodes: number;
}

/** What is known before the first trial. */
export interface ApproxCountStart {
  /** The number of members, when it was found: then no trial is needed. */
  readonly counted: bigint | null;
  readonly method: ApproxCountResult['method'];
  readonly theta: Rational;
  readonly optimum?: Rational | null;
  readonly emptyFeasible: boolean;
  readonly emptyCounted: boolean;
  readonly nodes: number;
}

export interface ApproxCountResult extends Cost {
  /** Null for a part of the trials that has none. */
  readonly estimate: bigint | null;
  readonly exact: boolean;
  readonly guarantee: { readonly eps: number; readonly delta: number } | null;
  readonly method: 'list' | 'depth-first' | CountParameters['algorithm'];
  readonly theta: Rational;
  readonly optimum?: Rational | null;
  readonly emptyFeasible: boolean;
  readonly emptyCounted: boolean;
  readonly seed: number;
  readonly thresh: number;
  readonly trials: readonly CountTrial[];
}

/** Sets up to this size are listed, so that the answer is exact. */
const FEW = 100;

/** Lists up to `most` members, without constraints; null when there are more. */
export async function listFew(space: Space, most: number, job?: Job) {
  const cells = new Cells(space, createRandom(0), most, pacer(job?.signal));
  const members = await cells.list(0);
  return { members, nodes: cells.nodes };
}

export async function prepareApproxCount(
  space: Space,
  { eps, delta, seed }: { eps: number; delta: number; seed: number },
  job?: Job,
): Promise<PreparedCount> {
  const parameters = countParameters(eps, delta);
  const { members, nodes } = await listFew(space, Math.max(parameters.thresh, FEW), job);
  return { space, parameters, seed, exact: members ? members.length : null, nodes };
}

/**
 * One trial of the approximate count: adds random parity constraints until a cell is small, and multiplies. Trials are
 * independent, and can run anywhere. `guess` (of the number of constraints) only changes how long it takes.
 */
export async function approxCountTrial(
  { space, parameters, seed }: TrialSetting,
  trial: number,
  guess = 1,
  job?: Job,
): Promise<CountTrial> {
  const cells = new Cells(space, trialRandom(seed, trial), parameters.thresh, pacer(job?.signal));
  const { constraints, members } = await cells.firstSmall(guess);
  return {
    trial,
    constraints,
    members: members.length,
    estimate: estimateFrom(parameters, constraints, members.length),
    nodes: cells.nodes,
  };
}

/** The median of an odd number of trials; null for none. */
export function medianEstimate(trials: readonly CountTrial[]): bigint | null {
  const estimates = trials.map((trial) => trial.estimate).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return estimates[estimates.length >> 1] ?? null;
}

/** The trials of a part: every so many. */
export const trialsOf = (trials: number, { index, of }: Part = WHOLE): number[] =>
  Array.from({ length: trials }, (_, t) => t).filter((t) => t % of === index);

/** Finds θ, and counts exactly what takes less time to count than to estimate. */
export async function beginApproxCount(
  instance: Instance,
  options: ApproxCountOptions,
  job?: Job,
): Promise<ApproxCountStart> {
  const { includeEmpty, exactUpTo = 2_000_000 } = options;
  const { lambda, theta, best } = await resolveThreshold(instance, options, phase(job, 0, 0.5));
  const { parameters, exact, nodes } = await prepareApproxCount(
    await paced(createSpace(instance, lambda, theta, { includeEmpty }), pacer(job?.signal)),
    options,
    job,
  );
  const question = { lambda: options.lambda, theta: formatRational(theta), includeEmpty };
  const counted =
    exact === null && exactUpTo > parameters.thresh
      ? await countUpTo(instance, question, exactUpTo, { signal: job?.signal })
      : null;
  const feasible = emptyFeasible(instance, lambda, theta);
  return {
    counted: exact === null ? (counted?.count ?? null) : BigInt(exact),
    method: exact !== null ? 'list' : counted ? 'depth-first' : parameters.algorithm,
    theta,
    ...(best && { optimum: best.optimum }),
    emptyFeasible: feasible,
    emptyCounted: feasible && includeEmpty === true,
    nodes: nodes + (counted?.nodes ?? 0),
  };
}

/** Puts the trials together, from wherever they come. */
export function endApproxCount(
  { counted, nodes, ...start }: ApproxCountStart,
  { eps, delta, seed }: ApproxCountOptions,
  trials: readonly CountTrial[],
): Omit<ApproxCountResult, 'ms' | 'threads'> {
  return {
    ...start,
    estimate: counted ?? medianEstimate(trials),
    exact: counted !== null,
    guarantee: counted === null ? { eps, delta } : null,
    seed,
    thresh: countParameters(eps, delta).thresh,
    trials,
    nodes: trials.reduce((sum, trial) => sum + trial.nodes, nodes),
  };
}

/**
 * The number of members, within a factor 1 + eps with probability 1 − delta: random parity constraints cut the rule
 * sets into cells, one small cell is counted (Chakraborty, Meel & Vardi, 2013–2016; rounding and number of trials as in
 * ApproxMC6, and as in ApproxMC7 from eps 5 on). A set that turns out small is counted exactly, and the result says so.
 */
export async function approxCount(
  instance: Instance,
  options: ApproxCountOptions,
  job?: Job,
): Promise<ApproxCountResult> {
  const began = performance.now();
  const { eps, delta, seed, includeEmpty } = options;
  const start = await beginApproxCount(instance, options, phase(job, 0, 0.1));
  const parameters = countParameters(eps, delta);
  const trials: CountTrial[] = [];
  if (start.counted === null) {
    const lambda = parseRational(options.lambda);
    const space = await paced(createSpace(instance, lambda, start.theta, { includeEmpty }), pacer(job?.signal));
    const numbers = trialsOf(parameters.trials, options.part);
    for (const trial of numbers) {
      trials.push(await approxCountTrial({ space, parameters, seed }, trial, trials.at(-1)?.constraints, job));
      job?.onProgress?.({ fraction: 0.1 + (0.9 * trials.length) / numbers.length, partial: trials });
    }
  }
  return { ...endApproxCount(start, options, trials), ms: performance.now() - began, threads: 1 };
}
