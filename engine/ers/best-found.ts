import { type Job, paced, pacer } from '../job';
import { allowances, objective } from './allowance';
import { type Instance, totalWeight } from './instance';
import { parseLambda } from './parameters';
import { add, compare, type Rational, rational } from './rational';
import { createSearch, drive } from './search';
import { createSpace, type Space } from './space';
import { createWeigher } from './weigher';

export interface BestFound {
  /** The least objective found over non-empty rule sets; null where there are no rules. */
  readonly objective: Rational | null;
  /** Whether there is none less. */
  readonly proven: boolean;
  readonly nodes: number;
}

/** Rule sets of each size that are carried on. */
const WIDTH = 30;

/** Sizes in a row that may bring nothing better. */
const PATIENCE = 3;

/** Pairs of words that may be weighed to prove that nothing is better: a few seconds. */
const EFFORT = 1_500_000_000;

class Enough extends Error {}

/** Beam search: of each size the best few, each extended by every rule. Quick, mostly right, and never sure. */
async function beam(space: Space, W: number, signal?: AbortSignal): Promise<{ least: Rational; nodes: number }> {
  const weigher = createWeigher(space);
  const pace = pacer(signal);
  let sets: readonly (readonly number[])[] = [[]];
  let least: Rational | null = null;
  let nodes = 0;
  for (let size = 1, idle = 0; size <= space.m && idle < PATIENCE; size++, idle++) {
    const longer = new Map<string, { rules: readonly number[]; mistakes: number }>();
    for (const set of sets) {
      weigher.hold(set);
      for (let p = 0; p < space.m; p++) {
        if (set.includes(p)) continue;
        const rules = [...set, p].sort((a, b) => a - b);
        const key = rules.join();
        if (longer.has(key)) continue;
        longer.set(key, { rules, mistakes: weigher.weighWith(p) });
        nodes++;
      }
      const wait = pace();
      if (wait) await wait;
    }
    // Sorting keeps the order of equals, so the same sets are carried on everywhere.
    const best = [...longer.values()].sort((a, b) => a.mistakes - b.mistakes).slice(0, WIDTH);
    const here = objective(W, space.lambda, best[0].mistakes + space.classes.unavoidable, size);
    if (!least || compare(here, least) < 0) {
      least = here;
      idle = 0;
    }
    sets = best.map(({ rules }) => rules);
  }
  return { least: least!, nodes };
}

/**
 * The best objective that a limited search finds: a beam search, then depth first for anything better, until that is done or
 * has done `effort`. The limit is no time: the same question has the same answer everywhere.
 */
export async function bestFound(
  instance: Instance,
  options: { readonly lambda: string; readonly effort?: number },
  job?: Job<never>,
): Promise<BestFound> {
  const { effort = EFFORT } = options;
  const m = instance.rules.length;
  if (m === 0) return { objective: null, proven: true, nodes: 0 };
  const lambda = parseLambda(options.lambda);
  const W = totalWeight(instance);
  const worst = add(rational(1n), lambda);
  const space = await paced(createSpace(instance, lambda, worst), pacer(job?.signal));
  const first = await beam(space, W, job?.signal);
  let least = first.least;
  const below = () => allowances(W, m, lambda, least, true);
  // Where nothing better can exist, not even the sizes allow it.
  if (below()[0] < 0) return { objective: least, proven: true, nodes: first.nodes };
  const search = await createSearch(instance, { allowed: below(), emit: true, eager: true }, job?.signal);
  let proven = true;
  try {
    await drive(search, job?.signal, () => {
      let better = false;
      search.read((_, size, mistakes) => {
        const here = objective(W, lambda, mistakes, size);
        if (compare(here, least) >= 0) return;
        least = here;
        better = true;
      });
      if (better) search.tighten(below());
      if (search.work > effort) throw new Enough();
      job?.onProgress?.({ fraction: Math.max(search.fraction(), search.work / effort) });
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    proven = false;
  }
  return { objective: least, proven, nodes: first.nodes + search.nodes };
}
