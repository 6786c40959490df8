import { type Cost, type Job, paced, pacer } from '../job';
import { createRandom, type Random } from '../random';
import { buildDiagram } from './diagram';
import { uniformSampler } from './diagram-sample';
import { enumerate } from './enumerate';
import type { Instance } from './instance';
import { type ModelList, modelRules } from './model-list';
import { listModels, type Model } from './models';
import { type Part, stretch, WHOLE } from './part';
import { phase } from './phases';
import { formatRational, type Rational } from './rational';
import { createSpace, type Space } from './space';
import { resolveThreshold, type Threshold } from './threshold';
import { sampleTree, walkTree } from './tree-sampling';
import { type PreparedUniGen, prepareUniGen, shuffleFront, uniGenDraw } from './unigen';

export interface SampleOptions extends Threshold {
  /** Models to draw, with replacement; from a tree, without it as long as a run has enough. */
  readonly k: number;
  readonly method?: 'exact' | 'approx' | 'tree' | 'walk';
  readonly seed?: number;
  /** approx: every model has a probability within a factor 1 + tolerance of uniform. */
  readonly tolerance?: number;
  /** approx: take several models of each cell, which are then not independent of each other. */
  readonly several?: boolean;
  /** tree: ℓ and κ. */
  readonly rulesPerLevel?: number;
  readonly samplesPerLevel?: number;
  /** exact: most bytes for the compiled set. */
  readonly maxBytes?: number;
  /** Let the empty rule set be a member. */
  readonly includeEmpty?: boolean;
  /** exact, approx: one of several parts of the draws, those that follow each other. */
  readonly part?: Part;
}

export interface SampleResult extends Cost {
  /** In the order drawn. */
  readonly models: ModelList;
  readonly theta: Rational;
  readonly optimum?: Rational | null;
  /** How the models were drawn: from the compiled set, from a list, from parity cells, from partial sets, by naive walks. */
  readonly method: 'compiled' | 'list' | 'UniGen' | 'BB-sts' | 'walk';
  /** Exactly uniform; within a factor 1 + tolerance of uniform; or without any promise. */
  readonly uniformity: 'exact' | { readonly tolerance: number } | null;
  readonly seed: number;
}

/** Of UniGen, unless told. */
export const TOLERANCE = 8;

type Drawn = Pick<SampleResult, 'method' | 'uniformity' | 'nodes'> & { readonly models: readonly Model[] };
type Draw = (space: Space, options: SampleOptions, random: Random, job?: Job) => Promise<Drawn>;

const report = (job: Job | undefined, done: number, of: number) => job?.onProgress?.({ fraction: done / of });

/** A model in a list. */
function drawFrom(list: ModelList, random: Random): Model {
  const i = random.below(list.length);
  return { rules: Array.from(modelRules(list, i)), mistakes: list.mistakes[i] };
}

/** Makes the draws of a part, each from random numbers of its own; none from an empty set. */
async function drawPart(
  { k, part = WHOLE }: SampleOptions,
  random: Random,
  draw: ((random: Random) => Model) | null,
  job?: Job,
): Promise<Model[]> {
  const pace = pacer(job?.signal);
  const models: Model[] = [];
  const { from, to } = stretch(k, part);
  for (let index = from; draw && index < to; index++) {
    models.push(draw(random.fork(index)));
    const wait = pace();
    if (wait) await wait;
  }
  return models;
}

const exact: Draw = async (space, options, random, job) => {
  const { maxBytes, lambda, includeEmpty } = options;
  const diagram = await buildDiagram(space, { maxBytes }, job);
  if (diagram.outgrown) {
    // Where even the list is too long, `enumerate` draws from it while it searches: uniformly, without replacement.
    const theta = formatRational(space.theta);
    const seed = random.uint32() + 1;
    const { models, nodes } = await enumerate(space.instance, { lambda, theta, seed, includeEmpty }, job);
    return {
      models: await drawPart(options, random, models.length > 0 ? (own) => drawFrom(models, own) : null, job),
      method: 'list',
      uniformity: 'exact',
      nodes: diagram.states + nodes,
    };
  }
  const models = await drawPart(options, random, await uniformSampler(diagram, { signal: job?.signal }), job);
  return { models, method: 'compiled', uniformity: 'exact', nodes: diagram.states };
};

/** The draws with these numbers, each from a cell of its own, or several from each. */
export async function uniGenDraws(
  prepared: PreparedUniGen,
  { from, to }: { from: number; to: number },
  several = false,
  job?: Job,
): Promise<{ models: Model[]; nodes: number }> {
  const each = several && !prepared.all ? Math.floor(prepared.parameters.low) : 1;
  const models: Model[] = [];
  let nodes = 0;
  const first = Math.floor(from / each);
  for (let index = first; index * each < to; index++) {
    const drawn = await uniGenDraw(prepared, index, several, job);
    if (drawn.models.length === 0) break;
    models.push(...drawn.models);
    nodes += drawn.nodes;
    report(job, Math.min(models.length, to - from), to - from);
  }
  return { models: models.slice(from - first * each, to - first * each), nodes };
}

const approx: Draw = async (space, options, _, job) => {
  const { k, tolerance = TOLERANCE, several, seed = 1, part = WHOLE } = options;
  const prepared = await prepareUniGen(space, { tolerance, seed }, job);
  const { models, nodes } = await uniGenDraws(prepared, stretch(k, part), several, job);
  return {
    models,
    method: prepared.all ? 'list' : 'UniGen',
    uniformity: prepared.all ? 'exact' : { tolerance },
    nodes: prepared.nodes + nodes,
  };
};

/** Runs or walks in a row that may end without a member before a sampler gives up. */
const PATIENCE = 10_000;

const tree: Draw = async (space, { k, rulesPerLevel = 5, samplesPerLevel = 1000 }, random, job) => {
  const models: Model[] = [];
  let nodes = 0;
  for (let run = 0, empty = 0; models.length < k && empty < PATIENCE / 100; run++) {
    const result = await sampleTree(space, { rulesPerLevel, samplesPerLevel }, random.fork(run), job);
    nodes += result.nodes;
    empty = result.members.length === 0 ? empty + 1 : 0;
    models.push(...shuffleFront([...result.members], k, random));
    report(job, Math.min(models.length, k), k);
  }
  return { models: models.slice(0, k), method: 'BB-sts', uniformity: null, nodes };
};

const walk: Draw = async (space, { k }, random, job) => {
  const pace = pacer(job?.signal);
  const models: Model[] = [];
  let nodes = 0;
  for (let dead = 0; models.length < k && dead < PATIENCE; nodes++) {
    const model = walkTree(space, random);
    dead = model ? 0 : dead + 1;
    if (model) models.push(model);
    const wait = pace();
    if (wait) await wait;
  }
  return { models, method: 'walk', uniformity: null, nodes };
};

const methods = { exact, approx, tree, walk };

/** A tree draws many models at once, a walk may end without one: their draws have no numbers. */
const IN_PARTS: readonly string[] = ['exact', 'approx'];

/**
 * Draws k members: exactly uniformly from the compiled set, or from a list where that does not fit; almost
 * uniformly by UniGen; by BB-sts; or by naive walks. Fewer than k, possibly none, when the set is empty or a sampler
 * without a promise finds no more. The same seed gives the same models.
 */
export async function sample(instance: Instance, options: SampleOptions, job?: Job): Promise<SampleResult> {
  const began = performance.now();
  const { k, method = 'exact', seed = 1 } = options;
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`k must be a natural number, not ${k}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`the seed must be a natural number, not ${seed}`);
  const { lambda, theta, best } = await resolveThreshold(instance, options, phase(job, 0, 0.1));
  if (options.part && !IN_PARTS.includes(method)) throw new RangeError(`draws by ${method} do not fall into parts`);
  const { includeEmpty } = options;
  const space = await paced(createSpace(instance, lambda, theta, { includeEmpty }), pacer(job?.signal));
  const drawn = await methods[method](space, options, createRandom(seed), phase(job, 0.1, 1));
  return {
    ...drawn,
    models: listModels(drawn.models),
    theta,
    ...(best && { optimum: best.optimum }),
    seed,
    ms: performance.now() - began,
    threads: 1,
  };
}
