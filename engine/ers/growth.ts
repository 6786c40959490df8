import { RunStatus } from '../bits/search-contract';
import { type Cost, type Job, pacer } from '../job';
import { allowances } from './allowance';
import { compile } from './compile';
import type { Budget } from './diagram';
import { countWithin, curve, distribution } from './diagram-count';
import { type Instance, totalWeight } from './instance';
import { optimum } from './optimum';
import { parseLambda } from './parameters';
import { phase } from './phases';
import { add, formatRational, parseRational, type Rational } from './rational';
import { createSearch } from './search';

export interface GrowthOptions {
  readonly lambda: string;
  /** Tolerances as typed, rising. */
  readonly epsilons: readonly string[];
  /** The most that the diagram may take, and the most rule sets that a search evaluates before it is given up. */
  readonly budget: Budget;
  readonly maxNodes: number;
}

export interface Growth extends Cost {
  /** The least objective over non-empty rule sets; null when there is no rule. */
  readonly optimum: Rational | null;
  /** |R| for each tolerance, exactly; null from the first on that the budgets do not reach. */
  readonly counts: readonly (bigint | null)[];
  readonly method: 'compiled' | 'depth-first';
}

/** Counts the members within each of the allowances, which rise; null when that takes more than `maxNodes`. */
async function countEach(
  instance: Instance,
  allowed: readonly Float64Array[],
  maxNodes: number,
  signal?: AbortSignal,
): Promise<{ counts: bigint[] | null; nodes: number }> {
  const search = await createSearch(instance, { allowed: allowed[allowed.length - 1], emit: true }, signal);
  const added = new Float64Array(allowed.length);
  const pace = pacer(signal);
  try {
    for (let done = false; !done; ) {
      done = search.run() === RunStatus.done;
      if (search.nodes > maxNodes) return { counts: null, nodes: search.nodes };
      search.read((_, size, mistakes) => {
        let step = 0;
        while (mistakes > allowed[step][size]) step++;
        added[step]++;
      });
      await pace();
    }
  } finally {
    search.close();
  }
  let total = 0n;
  return { counts: Array.from(added, (more) => (total += BigInt(more))), nodes: search.nodes };
}

/**
 * The size of the Rashomon set for rising tolerances, exactly: from one diagram where that is small, else from one search of
 * the widest set that the budget allows, each member counted at the least tolerance that admits it.
 */
export async function growth(instance: Instance, options: GrowthOptions, job?: Job): Promise<Growth> {
  const began = performance.now();
  const { epsilons, maxNodes, budget } = options;
  const lambda = parseLambda(options.lambda);
  const best = await optimum(instance, { lambda: options.lambda }, phase(job, 0, 0.2));
  const tell = (counts: Growth['counts'], method: Growth['method'], nodes: number): Growth => ({
    optimum: best.optimum,
    counts,
    method,
    nodes: best.nodes + nodes,
    ms: performance.now() - began,
    threads: 1,
  });
  if (!best.optimum)
    return tell(
      epsilons.map(() => 0n),
      'compiled',
      0,
    );
  const thetas = epsilons.map((epsilon) => add(best.optimum!, parseRational(epsilon)));
  const widest = formatRational(thetas[thetas.length - 1]);
  const diagram = await compile(instance, { lambda: options.lambda, theta: widest, ...budget }, phase(job, 0.2, 0.5));
  if (!diagram.outgrown) {
    const rising = curve(diagram, await distribution(diagram, job));
    return tell(
      thetas.map((theta) => countWithin(rising, theta)),
      'compiled',
      diagram.states,
    );
  }

  const W = totalWeight(instance);
  const allowed = thetas.map((theta) => allowances(W, instance.rules.length, lambda, theta));
  let nodes = 0;
  let known: bigint[] = [];
  // The widest set within the budget lies between these: all of it is tried first, then by halves.
  let [within, beyond] = [0, allowed.length + 1];
  for (let next = allowed.length; beyond - within > 1; next = (within + beyond) >> 1) {
    const found = await countEach(instance, allowed.slice(0, next), maxNodes, job?.signal);
    nodes += found.nodes;
    if (found.counts) {
      within = next;
      known = found.counts;
    } else beyond = next;
    job?.onProgress?.({ fraction: 0.5 + 0.5 / (beyond - within) });
  }
  return tell(
    epsilons.map((_, i) => known[i] ?? null),
    'depth-first',
    nodes,
  );
}
