import { RunStatus } from '../bits/search-contract';
import type { Job } from '../job';
import { createRandom } from '../random';
import { allowances, objective } from './allowance';
import { type CountOptions, type CountResult, type CountSoFar, count } from './count';
import { emptyMistakes } from './empty';
import { type Instance, MAX_RULES, totalWeight } from './instance';
import { ModelCollector } from './model-collector';
import { type ModelList, modelSize } from './model-list';
import { phase } from './phases';
import { chooseRanks } from './ranks';
import { parseRational, type Rational } from './rational';
import { createSearch, drive, type Search } from './search';

export interface EnumerateOptions extends CountOptions {
  /** List only so many models, the first in canonical order. */
  readonly limit?: number;
  /** The most models to list: where there are more, a uniform sample of so many is listed. */
  readonly budget?: number;
  /** Seed of that sample. */
  readonly seed?: number;
}

export interface EnumerateResult extends CountResult {
  /** In canonical order: by objective, then fewer rules first, then rule indices. */
  readonly models: ModelList;
  /** All members, the best of them (`limit`), or a uniform sample without replacement (`budget`). */
  readonly listed: 'all' | 'best' | 'sample';
  /** Whether `models` are all members. */
  readonly complete: boolean;
  readonly seed: number;
}

interface Listing {
  readonly instance: Instance;
  readonly lambda: Rational;
  readonly W: number;
  readonly search: Search;
  readonly models: ModelCollector;
  readonly signal?: AbortSignal;
}

/** What to do with the output of every run of the search. */
type Reader = (status: RunStatus) => void | Promise<void>;

/** Keeps the best `limit` models: whenever twice as many are there, the worse half goes, and the search is told. */
function readBest({ instance, lambda, W, search, models, signal }: Listing, limit: number): Reader {
  const most = Math.max(2 * limit, 4096);
  return async () => {
    search.read((rules, size, mistakes) => models.add(rules, size, mistakes));
    if (models.length < most) return;
    const kept = await models.sorted(W, lambda, limit, signal);
    models.replace(kept);
    const last = limit - 1;
    const worst = objective(W, lambda, kept.mistakes[last], modelSize(kept, last));
    search.tighten(allowances(W, instance.rules.length, lambda, worst));
  };
}

/** Keeps the models at the given places in the order of the search. */
function readRanks({ search, models }: Listing, ranks: Float64Array): Reader {
  const gaps = new Float64Array(search.gapRoom);
  let given = 0;
  const give = () => {
    for (let i = 0; i < gaps.length; i++, given++) {
      gaps[i] = given < ranks.length ? ranks[given] - (given > 0 ? ranks[given - 1] + 1 : 0) : Number.MAX_SAFE_INTEGER;
    }
    search.setGaps(gaps);
  };
  give();
  return (status) => {
    search.read((rules, size, mistakes) => models.add(rules, size, mistakes));
    if (status !== RunStatus.full) return;
    // The gap before the next model has been taken over already.
    given = models.length + 1;
    give();
  };
}

/** Rules of all models together. */
const totalRules = (bySize: readonly bigint[]): number => bySize.reduce((sum, k, size) => sum + Number(k) * size, 0);

/**
 * Lists the Rashomon set: counts it first, then searches again and writes down all members, the best `limit`, or, beyond the
 * budget, those at uniformly drawn places. Exact: the same search finds the same members in the same order.
 */
export async function enumerate(
  instance: Instance,
  options: EnumerateOptions,
  job?: Job<CountSoFar>,
): Promise<EnumerateResult> {
  const began = performance.now();
  const { limit, budget = 2_000_000, seed = 1 } = options;
  for (const [name, value] of Object.entries({ limit: limit ?? 1, budget, seed: seed + 1 })) {
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer`);
  }
  if (instance.rules.length > MAX_RULES) throw new RangeError(`at most ${MAX_RULES} rules can be listed`);
  const counted = await count(instance, options, phase(job, 0, 0.5));
  const lambda = parseRational(options.lambda);
  const W = totalWeight(instance);
  const allowed = allowances(W, instance.rules.length, lambda, counted.theta);
  const total = Number(counted.count);
  const wanted = Math.min(limit ?? total, budget);
  const listed = wanted >= total ? 'all' : limit !== undefined && limit <= budget ? 'best' : 'sample';

  const search = await createSearch(instance, { allowed, emit: true, part: options.part }, job?.signal);
  const models = listed === 'all' ? new ModelCollector(total, totalRules(counted.bySize)) : new ModelCollector();
  const listing = { instance, lambda, W, search, models, signal: job?.signal };
  const ranks = listed === 'sample' ? chooseRanks(total, wanted, createRandom(seed)) : null;
  const read = ranks ? readRanks(listing, ranks) : readBest(listing, wanted);
  await drive(search, job?.signal, async (status) => {
    await read(status);
    job?.onProgress?.({ fraction: 0.5 + search.fraction() / 2, partial: { count: total } });
  });
  // The empty set has the last place in the order of the search.
  if (counted.emptyCounted && (!ranks || ranks[wanted - 1] === total - 1)) models.add([], 0, emptyMistakes(instance));
  return {
    ...counted,
    models: await models.sorted(W, lambda, wanted, job?.signal),
    listed,
    complete: listed === 'all',
    seed,
    nodes: counted.nodes + search.nodes,
    ms: performance.now() - began,
  };
}
