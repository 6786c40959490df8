import type { BitSet } from '../bits/bitset';
import { compile } from '../ers/compile';
import type { CountSoFar } from '../ers/count';
import type { Diagram } from '../ers/diagram';
import { distribution, totalCount } from '../ers/diagram-count';
import { uniformSampler } from '../ers/diagram-sample';
import { enumerate } from '../ers/enumerate';
import { type Instance, totalWeight } from '../ers/instance';
import { ModelCollector } from '../ers/model-collector';
import type { ModelList } from '../ers/model-list';
import { optimum } from '../ers/optimum';
import { phase } from '../ers/phases';
import { add, formatRational, parseRational, type Rational } from '../ers/rational';
import { type Cost, type Job, pacer } from '../job';
import { survey } from '../multiplicity/survey';
import type { Confusion } from '../multiplicity/tally';
import { createRandom } from '../random';

export interface SearchModelsInput {
  readonly instance: Instance;
  readonly lambda: string;
  readonly epsilon: string;
  /** The most models to list: of more, a uniform sample of so many. */
  readonly budget: number;
  /** Sets of points whose confusion matrices are told beside that of all points. */
  readonly groups: readonly BitSet[];
  /** The same rules on points held out. */
  readonly unseen?: Instance | null;
}

export interface FoundModels extends Cost {
  readonly optimum: Rational;
  readonly theta: Rational;
  /** The exact number of members. */
  readonly count: bigint;
  /** All members, or a uniform sample; by objective, then fewer rules first, then rule indices. */
  readonly models: ModelList;
  readonly complete: boolean;
  /** How it was counted. */
  readonly method: 'depth-first' | 'compiled';
  /** Of all points, then of each group. */
  readonly confusions: readonly Confusion[];
  /** For every point the number of listed models that say yes. */
  readonly yesCounts: Float64Array;
  /** Weighted mistakes of each model on the points held out. */
  readonly unseenMistakes: Float64Array | null;
}

/** From here on the set is compiled, when it can be, instead of counted one by one. */
const MANY = 20_000_000;

/** Compiling may take so much. */
const COMPILE_BUDGET = { maxStates: 4_000_000, maxBytes: 400_000_000 };

const SEED = 1;

class TooMany extends Error {}

/** Progress that stays where it was when one way of counting gives up and the next begins. */
function onlyGrowing<T>({ signal, onProgress }: Job<T>): Job<T> {
  let reached = 0;
  return {
    signal,
    onProgress:
      onProgress &&
      ((p) => {
        reached = Math.max(reached, p.fraction);
        onProgress({ ...p, fraction: reached });
      }),
  };
}

/** Lists depth first; null when there are so many members that compiling is worth a try. */
async function listFew(
  instance: Instance,
  options: { lambda: string; theta: string; budget: number },
  job: Job<CountSoFar>,
) {
  const limit = new AbortController();
  const signal = job.signal ? AbortSignal.any([job.signal, limit.signal]) : limit.signal;
  try {
    return await enumerate(instance, options, {
      signal,
      onProgress: (p) => {
        if ((p.partial?.count ?? 0) > MANY) limit.abort(new TooMany());
        job.onProgress?.(p);
      },
    });
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

/** Draws different members of a compiled set, uniformly. */
async function draw(
  diagram: Diagram,
  instance: Instance,
  lambda: Rational,
  budget: number,
  signal?: AbortSignal,
): Promise<ModelList> {
  const sampler = uniformSampler(diagram)!;
  const random = createRandom(SEED);
  const models = new ModelCollector();
  const seen = new Set<string>();
  const pace = pacer(signal);
  // There are far more members than are drawn, so repetitions are few.
  while (models.length < budget) {
    const { rules, mistakes } = sampler(random);
    const key = rules.join();
    if (seen.has(key)) continue;
    seen.add(key);
    models.add(rules, rules.length, mistakes);
    const pause = pace();
    if (pause) await pause;
  }
  return models.sorted(totalWeight(instance), lambda);
}

async function findMembers(
  { instance, lambda, budget }: SearchModelsInput,
  theta: string,
  job: Job<CountSoFar>,
): Promise<Pick<FoundModels, 'count' | 'models' | 'complete' | 'method' | 'nodes'>> {
  const few = await listFew(instance, { lambda, theta, budget }, phase(job, 0.2, 0.9));
  if (few) return few;
  const diagram = await compile(instance, { lambda, theta, ...COMPILE_BUDGET }, { signal: job.signal });
  if (diagram.outgrown) return enumerate(instance, { lambda, theta, budget, seed: SEED }, phase(job, 0.2, 0.9));
  return {
    count: totalCount(await distribution(diagram)),
    models: await draw(diagram, instance, parseRational(lambda), budget, job.signal),
    complete: false,
    method: 'compiled',
    nodes: diagram.states,
  };
}

/**
 * Finds the best rule sets, counts all within ε of them, lists them, and says what each does to some groups of points. Sets too
 * large to be counted one by one are compiled where that is possible. Throws a RangeError when there is no rule.
 */
export async function searchModels(input: SearchModelsInput, caller: Job<CountSoFar> = {}): Promise<FoundModels> {
  const began = performance.now();
  const job = onlyGrowing(caller);
  const { instance, lambda, epsilon, groups } = input;
  const best = await optimum(instance, { lambda }, phase(job as Job<never>, 0, 0.2));
  if (!best.optimum)
    throw new RangeError('there is no candidate rule: allow less support, longer rules or more columns');
  const theta = add(best.optimum, parseRational(epsilon));
  const found = await findMembers(input, formatRational(theta), job);
  const rest = { signal: job.signal };
  const seen = await survey(found.models, instance, groups, rest);
  const unseen = input.unseen ? await survey(found.models, input.unseen, [], rest) : null;
  return {
    count: found.count,
    models: found.models,
    complete: found.complete,
    method: found.method,
    optimum: best.optimum,
    theta,
    confusions: [seen.all, ...seen.groups],
    yesCounts: seen.yesCounts,
    unseenMistakes: unseen?.mistakes ?? null,
    nodes: best.nodes + found.nodes,
    ms: performance.now() - began,
    threads: 1,
  };
}
