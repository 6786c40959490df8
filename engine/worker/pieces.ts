import { approxCountTrial, beginApproxCount, type CountTrial } from '../ers/approx-count';
import { countParameters } from '../ers/approx-count-parameters';
import { bestFound } from '../ers/best-found';
import { type AutoCountOptions, type CountAnswer, countCompiled as compileAndCount } from '../ers/choose';
import { type CountOptions, count } from '../ers/count';
import { countUpTo as countSome } from '../ers/count-up-to';
import { type EnumerateOptions, enumerate } from '../ers/enumerate';
import { listModels } from '../ers/models';
import { type SampleOptions, sample, uniGenDraws } from '../ers/sample';
import { quick, split } from '../ers/splitting';
import { resolveThreshold, type Threshold } from '../ers/threshold';
import { type PreparedUniGen, prepareUniGen } from '../ers/unigen';
import type { Job } from '../job';
import { createRandom } from '../random';
import { compiledMembers, TRIED } from './compiled-members';
import { recall, recallSpace, type SharedInstance } from './shared';

/** An instance, and what is asked of it. */
export interface Asked<T> {
  readonly shared: SharedInstance;
  readonly options: T;
}

/** A question whose θ is known. */
export interface Question {
  readonly lambda: string;
  readonly theta: string;
  readonly includeEmpty: boolean;
}

export interface TrialInput {
  readonly eps: number;
  readonly delta: number;
  readonly seed: number;
  readonly trial: number;
  /** See `approxCountTrial`. */
  readonly guess?: number;
}

/** What UniGen has prepared, without the space, which a worker makes for itself. */
export type Draws = Omit<PreparedUniGen, 'space'>;

export interface DrawInput {
  readonly prepared: Draws;
  readonly from: number;
  readonly to: number;
  readonly several?: boolean;
}

const TELL_EVERY_MS = 20;

/** Progress across threads costs more than a slice of a search: some of it will do. */
function tellLess<T>({ signal, onProgress }: Job<T> = {}): Job<T> {
  let last = 0;
  return {
    signal,
    onProgress:
      onProgress &&
      ((progress) => {
        if (progress.fraction < 1 && performance.now() - last < TELL_EVERY_MS) return;
        last = performance.now();
        onProgress(progress);
      }),
  };
}

const spaceOf = ({ shared, options }: Asked<Question>, job?: Job) =>
  recallSpace(recall(shared), options.lambda, options.theta, options.includeEmpty, job?.signal);

/** What worker/parallel.ts puts together: each runs on one worker, and all say the same wherever they run. */
export const pieces = {
  findThreshold: ({ shared, options }: Asked<Threshold>, job?: Job) =>
    resolveThreshold(recall(shared), options, tellLess(job)),

  countCompiled: ({ shared, options }: Asked<AutoCountOptions>, job?: Job): Promise<CountAnswer | null> =>
    compileAndCount(recall(shared), options, tellLess(job)),

  countUpTo: ({ shared, options }: Asked<CountOptions & { most: number }>, job?: Job) =>
    countSome(recall(shared), options, options.most, tellLess(job)),

  countPart: ({ shared, options }: Asked<CountOptions>, job?: Job) => count(recall(shared), options, tellLess(job)),

  listPart: ({ shared, options }: Asked<EnumerateOptions>, job?: Job) =>
    enumerate(recall(shared), options, tellLess(job)),

  beginApproxCount: ({ shared, options }: Asked<Parameters<typeof beginApproxCount>[1]>, job?: Job) =>
    beginApproxCount(recall(shared), options, tellLess(job)),

  async runTrial(asked: Asked<Question & TrialInput>, job?: Job): Promise<CountTrial> {
    const { eps, delta, seed, trial, guess } = asked.options;
    const setting = { space: await spaceOf(asked, job), parameters: countParameters(eps, delta), seed };
    return approxCountTrial(setting, trial, guess, tellLess(job));
  },

  async prepareDraws(asked: Asked<Question & { tolerance: number; seed: number }>, job?: Job): Promise<Draws> {
    const { space: _, ...draws } = await prepareUniGen(await spaceOf(asked, job), asked.options, tellLess(job));
    return draws;
  },

  async drawPart(asked: Asked<Question & DrawInput>, job?: Job) {
    const { prepared, several } = asked.options;
    const space = await spaceOf(asked, job);
    return uniGenDraws({ ...prepared, space }, asked.options, several, tellLess(job));
  },

  findBestFound: ({ shared, options }: Asked<Parameters<typeof bestFound>[1]>, job?: Job) =>
    bestFound(recall(shared), options, tellLess(job)),

  /** All members or `most` of them, where a diagram that is only tried is small enough; else null. */
  tryCompiling({ shared, options: { most, ...question } }: Asked<Question & { most: number }>, job?: Job) {
    return compiledMembers(recall(shared), { ...question, ...TRIED, order: 'false-positives' }, most, job);
  },

  async walkPart(asked: Asked<Question & { seed: number }>, job?: Job) {
    const space = await spaceOf(asked, job);
    const { models, ...run } = await split(space, quick(space), createRandom(asked.options.seed), tellLess(job));
    return { ...run, models: listModels(models) };
  },

  drawAll: ({ shared, options }: Asked<SampleOptions>, job?: Job) => sample(recall(shared), options, tellLess(job)),
};
