import type { Cost, Job } from '../job';
import { allowances, objective } from './allowance';
import { emptyMistakes } from './empty';
import { type Instance, totalWeight } from './instance';
import { ModelCollector } from './model-collector';
import type { ModelList } from './model-list';
import { parseLambda } from './parameters';
import { add, type Rational, rational } from './rational';
import { createSearch, drive } from './search';

export interface OptimumResult extends Cost {
  /** The least objective over non-empty rule sets; null when there are no rules. */
  readonly optimum: Rational | null;
  /** The rule sets that reach it, in canonical order: the first 10,000. */
  readonly models: ModelList;
  /** How many reach it. */
  readonly count: number;
  /** The objective of the empty rule set. */
  readonly emptyObjective: Rational;
  readonly exact: true;
  readonly method: 'depth-first';
}

const LISTED = 10_000;

/** The best rule sets: the depth-first search with θ falling to the best objective found. Exact. */
export async function optimum(
  instance: Instance,
  options: { lambda: string },
  job?: Job<never>,
): Promise<OptimumResult> {
  const began = performance.now();
  const lambda = parseLambda(options.lambda);
  const W = totalWeight(instance);
  const m = instance.rules.length;
  // One rule can be no worse than all points wrong.
  const allowed = allowances(W, m, lambda, add(rational(1n), lambda));
  const search = await createSearch(instance, { allowed, emit: true, eager: true });
  const best = new ModelCollector();
  let least: Rational | null = null;
  let count = 0;
  let better = allowed;
  let tied = allowed;
  await drive(search, job?.signal, () => {
    let improved = false;
    search.read((rules, size, mistakes) => {
      if (mistakes <= better[size]) {
        least = objective(W, lambda, mistakes, size);
        better = allowances(W, m, lambda, least, true);
        tied = allowances(W, m, lambda, least);
        best.clear();
        count = 0;
        improved = true;
      } else if (mistakes > tied[size]) return;
      if (count++ < LISTED) best.add(rules, size, mistakes);
    });
    if (improved) search.tighten(tied);
    job?.onProgress?.({ fraction: search.fraction() });
  });
  return {
    optimum: least,
    models: await best.sorted(W, lambda),
    count,
    emptyObjective: objective(W, lambda, emptyMistakes(instance), 0),
    exact: true,
    method: 'depth-first',
    nodes: search.nodes,
    ms: performance.now() - began,
    threads: 1,
  };
}
