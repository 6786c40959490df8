import type { Instance } from '../ers/instance';
import { phase } from '../ers/phases';
import { formatRational } from '../ers/rational';
import { type Bounds, referenceSearch, type TraceNode } from '../ers/reference';
import { resolveThreshold } from '../ers/threshold';
import { type Job, pacer } from '../job';

export interface TraceSearchInput {
  readonly instance: Instance;
  readonly lambda: string;
  readonly epsilon: string;
  readonly bounds: Required<Bounds>;
}

/** What a search with some bounds cost. */
export interface SearchTally {
  readonly bounds: Required<Bounds>;
  readonly evaluations: number;
  readonly objectives: number;
  readonly queued: number;
}

export interface TracedSearch {
  /** Fractions, "a/b". */
  readonly optimum: string;
  readonly theta: string;
  /** Non-empty members. */
  readonly count: number;
  /** Every rule set that was looked at, the empty one first, in the order of the search. */
  readonly trace: readonly TraceNode[];
  /** One for each choice of bounds. */
  readonly tallies: readonly SearchTally[];
}

const ON_OR_OFF = [false, true];

const everyChoice: readonly Required<Bounds>[] = ON_OR_OFF.flatMap((equivalentPoints) =>
  ON_OR_OFF.flatMap((hierarchical) =>
    ON_OR_OFF.flatMap((lookAhead) => ON_OR_OFF.map((size) => ({ hierarchical, lookAhead, size, equivalentPoints }))),
  ),
);

/** Runs BB-enum as published with some of its bounds, step by step, and counts what every other choice of bounds costs. */
export async function traceSearch(
  { instance, lambda, epsilon, bounds }: TraceSearchInput,
  job: Job = {},
): Promise<TracedSearch> {
  const { theta, best } = await resolveThreshold(instance, { lambda, epsilon }, phase(job, 0, 0.2));
  if (!best?.optimum) throw new RangeError('there is no candidate rule to search among');
  const question = { lambda, theta: formatRational(theta) };
  const everything = 2 ** instance.rules.length;
  const pace = pacer(job.signal);
  const tallies: SearchTally[] = [];
  for (const choice of everyChoice) {
    const { evaluations, objectives, queued } = referenceSearch(instance, { ...question, bounds: choice });
    tallies.push({ bounds: choice, evaluations, objectives, queued });
    await pace();
  }
  const { count, trace } = referenceSearch(instance, { ...question, bounds, trace: everything });
  return { optimum: formatRational(best.optimum), theta: question.theta, count, trace, tallies };
}
