import { type Cost, type Job, paced, pacer } from '../job';
import { type Budget, buildDiagram, type Diagram, type DiagramSoFar, type Outgrown } from './diagram';
import type { Instance } from './instance';
import { phase } from './phases';
import { byFalsePositives, classesOf, createSpace, type RuleWeights, type Space, weighRules } from './space';
import { resolveThreshold, type Threshold } from './threshold';

/** Orders in which the rules can be decided: each is best, or near it, on some data. */
export const orders = {
  'false-positives': byFalsePositives,
  'loss-to-gain': ({ gain, loss }: RuleWeights) => rank(gain, (j) => loss[j] / (gain[j] + 1)),
  support: ({ gain, loss }: RuleWeights) => rank(gain, (j) => gain[j] + loss[j]),
  gain: ({ gain }: RuleWeights) => rank(gain, (j) => gain[j]),
} satisfies Record<string, (rules: RuleWeights) => number[]>;

export type OrderName = keyof typeof orders;

const rank = (of: Float64Array, value: (j: number) => number) =>
  [...of.keys()].sort((a, b) => value(b) - value(a) || a - b);

export interface CompileOptions extends Threshold, Budget {
  /** One order by name, or rules one by one; otherwise the best of a few where that is cheap to find out. */
  readonly order?: OrderName | readonly number[];
  /** Let the empty rule set be a member. */
  readonly includeEmpty?: boolean;
}

export interface CompileCost extends Cost {
  /** The order taken. */
  readonly order: OrderName | 'given';
  /** The states of every order that was tried to its end. */
  readonly tried: Readonly<Partial<Record<OrderName, number>>>;
}

export type Compiled = Diagram & CompileCost;
export type NotCompiled = Outgrown & CompileCost;

const PROBE_STATES = 20_000;

/** Builds small diagrams in all orders, and keeps the smallest. */
async function probe(spaceOf: (name: OrderName) => Promise<Space>, budget: Budget, signal?: AbortSignal) {
  const tried: Partial<Record<OrderName, number>> = {};
  let best: { name: OrderName; diagram: Diagram } | undefined;
  for (const name of Object.keys(orders) as OrderName[]) {
    const maxStates = Math.min(PROBE_STATES, budget.maxStates ?? PROBE_STATES, best?.diagram.states ?? PROBE_STATES);
    const diagram = await buildDiagram(await spaceOf(name), { ...budget, maxStates }, { signal });
    if (diagram.outgrown) continue;
    tried[name] = diagram.states;
    if (!best || diagram.states < best.diagram.states) best = { name, diagram };
  }
  return { tried, best };
}

/**
 * Compiles a Rashomon set (ALGORITHMS.md, "Layered count"). Where a few thousand states suffice, all orders of rules are
 * tried; else the rules are decided by false positives, most first. `outgrown` tells whether the budget did not suffice.
 */
export async function compile(
  instance: Instance,
  options: CompileOptions,
  job?: Job<DiagramSoFar>,
): Promise<Compiled | NotCompiled> {
  const began = performance.now();
  const { lambda, theta } = await resolveThreshold(instance, options, phase(job, 0, 0.2));
  const report = phase(job, options.theta === undefined ? 0.2 : 0, 1);
  const rest = (order: CompileCost['order'], tried: CompileCost['tried'], diagram: Diagram | Outgrown) => ({
    ...diagram,
    order,
    tried,
    ms: performance.now() - began,
    threads: 1,
  });
  const { includeEmpty } = options;
  const pace = pacer(job?.signal);
  const spaceOf = (order: readonly number[]) =>
    paced(createSpace(instance, lambda, theta, { order, includeEmpty }), pace);
  if (options.order !== undefined && typeof options.order !== 'string') {
    const given = checkedOrder(options.order, instance.rules.length);
    return rest('given', {}, await buildDiagram(await spaceOf(given), options, report));
  }
  const classes = await paced(classesOf(instance), pace);
  const weights = await paced(weighRules(classes, instance.rules.length), pace);
  if (options.order === undefined) {
    const { tried, best } = await probe((name) => spaceOf(orders[name](weights)), options, job?.signal);
    if (best) return rest(best.name, tried, best.diagram);
  }
  const name = options.order ?? 'false-positives';
  return rest(name, {}, await buildDiagram(await spaceOf(orders[name](weights)), options, report));
}

function checkedOrder(order: readonly number[], m: number): readonly number[] {
  const seen = new Set(order);
  if (order.length !== m || seen.size !== m || order.some((j) => !(Number.isInteger(j) && j >= 0 && j < m)))
    throw new RangeError(`an order names each of the rules 0 to ${m - 1} once`);
  return order;
}
