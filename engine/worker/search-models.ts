import { bestFound } from '../ers/best-found';
import type { CountSoFar } from '../ers/count';
import { type EnumerateResult, enumerate } from '../ers/enumerate';
import type { Instance } from '../ers/instance';
import { optimum } from '../ers/optimum';
import { phase } from '../ers/phases';
import { add, formatRational, parseRational } from '../ers/rational';
import type { Job } from '../job';
import { compiledMembers, TRIED } from './compiled-members';
import {
  CERTAIN,
  describeModels,
  type FoundModels,
  type Members,
  NO_RULE,
  type SearchModelsInput,
} from './found-models';

/**
 * Beyond so many members the set is compiled, when it can be, instead of counted one by one: first with little effort, so that
 * the answer holds for every smaller ε, too; then with as much as memory allows.
 */
const TRIES = [
  { most: 1_000_000, effort: TRIED },
  { most: 20_000_000, effort: { maxStates: 4_000_000, maxBytes: 400_000_000 } },
];

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
  most: number,
  job: Job<CountSoFar>,
) {
  const limit = new AbortController();
  const signal = job.signal ? AbortSignal.any([job.signal, limit.signal]) : limit.signal;
  try {
    return await enumerate(instance, options, {
      signal,
      onProgress: (p) => {
        if ((p.partial?.count ?? 0) > most) limit.abort(new TooMany());
        job.onProgress?.(p);
      },
    });
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

async function findMembers(
  { instance, lambda, budget }: SearchModelsInput,
  theta: string,
  job: Job<CountSoFar>,
): Promise<Members> {
  const asMembers = ({ count, models, complete, method, nodes }: EnumerateResult): Members => ({
    ...CERTAIN,
    count,
    models,
    complete,
    curve: null,
    method,
    nodes,
  });
  for (const { most, effort } of TRIES) {
    const few = await listFew(instance, { lambda, theta, budget }, most, phase(job, 0.2, 0.9));
    if (few) return asMembers(few);
    const compiled = await compiledMembers(instance, { lambda, theta, ...effort }, budget, {
      signal: job.signal,
    });
    if (compiled) return compiled;
  }
  return asMembers(await enumerate(instance, { lambda, theta, budget, seed: SEED }, phase(job, 0.2, 0.9)));
}

/**
 * Finds the best rule sets, counts all within ε of them, lists them, and says what each does to some groups of points. Sets too
 * large to be counted one by one are compiled where that is possible. Throws a RangeError when there is no rule.
 */
export async function searchModels(input: SearchModelsInput, caller: Job<CountSoFar> = {}): Promise<FoundModels> {
  const began = performance.now();
  const job = onlyGrowing(caller);
  const { instance, lambda, epsilon } = input;
  const quick = await bestFound(instance, { lambda }, phase(job, 0, 0.1));
  const sure = quick.proven ? null : await optimum(instance, { lambda }, phase(job, 0.1, 0.2));
  const best = { optimum: sure ? sure.optimum : quick.objective, nodes: quick.nodes + (sure?.nodes ?? 0) };
  if (!best.optimum) throw new RangeError(NO_RULE);
  const theta = add(best.optimum, parseRational(epsilon));
  const found = await findMembers(input, formatRational(theta), job);
  return {
    ...found,
    ...(await describeModels({ ...input, models: found.models }, { signal: job.signal })),
    optimum: best.optimum,
    theta,
    nodes: best.nodes + found.nodes,
    ms: performance.now() - began,
    threads: 1,
  };
}
