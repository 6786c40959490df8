import { type Cost, type Job, paced, pacer } from '../job';
import { allowances, objective } from './allowance';
import { buildDiagram } from './diagram';
import { curve, distribution, within } from './diagram-count';
import { listMembers } from './diagram-list';
import { emptyMistakes } from './empty';
import { type Instance, totalWeight } from './instance';
import { ModelCollector } from './model-collector';
import type { ModelList } from './model-list';
import { parseLambda } from './parameters';
import { PEEK } from './peek';
import { add, type Rational, rational } from './rational';
import { createSearch, drive } from './search';
import { createSpace } from './space';

export interface OptimumResult extends Cost {
  /** The least objective over non-empty rule sets; null when there are no rules. */
  readonly optimum: Rational | null;
  /** The rule sets that reach it, in canonical order: all, or 10,000 of them. */
  readonly models: ModelList;
  /** Whether `models` are all of them; `countTies` counts them where they are not. */
  readonly complete: boolean;
  /** The objective of the empty rule set. */
  readonly emptyObjective: Rational;
  readonly exact: true;
  readonly method: 'depth-first' | 'compiled';
}

type Best = Pick<OptimumResult, 'optimum' | 'complete' | 'method' | 'nodes'> & { readonly models: ModelCollector };

const LISTED = 10_000;

/** Evaluations after which a diagram is tried; they, and the nodes that it may have, grow eightfold from try to try. */
const PATIENCE = 1_000_000;

/** The best rule sets at most as dear as one that is known, from a diagram; null when it outgrows its budget. */
export async function compileBest(
  instance: Instance,
  lambda: Rational,
  known: Rational,
  patience: number,
  signal?: AbortSignal,
): Promise<Best | null> {
  // Sizes and mistakes share a double in a diagram, but not in a search.
  if (!Number.isSafeInteger((instance.rules.length + 2) * (totalWeight(instance) + 1))) return null;
  const diagram = await buildDiagram(
    await paced(createSpace(instance, lambda, known), pacer(signal)),
    { maxNodes: PEEK.maxNodes * patience, maxWork: PEEK.maxWork * patience },
    { signal },
  );
  if (diagram.outgrown) return null;
  const { costs, denominator } = curve(diagram, await distribution(diagram, { signal }));
  const least = rational(costs[0], denominator);
  const models = await listMembers(diagram, within(diagram, least), LISTED + 1, signal);
  const complete = models.length <= LISTED;
  models.length = Math.min(models.length, LISTED);
  return { optimum: least, models, complete, method: 'compiled', nodes: diagram.states };
}

/**
 * Depth first, with θ falling to the best objective found. Once so many tie that they are not listed, only better ones are looked
 * for: with λ = 0 there can be more ties than could ever be visited. Where the search takes long, the members that are at
 * most as dear as the best known are compiled, as deep sets are often small diagrams.
 */
async function findBest(instance: Instance, lambda: Rational, job?: Job<never>): Promise<Best> {
  const W = totalWeight(instance);
  const m = instance.rules.length;
  // One rule can be no worse than all points wrong.
  const allowed = allowances(W, m, lambda, add(rational(1n), lambda));
  const search = await createSearch(instance, { allowed, emit: true, eager: true }, job?.signal);
  const models = new ModelCollector();
  let least: Rational | null = null;
  let complete = true;
  let better = allowed;
  let tied = allowed;
  let compiled: Best | null = null;
  let patience = 1;
  await drive(search, job?.signal, async () => {
    let tighter: Float64Array | null = null;
    search.read((rules, size, mistakes) => {
      if (mistakes <= better[size]) {
        least = objective(W, lambda, mistakes, size);
        better = allowances(W, m, lambda, least, true);
        tied = allowances(W, m, lambda, least);
        models.clear();
        complete = true;
        tighter = tied;
      } else if (mistakes > tied[size] || !complete) return;
      if (models.length < LISTED) models.add(rules, size, mistakes);
      else {
        complete = false;
        tighter = better;
      }
    });
    if (tighter) search.tighten(tighter);
    job?.onProgress?.({ fraction: search.fraction() });
    if (!least || search.nodes < PATIENCE * patience) return true;
    compiled = await compileBest(instance, lambda, least, patience, job?.signal);
    patience *= 8;
    return compiled === null;
  });
  const { nodes } = search;
  return compiled ?? { optimum: least, models, complete, method: 'depth-first', nodes };
}

/** The best rule sets. Exact. */
export async function optimum(
  instance: Instance,
  options: { lambda: string },
  job?: Job<never>,
): Promise<OptimumResult> {
  const began = performance.now();
  const lambda = parseLambda(options.lambda);
  const W = totalWeight(instance);
  const best = await findBest(instance, lambda, job);
  return {
    ...best,
    models: await best.models.sorted(W, lambda),
    emptyObjective: objective(W, lambda, emptyMistakes(instance), 0),
    exact: true,
    ms: performance.now() - began,
    threads: 1,
  };
}
