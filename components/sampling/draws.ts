import { modelRules } from '../../engine/ers/model-list';
import type { SampleResult } from '../../engine/ers/sample';
import { share } from '../../engine/worker/shared';
import type { FigureContext } from '../islands/figure-module';
import { lambda, loadRules, type SmallSet } from '../small-set/small-set';
import { NAMES, SAMPLERS, type SamplerName } from './samplers';
import type { State } from './state';

/** What one sampler drew. Plain JSON. */
export interface Draws {
  readonly method: SampleResult['method'];
  readonly uniformity: SampleResult['uniformity'];
  /** How often each model came. */
  readonly counts: readonly number[];
  /** Models asked for. */
  readonly wanted: number;
  /** Rule sets or states looked at for one model, about. */
  readonly nodes: number;
  /** Models a second, where it was measured in the reader's browser. */
  readonly speed: number | null;
}

export type AllDraws = Readonly<Record<SamplerName, Draws>>;

/** What a sampler's draws depend on. */
export function keyOf(name: SamplerName, state: State): string {
  const { seed, per } = state;
  return JSON.stringify([name, seed, per, SAMPLERS[name].options(state)]);
}

type Told = (progress: { fraction: number }) => void;

export async function runSampler(
  context: FigureContext,
  set: SmallSet,
  name: SamplerName,
  state: State,
  job: { signal?: AbortSignal; onProgress?: Told } = {},
): Promise<Draws> {
  const { instance } = await loadRules(context);
  const wanted = Number(state.per) * set.models.length;
  const question = { lambda, theta: set.exactTheta, k: wanted, method: name, seed: state.seed };
  const options = { ...question, ...SAMPLERS[name].options(state) };
  const { models, method, uniformity, nodes, ms } = await context.engine.run(
    'drawAll',
    { shared: share(instance), options },
    job,
  );
  const bit: number[] = [];
  set.order.forEach((rule, position) => {
    bit[rule] = 1 << position;
  });
  const place = new Map(set.models.map((bits, k) => [bits, k]));
  const counts = new Array<number>(set.models.length).fill(0);
  for (let i = 0; i < models.length; i++) {
    counts[place.get(modelRules(models, i).reduce((bits, rule) => bits | bit[rule], 0))!]++;
  }
  return {
    method,
    uniformity,
    counts,
    wanted,
    nodes: Number((nodes / Math.max(1, models.length)).toFixed(1)),
    speed: Number(((1000 * models.length) / ms).toPrecision(3)),
  };
}

/** What is known by `keyOf`, the draws of the static page first: settings that were left and come back are not run again. */
export type Known = Map<string, Draws>;

/** So many draws are kept beside those. */
const KEPT = 40;

/**
 * Runs the samplers whose draws are not known yet, one after the other, so that none disturbs the speed of another. What
 * has ended is known at once.
 */
export async function runSamplers(
  context: FigureContext,
  set: SmallSet,
  state: State,
  known: Known,
  { signal, onProgress }: { signal: AbortSignal; onProgress: Told },
): Promise<void> {
  const missing = NAMES.filter((name) => !known.has(keyOf(name, state)));
  for (const [i, name] of missing.entries()) {
    const tell = (fraction: number) => onProgress({ fraction: (i + fraction) / missing.length });
    tell(0);
    const draws = await runSampler(context, set, name, state, { signal, onProgress: (p) => tell(p.fraction) });
    known.set(keyOf(name, state), draws);
    for (const old of [...known.keys()].slice(NAMES.length, -KEPT)) known.delete(old);
  }
}
