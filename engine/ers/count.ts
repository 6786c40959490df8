import type { Cost, Job } from '../job';
import { allowances } from './allowance';
import { emptyFeasible } from './empty';
import { type Instance, totalWeight } from './instance';
import type { Part } from './part';
import { phase } from './phases';
import type { Rational } from './rational';
import { createSearch, drive } from './search';
import { resolveThreshold, type Threshold } from './threshold';

export interface CountOptions extends Threshold {
  /** Count the empty rule set too, when it is a member. */
  readonly includeEmpty?: boolean;
  /** Count one of several parts only: the counts of all parts add up to the whole, the empty set being in part 0. */
  readonly part?: Part;
}

export interface CountResult extends Cost {
  readonly count: bigint;
  /** The members of each size, from 0. */
  readonly bySize: bigint[];
  readonly theta: Rational;
  /** The least objective over non-empty rule sets, when ε was given. */
  readonly optimum?: Rational | null;
  readonly emptyFeasible: boolean;
  readonly emptyCounted: boolean;
  readonly exact: true;
  readonly method: 'depth-first';
}

/** What a running count knows. */
export interface CountSoFar {
  readonly count: number;
}

/** Members by size as integers, without the empty tail. Beyond 2^53 the search would have stopped counting right. */
export function toBigInts(found: Float64Array): bigint[] {
  const bySize = Array.from(found, (k) => {
    if (!Number.isSafeInteger(k)) throw new RangeError('more than 2^53 models found one by one');
    return BigInt(k);
  });
  while (bySize.length > 1 && bySize.at(-1) === 0n) bySize.pop();
  return bySize;
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** The exact size of the Rashomon set, depth first. */
export async function count(instance: Instance, options: CountOptions, job?: Job<CountSoFar>): Promise<CountResult> {
  const began = performance.now();
  const withOptimum = options.epsilon !== undefined;
  const { lambda, theta, best } = await resolveThreshold(instance, options, phase(job, 0, 0.3));
  const allowed = allowances(totalWeight(instance), instance.rules.length, lambda, theta);
  const search = await createSearch(instance, { allowed, part: options.part }, job?.signal);
  const report = phase(job, withOptimum ? 0.3 : 0, 1).onProgress;
  await drive(search, job?.signal, () =>
    report?.({
      fraction: search.fraction(),
      partial: { count: search.found().reduce((a, b) => a + b, 0) },
    }),
  );
  const bySize = toBigInts(search.found());
  const feasible = emptyFeasible(instance, lambda, theta);
  const emptyCounted = feasible && options.includeEmpty === true && (options.part?.index ?? 0) === 0;
  if (emptyCounted) bySize[0] += 1n;
  return {
    count: sum(bySize),
    bySize,
    theta,
    ...(best && { optimum: best.optimum }),
    emptyFeasible: feasible,
    emptyCounted,
    exact: true,
    method: 'depth-first',
    nodes: search.nodes + (best?.nodes ?? 0),
    ms: performance.now() - began,
    threads: 1,
  };
}
