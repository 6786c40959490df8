import { type Job, pacer } from '../job';
import { createRandom, type Random } from '../random';
import { approxCountTrial, type CountTrial, listFew, medianEstimate, prepareApproxCount } from './approx-count';
import { Cells } from './cells';
import { type Model, toModel } from './models';
import type { Space } from './space';

/** What UniGen needs for a tolerance: every member is drawn with a probability within a factor 1 + tolerance of uniform. */
export interface UniGenParameters {
  readonly kappa: number;
  /** The size of cell aimed at, and the least and the most that is accepted. */
  readonly pivot: number;
  readonly low: number;
  readonly high: number;
}

const LEAST_TOLERANCE = 1.71;

/** Chakraborty, Meel & Vardi, Balancing Scalability and Uniformity in SAT Witness Generator, DAC 2014. */
export function uniGenParameters(tolerance: number): UniGenParameters {
  if (!(tolerance >= LEAST_TOLERANCE && tolerance < Number.POSITIVE_INFINITY))
    throw new RangeError(`UniGen promises a factor 1 + ${LEAST_TOLERANCE} at best; tolerance is ${tolerance}`);
  // (1 + κ)(2.23 + 0.48/(1 − κ)²) − 1 = tolerance; the left side rises from 1.71 without end on [0, 1).
  let kappa = 0;
  for (let step = 0.5; step > 1e-12; step /= 2) {
    const next = kappa + step;
    if ((1 + next) * (2.23 + 0.48 / (1 - next) ** 2) - 1 <= tolerance) kappa = next;
  }
  kappa = Math.max(kappa, 1e-3);
  return aimAt(kappa, Math.ceil(3 * Math.sqrt(Math.E) * (1 + 1 / kappa) ** 2));
}

/** Cells of this size, within a factor 1 + κ. The promise holds for every pivot from the formula's on. */
const aimAt = (kappa: number, pivot: number): UniGenParameters => ({
  kappa,
  pivot,
  low: pivot / (1 + kappa),
  high: 1 + (1 + kappa) * pivot,
});

export interface PreparedUniGen {
  readonly space: Space;
  readonly parameters: UniGenParameters;
  readonly seed: number;
  /** All members, when they are so few that they can be drawn from a list. */
  readonly all: readonly Model[] | null;
  /** The estimate that the number of constraints comes from, and the most constraints tried. */
  readonly estimate: bigint;
  readonly constraints: number;
  readonly nodes: number;
}

const log2 = (n: bigint): number => {
  const shift = Math.max(0, n.toString(2).length - 53);
  return Math.log2(Number(n >> BigInt(shift))) + shift;
};

/** Cells that are counted to aim well. */
const AIMS = 8;

/**
 * Where cells may differ by less than a factor of two, halving the set again and again can miss the sizes that are accepted. So
 * the pivot becomes the size of the cells that some number of constraints does leave, on average, between the formula's and
 * twice that.
 */
async function aimWell(
  space: Space,
  { kappa, pivot, low, high }: UniGenParameters,
  estimate: bigint,
  random: Random,
  job?: Job,
): Promise<UniGenParameters & { nodes: number }> {
  if (high >= 2 * low) return { kappa, pivot, low, high, nodes: 0 };
  const constraints = Math.max(0, Math.floor(log2(estimate) - Math.log2(pivot)));
  const most = 16 * pivot;
  let total = 0;
  let nodes = 0;
  for (let i = 0; i < AIMS; i++) {
    const cells = new Cells(space, random.fork(i), most, pacer(job?.signal));
    total += (await cells.list(constraints))?.length ?? most;
    nodes += cells.nodes;
  }
  let aim = total / AIMS;
  while (aim < pivot) aim *= 2;
  while (aim >= 2 * pivot) aim /= 2;
  return { ...aimAt(kappa, aim), nodes };
}

export async function prepareUniGen(
  space: Space,
  { tolerance, seed }: { tolerance: number; seed: number },
  job?: Job,
): Promise<PreparedUniGen> {
  const formula = uniGenParameters(tolerance);
  const few = await listFew(space, Math.floor(Math.max(formula.high, 2 * formula.pivot)), job);
  if (few.members) {
    const all = few.members.map((found) => toModel(space, found));
    return { space, parameters: formula, seed, all, estimate: BigInt(all.length), constraints: 0, nodes: few.nodes };
  }
  const count = await prepareApproxCount(space, { eps: 0.8, delta: 0.2, seed: createRandom(seed, 1).uint32() }, job);
  const trials: CountTrial[] = [];
  for (let t = 0; t < count.parameters.trials; t++) {
    trials.push(await approxCountTrial(count, t, trials.at(-1)?.constraints, job));
  }
  const estimate = count.exact === null ? medianEstimate(trials)! : BigInt(count.exact);
  const { nodes: aiming, ...parameters } = await aimWell(space, formula, estimate, createRandom(seed, 3), job);
  return {
    space,
    parameters,
    seed,
    all: null,
    estimate,
    constraints: Math.max(4, Math.ceil(log2(estimate) + Math.log2(1.8) - Math.log2(parameters.pivot))),
    nodes: trials.reduce((sum, trial) => sum + trial.nodes, few.nodes + count.nodes + aiming),
  };
}

/** Moves `count` random members of a list to its front. */
export function shuffleFront<T>(list: T[], count: number, random: Random): T[] {
  for (let i = 0; i < Math.min(count, list.length); i++) {
    const j = i + random.below(list.length - i);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

const ATTEMPTS = 1000;

/**
 * Draw number `index`: a uniform member of a random cell whose size is about the pivot. A hash that leaves no such cell is
 * drawn anew. With `several`, as many different members of the cell as `low` tells: each by itself has the same
 * probabilities, but they are not independent of each other.
 */
export async function uniGenDraw(
  { space, parameters, seed, all, constraints }: PreparedUniGen,
  index: number,
  several = false,
  job?: Job,
): Promise<{ models: Model[]; nodes: number }> {
  const { low, high } = parameters;
  const random = createRandom(seed, 2).fork(index);
  if (all) return { models: all.length === 0 ? [] : [all[random.below(all.length)]], nodes: 0 };
  const pace = pacer(job?.signal);
  let nodes = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const cells = new Cells(space, random.fork(attempt), Math.floor(high), pace);
    // The cells are nested: the first that is not too large is the only one that can be neither.
    const cell = await cells.firstSmall(constraints - 2);
    nodes += cells.nodes;
    if (cell.constraints > constraints || cell.constraints < constraints - 4 || cell.members.length < low) continue;
    const drawn = shuffleFront([...cell.members], several ? Math.floor(low) : 1, random);
    return { models: drawn.slice(0, several ? Math.floor(low) : 1).map((found) => toModel(space, found)), nodes };
  }
  throw new Error(`no cell of a good size in ${ATTEMPTS} hashes`);
}
