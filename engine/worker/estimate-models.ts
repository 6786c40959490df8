import { objective } from '../ers/allowance';
import { type Instance, totalWeight } from '../ers/instance';
import { ModelCollector } from '../ers/model-collector';
import { type ModelList, modelRules, modelSize } from '../ers/model-list';
import { phase } from '../ers/phases';
import { add, compare, formatRational, parseRational, type Rational, rational } from '../ers/rational';
import type { Job } from '../job';
import { type Crew, runAll } from './crew';
import { CERTAIN, type FoundModels, type Members, NO_RULE, type SearchModelsInput } from './found-models';
import { approxCountWithPool, sampleWithPool } from './parallel';
import { share } from './shared';

/** How a set is estimated that is not to be searched exactly: by hashing, with a promise, or by walking, without one. */
export type Way = { readonly by: 'hashing'; readonly eps: number; readonly delta: number } | { readonly by: 'walking' };

/** Draws by hashing are dear. */
const HASHED = 2000;
const WALKS = 4;
const SEED = 1;

/** The different models of a list, in canonical order. */
function distinct(instance: Instance, lambda: Rational, lists: readonly ModelList[]): Promise<ModelList> {
  const models = new ModelCollector();
  const seen = new Set<string>();
  for (const list of lists) {
    for (let k = 0; k < list.length; k++) {
      const rules = modelRules(list, k);
      const key = rules.join();
      if (seen.has(key)) continue;
      seen.add(key);
      models.add(rules, rules.length, list.mistakes[k]);
    }
  }
  return models.sorted(totalWeight(instance), lambda);
}

type Question = { readonly lambda: string; readonly theta: string };

async function byHashing(
  crew: Crew,
  instance: Instance,
  question: Question,
  { eps, delta }: { eps: number; delta: number },
  job: Job,
): Promise<Members> {
  // Depth first, even a few models can take for ever: that is why an estimate is wanted.
  const asked = { ...question, eps, delta, seed: SEED, exactUpTo: 0 };
  const counted = await approxCountWithPool(crew, instance, asked, phase(job, 0, 0.4));
  const options = { ...question, k: HASHED, method: 'approx', several: true, seed: SEED } as const;
  const drawn = await sampleWithPool(crew, instance, options, phase(job, 0.4, 1));
  const models = await distinct(instance, parseRational(question.lambda), [drawn.models]);
  const { exact, guarantee } = counted;
  const count = counted.estimate!;
  return {
    ...CERTAIN,
    count,
    exact,
    guarantee,
    models,
    complete: exact && BigInt(models.length) === count,
    curve: null,
    uniformity: drawn.uniformity,
    method: 'hashing',
    nodes: counted.nodes + drawn.nodes,
  };
}

async function byWalking(crew: Crew, instance: Instance, question: Question, job: Job): Promise<Members> {
  const shared = share(instance);
  const input = (i: number) => ({ shared, options: { ...question, includeEmpty: false, seed: SEED + i } });
  const walks = await runAll(crew, 'walkPart', WALKS, input, job);
  const estimates = walks.map(({ estimate }) => BigInt(Math.round(estimate))).sort((a, b) => (a < b ? -1 : 1));
  const models = await distinct(
    instance,
    parseRational(question.lambda),
    walks.map((walk) => walk.models),
  );
  if (models.length === 0) throw new RangeError('no walk arrived at a model: allow a larger ε, or search exactly');
  const mean = estimates.reduce((a, b) => a + b, 0n) / BigInt(WALKS);
  return {
    ...CERTAIN,
    // What was found exists.
    count: mean > BigInt(models.length) ? mean : BigInt(models.length),
    exact: false,
    spread: [estimates[0], estimates[WALKS - 1]],
    models,
    complete: false,
    curve: null,
    uniformity: null,
    method: 'splitting',
    nodes: walks.reduce((sum, { nodes }) => sum + nodes, 0),
  };
}

/** The best objective of the members, as far as they are known; null where none is. */
function leastOf({ models, curve }: Members, W: number, price: Rational): Rational | null {
  if (curve) return rational(curve.costs[0], curve.denominator);
  return models.length > 0 ? objective(W, price, models.mistakes[0], modelSize(models, 0)) : null;
}

/**
 * Like `searchModels`, where exact would take too long: the best objective that a limited search finds, then, for all within
 * ε of it, count and sample from the compiled set where that is small, or else by hashing or walking. The same question has
 * the same answer everywhere, however many hands the crew has.
 */
export async function estimateModels(
  crew: Crew,
  input: SearchModelsInput,
  way: Way,
  job: Job = {},
): Promise<FoundModels> {
  const began = performance.now();
  const { instance, lambda, epsilon, budget } = input;
  const price = parseRational(lambda);
  const W = totalWeight(instance);
  const shared = share(instance);
  const best = await crew.run('findBestFound', { shared, options: { lambda } }, phase(job, 0, 0.15));
  if (!best.objective) throw new RangeError(NO_RULE);
  let optimum = best.objective;
  for (;;) {
    const theta = add(optimum, parseRational(epsilon));
    const question = { lambda, theta: formatRational(theta) };
    const found =
      (await crew.run(
        'tryCompiling',
        { shared, options: { ...question, includeEmpty: false, most: budget } },
        phase(job, 0.15, 0.2),
      )) ??
      (way.by === 'hashing'
        ? await byHashing(crew, instance, question, way, phase(job, 0.2, 0.95))
        : await byWalking(crew, instance, question, phase(job, 0.2, 0.95)));
    const { models, curve } = found;
    const least = leastOf(found, W, price) ?? optimum;
    if (compare(least, optimum) < 0) {
      // A member is better than the best that was known: then all are to be held against that one.
      optimum = least;
      continue;
    }
    const described = await crew.run('describeModels', { ...input, models }, { signal: job.signal });
    return {
      ...found,
      ...described,
      models,
      optimum,
      theta,
      proven: best.proven || found.complete || curve !== null,
      nodes: best.nodes + found.nodes,
      ms: performance.now() - began,
      threads: crew.size,
    };
  }
}
