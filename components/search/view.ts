import { titanic } from '../../engine/data/catalogue/titanic';
import { parseRational, toNumber } from '../../engine/ers/rational';
import type { Bounds, Verdict } from '../../engine/ers/reference';
import type { SearchTally } from '../../engine/worker/trace-search';
import type { FigureContext } from '../islands/figure-module';
import { loadPool } from '../pool/pool';
import { boundsOf, RULES, type State } from './state';

/** Rules that say who died. */
const MINING = { positive: 'No', maxLength: 2, rules: RULES, ranking: 'gain' } as const;

export const dataset = titanic;

/** A search from its first rule set to its last, as plain lists: entry k is the k-th rule set looked at, the empty one is entry 0. */
export interface Trace {
  /** −1 for the empty set. */
  readonly parent: readonly number[];
  /** The rule that it adds. */
  readonly rule: readonly number[];
  readonly falsePositives: readonly number[];
  readonly least: readonly number[];
  readonly mistakes: readonly number[];
  /** 1 for members. */
  readonly member: readonly number[];
  readonly verdict: readonly Verdict[];
}

/** One search, and what it is compared with. Plain JSON. */
export interface SearchView {
  readonly lambda: string;
  readonly bounds: Required<Bounds>;
  /** Points. */
  readonly n: number;
  /** Each rule in words. */
  readonly words: readonly string[];
  readonly optimum: number;
  readonly theta: number;
  /** Non-empty members. */
  readonly count: number;
  readonly trace: Trace;
  /** One for each choice of bounds. */
  readonly tallies: readonly SearchTally[];
}

/** Runs the search that a state asks for. */
export async function runSearch(
  context: FigureContext,
  state: State,
  job?: { signal: AbortSignal },
): Promise<SearchView> {
  const { instance, words } = await loadPool(context, { dataset, mining: MINING, order: 'broadest' }, job);
  const { lambda, epsilon } = state;
  const bounds = boundsOf(state);
  const { optimum, theta, count, trace, tallies } = await context.engine.run(
    'traceSearch',
    { instance, lambda, epsilon, bounds },
    job,
  );
  return {
    lambda,
    bounds,
    n: instance.n,
    words,
    optimum: toNumber(parseRational(optimum)),
    theta: toNumber(parseRational(theta)),
    count,
    trace: {
      parent: trace.map((node) => node.parent),
      rule: trace.map((node) => node.rule),
      falsePositives: trace.map((node) => node.falsePositives),
      least: trace.map((node) => node.least),
      mistakes: trace.map((node) => node.mistakes),
      member: trace.map((node) => Number(node.member)),
      verdict: trace.map((node) => node.verdict),
    },
    tallies,
  };
}

/** The rules of an entry, in order. */
export function rulesOf({ parent, rule }: Trace, entry: number): number[] {
  const rules: number[] = [];
  for (let k = entry; k > 0; k = parent[k]) rules.unshift(rule[k]);
  return rules;
}

/** The entry of a rule set, or, when the search never came to it, that of the longest beginning of it that was looked at. */
export function findEntry({ parent, rule }: Trace, rules: readonly number[]): { entry: number; reached: boolean } {
  let entry = 0;
  for (const wanted of rules) {
    const next = rule.findIndex((r, k) => k > 0 && r === wanted && parent[k] === entry);
    if (next < 0) return { entry, reached: false };
    entry = next;
  }
  return { entry, reached: true };
}
