import { type Cost, type Job, pacer } from '../job';
import { createRandom } from '../random';
import { type CountParameters, countParameters, estimateFrom } from './approx-count-parameters';
import { Cells } from './cells';
import { countUpTo } from './count-up-to';
import type { Instance } from './instance';
import { phase } from './phases';
import { formatRational, type Rational } from './rational';
import { createSpace, type Space } from './space';
import { emptyFeasible, resolveThreshold, type Threshold } from './threshold';
import { trialRandom } from './trial-hash';

export interface ApproxCountOptions extends Threshold {
  /** Pr[|R|/(1 + eps) ≤ estimate ≤ (1 + eps)·|R|] ≥ 1 − delta. */
  readonly eps: number;
  readonly delta: number;
  readonly seed: number;
  /** Up to so many models are counted exactly, as that takes less time than an estimate; 2 million unless told. */
  readonly exactUpTo?: number;
}

/** All that a trial needs; the same on every machine for the same options. */
export interface PreparedCount {
  readonly space: Space;
  readonly parameters: CountParameters;
  readonly eps: number;
  readonly delta: number;
  readonly seed: number;
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

export interface ApproxCountResult extends Cost {
  readonly estimate: bigint;
  readonly exact: boolean;
  readonly guarantee: { readonly eps: number; readonly delta: number } | null;
  readonly method: 'list' | 'depth-first' | CountParameters['algorithm'];
  readonly theta: Rational;
  readonly optimum?: Rational | null;
  readonly emptyFeasible: boolean;
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
  return { space, parameters, eps, delta, seed, exact: members ? members.length : null, nodes };
}

/**
 * One trial of the approximate count: adds random parity constraints until a cell is small, and multiplies. Trials are
 * independent, and can run anywhere. `guess` (of the number of constraints) only changes how long it takes.
 */
export async function approxCountTrial(
  { space, parameters, seed }: PreparedCount,
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

/** The median of an odd number of trials. */
export function medianEstimate(trials: readonly CountTrial[]): bigint {
  const estimates = trials.map((trial) => trial.estimate).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return estimates[estimates.length >> 1];
}

/**
 * The number of (non-empty) members, within a factor 1 + eps with probability 1 − delta: random parity constraints cut the rule
 * sets into cells, one small cell is counted (Chakraborty, Meel & Vardi, 2013–2016; rounding and number of trials as in
 * ApproxMC6, and as in ApproxMC7 from eps 5 on). A set that turns out small is counted exactly, and the result says so.
 */
export async function approxCount(
  instance: Instance,
  options: ApproxCountOptions,
  job?: Job,
): Promise<ApproxCountResult> {
  const began = performance.now();
  const { lambda, theta, best } = await resolveThreshold(instance, options, phase(job, 0, 0.1));
  const prepared = await prepareApproxCount(createSpace(instance, lambda, theta), options, job);
  const { parameters } = prepared;
  const question = { lambda: options.lambda, theta: formatRational(theta) };
  const { exactUpTo = 2_000_000 } = options;
  const counted =
    prepared.exact === null && exactUpTo > parameters.thresh
      ? await countUpTo(instance, question, exactUpTo, { signal: job?.signal })
      : null;
  const exact = prepared.exact === null ? (counted?.count ?? null) : BigInt(prepared.exact);
  const trials: CountTrial[] = [];
  for (let t = 0; exact === null && t < parameters.trials; t++) {
    trials.push(await approxCountTrial(prepared, t, trials.at(-1)?.constraints, job));
    job?.onProgress?.({ fraction: 0.1 + (0.9 * (t + 1)) / parameters.trials, partial: trials });
  }
  return {
    estimate: exact ?? medianEstimate(trials),
    exact: exact !== null,
    guarantee: exact === null ? { eps: options.eps, delta: options.delta } : null,
    method: exact === null ? parameters.algorithm : counted ? 'depth-first' : 'list',
    theta,
    ...(best && { optimum: best.optimum }),
    emptyFeasible: emptyFeasible(instance, lambda, theta),
    seed: options.seed,
    thresh: parameters.thresh,
    trials,
    nodes: trials.reduce((sum, trial) => sum + trial.nodes, prepared.nodes + (counted?.nodes ?? 0)),
    ms: performance.now() - began,
    threads: 1,
  };
}
