import { type Cost, type Job, pacer } from '../job';
import { createRandom, type Random } from '../random';
import { buildDiagram } from './diagram';
import { uniformSampler } from './diagram-sample';
import { enumerate } from './enumerate';
import type { Instance } from './instance';
import { type ModelList, modelRules } from './model-list';
import { listModels, type Model } from './models';
import { phase } from './phases';
import { formatRational, type Rational } from './rational';
import { createSpace, type Space } from './space';
import { resolveThreshold, type Threshold } from './threshold';
import { sampleTree, walkTree } from './tree-sampling';
import { prepareUniGen, shuffleFront, uniGenDraw } from './unigen';

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

type Drawn = Pick<SampleResult, 'method' | 'uniformity' | 'nodes'> & { readonly models: readonly Model[] };
type Draw = (space: Space, options: SampleOptions, random: Random, job?: Job) => Promise<Drawn>;

const report = (job: Job | undefined, done: number, of: number) => job?.onProgress?.({ fraction: done / of });

/** Models in a list, drawn with replacement. */
function drawFrom(list: ModelList, k: number, random: Random): Model[] {
  return Array.from({ length: list.length === 0 ? 0 : k }, () => {
    const i = random.below(list.length);
    return { rules: Array.from(modelRules(list, i)), mistakes: list.mistakes[i] };
  });
}

const exact: Draw = async (space, { k, maxBytes, lambda }, random, job) => {
  const diagram = await buildDiagram(space, { maxBytes }, job as Job);
  if (diagram.outgrown) {
    // Where even the list is too long, `enumerate` draws from it while it searches: uniformly, without replacement.
    const theta = formatRational(space.theta);
    const listed = await enumerate(space.instance, { lambda, theta, seed: random.uint32() + 1 }, job as Job);
    return {
      models: drawFrom(listed.models, k, random),
      method: 'list',
      uniformity: 'exact',
      nodes: diagram.states + listed.nodes,
    };
  }
  const draw = uniformSampler(diagram);
  const pace = pacer(job?.signal);
  const models: Model[] = [];
  while (draw && models.length < k) {
    models.push(draw(random));
    const wait = pace();
    if (wait) await wait;
  }
  return { models, method: 'compiled', uniformity: 'exact', nodes: diagram.states };
};

const approx: Draw = async (space, { k, tolerance = 8, several = false, seed = 1 }, _, job) => {
  const prepared = await prepareUniGen(space, { tolerance, seed }, job);
  const models: Model[] = [];
  let nodes = prepared.nodes;
  for (let index = 0; models.length < k; index++) {
    const drawn = await uniGenDraw(prepared, index, several, job);
    if (drawn.models.length === 0) break;
    models.push(...drawn.models);
    nodes += drawn.nodes;
    report(job, Math.min(models.length, k), k);
  }
  return {
    models: models.slice(0, k),
    method: prepared.all ? 'list' : 'UniGen',
    uniformity: prepared.all ? 'exact' : { tolerance },
    nodes,
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

/**
 * Draws k (non-empty) members: exactly uniformly from the compiled set, or from a list where that does not fit; almost
 * uniformly by UniGen; by BB-sts; or by naive walks. Fewer than k, possibly none, when the set is empty or a sampler
 * without a promise finds no more. The same seed gives the same models.
 */
export async function sample(instance: Instance, options: SampleOptions, job?: Job): Promise<SampleResult> {
  const began = performance.now();
  const { k, method = 'exact', seed = 1 } = options;
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`k must be a natural number, not ${k}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`the seed must be a natural number, not ${seed}`);
  const { lambda, theta, best } = await resolveThreshold(instance, options, phase(job, 0, 0.1));
  const space = createSpace(instance, lambda, theta);
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
