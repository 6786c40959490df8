import type { Cost, Job } from '../job';
import { type ApproxCountOptions, type ApproxCountResult, approxCount } from './approx-count';
import { type CompileOptions, compile } from './compile';
import type { CountOptions } from './count';
import { countUpTo } from './count-up-to';
import type { Budget } from './diagram';
import { countBySize, distribution, totalCount } from './diagram-count';
import { emptyFeasible } from './empty';
import { type Instance, totalWeight } from './instance';
import { PEEK } from './peek';
import { phase } from './phases';
import { formatRational, parseRational, type Rational } from './rational';
import { resolveThreshold } from './threshold';

export interface AutoCountOptions extends CountOptions, Budget {
  /** Estimate rather than search for long, when neither exact method ends within its budget. */
  readonly approx?: Pick<ApproxCountOptions, 'eps' | 'delta' | 'seed'>;
  /** Models that the first depth-first search may find before the set is compiled instead. */
  readonly patience?: number;
}

export interface AutoCountResult extends Cost {
  readonly count: bigint;
  /** By size, from 0; null for an estimate. */
  readonly bySize: readonly bigint[] | null;
  readonly theta: Rational;
  readonly optimum?: Rational | null;
  readonly emptyFeasible: boolean;
  readonly emptyCounted: boolean;
  readonly exact: boolean;
  readonly guarantee: { readonly eps: number; readonly delta: number } | null;
  readonly method: 'compiled' | ApproxCountResult['method'];
  /** What was tried, the last being what gave the answer. */
  readonly tried: readonly ('depth-first' | 'compiled' | 'approximate')[];
}

export type CountAnswer = Pick<
  AutoCountResult,
  'count' | 'bySize' | 'exact' | 'guarantee' | 'method' | 'nodes' | 'threads'
>;

const PATIENCE = 20_000_000;

export async function countCompiled(
  instance: Instance,
  options: CompileOptions,
  job?: Job,
): Promise<CountAnswer | null> {
  // Sizes and mistakes share a double in a diagram, but not in a search.
  if (!Number.isSafeInteger((instance.rules.length + 2) * (totalWeight(instance) + 1))) return null;
  const diagram = await compile(instance, options, job);
  if (diagram.outgrown) return null;
  const joint = await distribution(diagram, job);
  return {
    count: totalCount(joint),
    bySize: countBySize(joint),
    exact: true,
    guarantee: null,
    method: 'compiled',
    nodes: diagram.states,
    threads: 1,
  };
}

/** Who takes the steps of a count. */
export interface CountSteps {
  readonly threshold: typeof resolveThreshold;
  readonly compiled: typeof countCompiled;
  readonly upTo: typeof countUpTo;
  readonly approximate: typeof approxCount;
}

const onThisThread: CountSteps = {
  threshold: resolveThreshold,
  compiled: countCompiled,
  upTo: countUpTo,
  approximate: approxCount,
};

/**
 * The size of the Rashomon set by the method that suits it. Depth-first search takes time in proportion to the models, a diagram
 * in proportion to its states, and neither number is known before. So, each with a budget:
 * 1. a small diagram (tenths of a second): deep sets, astronomically large as they may be, often merge into few states;
 * 2. depth first up to `patience` models (a second or so, less where more are foreseen): shallow sets have fewer models than states;
 * 3. the diagram with all the memory allowed: large sets that take longer to list than to compile;
 * 4. the estimate with its guarantee where the caller has asked for it, or else depth first to the end.
 * The budgets are numbers of states and models, not seconds: the same question takes the same way on every machine.
 */
export async function countAuto(
  instance: Instance,
  options: AutoCountOptions,
  job?: Job,
  steps: CountSteps = onThisThread,
): Promise<AutoCountResult> {
  const began = performance.now();
  const { theta, best } = await steps.threshold(instance, options, phase(job, 0, 0.1));
  const { includeEmpty = false, part, approx, patience = PATIENCE, maxStates, maxBytes } = options;
  const question = { lambda: options.lambda, theta: formatRational(theta) };
  const tried: AutoCountResult['tried'][number][] = [];

  const depthFirst = async (most: number, of: Job) => {
    tried.push('depth-first');
    const result = await steps.upTo(instance, { ...question, part }, most, of);
    return result && { ...result, guarantee: null };
  };
  const compiled = (most: Budget, of: Job) => {
    tried.push('compiled');
    return steps.compiled(instance, { ...question, ...most, order: 'false-positives' }, of);
  };
  const estimated = async (of: Job): Promise<CountAnswer | null> => {
    if (!approx) return null;
    tried.push('approximate');
    const { estimate, ...answer } = await steps.approximate(instance, { ...question, ...approx, exactUpTo: 0 }, of);
    return { ...answer, count: estimate!, bySize: null };
  };
  const small = { ...PEEK, maxBytes, maxStates: Math.min(maxStates ?? PEEK.maxStates, PEEK.maxStates) };
  // A part of a search is only defined for the depth-first one.
  const answer: CountAnswer = part
    ? (await depthFirst(Number.POSITIVE_INFINITY, phase(job, 0.1, 1)))!
    : ((await compiled(small, phase(job, 0.1, 0.15))) ??
      (await depthFirst(patience, phase(job, 0.15, 0.3))) ??
      (await compiled({ maxBytes, maxStates }, phase(job, 0.3, 0.6))) ??
      (await estimated(phase(job, 0.6, 1))) ??
      (await depthFirst(Number.POSITIVE_INFINITY, phase(job, 0.6, 1)))!);

  const feasible = emptyFeasible(instance, parseRational(options.lambda), theta);
  const emptyCounted = feasible && includeEmpty && (part?.index ?? 0) === 0;
  const { count: members, bySize, exact, guarantee, method, nodes } = answer;
  return {
    count: members + (emptyCounted ? 1n : 0n),
    bySize: bySize && emptyCounted ? [1n, ...bySize.slice(1)] : bySize,
    theta,
    ...(best && { optimum: best.optimum }),
    emptyFeasible: feasible,
    emptyCounted,
    exact,
    guarantee,
    method,
    tried,
    nodes,
    ms: performance.now() - began,
    threads: answer.threads,
  };
}
