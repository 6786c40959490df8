import { findDataset } from '../../engine/data/catalogue';
import type { Dataset } from '../../engine/data/catalogue/types';
import type { Curve } from '../../engine/ers/diagram-count';
import type { MineOptions } from '../../engine/rules/mine';
import type { CompiledModels, OutgrownModels } from '../../engine/worker/compile-models';
import type { FigureContext } from '../islands/figure-module';
import { loadPool } from '../pool/pool';
import { objectiveOf } from './small';
import type { State } from './state';

/** What a phone can hold. */
export const MAX_STATES = 2_000_000;
export const MAX_BYTES = 256_000_000;
const DRAWS = 1000;
const SEED = 1;

/** Longer rules where the table has few columns, so that there are enough of them. */
const MINING: Readonly<Record<State['table'], Partial<MineOptions>>> = {
  'toronto-arrests': { maxLength: 3, minSupport: '0.04' },
  'house-votes-84': { maxLength: 3 },
  hmda: {},
};

export const datasetOf = (table: State['table']): Dataset => findDataset(table)!;

/** A curve to draw: a few hundred of its steps. */
export interface DrawnCurve {
  /** How far each step lies above the best objective. */
  readonly above: readonly number[];
  /** Members up to there, in decimal. */
  readonly counts: readonly string[];
}

interface Settings {
  readonly table: State['table'];
  readonly rules: number;
  /** Rules in the pool: fewer than asked for where the table has no more. */
  readonly pool: number;
  readonly points: number;
}

/** A set too large to be listed, and what is known of all of it. Plain JSON. */
export interface Counted extends Settings {
  readonly outgrown: false;
  /** In decimal. */
  readonly count: string;
  readonly states: number;
  readonly bytes: number;
  readonly optimum: number;
  readonly theta: number;
  readonly curve: DrawnCurve;
  /** The rules that most members contain, with their shares. */
  readonly frequent: readonly { readonly words: string; readonly share: number }[];
  /** Points by the share of members that say yes to them: the shares, falling, with the number of points of each. */
  readonly yes: readonly { readonly share: number; readonly points: number }[];
  /** Kinds of points that the rules tell apart. */
  readonly kinds: number;
  /** Milliseconds; null in the static page: the times of the machine that built it are nobody's business. */
  readonly ms: CompiledModels['ms'] | null;
  readonly draws: number;
}

export interface TooLarge extends Settings {
  readonly outgrown: true;
  readonly depth: number;
  readonly states: number;
  readonly bytes: number;
  /** Counted by search instead, in decimal; null where that was given up too. */
  readonly count: string | null;
  readonly ms: OutgrownModels['ms'];
}

export type Large = Counted | TooLarge;

const STEPS = 240;

/** Steps of a curve at even distances. */
function thin({ costs, denominator, counts }: Curve, theta: number): DrawnCurve {
  const objective = (i: number) => Number(costs[i]) / Number(denominator);
  const first = objective(0);
  const above: number[] = [];
  const shown: string[] = [];
  let reached = -1;
  for (let i = 0; i < costs.length; i++) {
    const step = Math.floor((STEPS * (objective(i) - first)) / (theta - first || 1));
    const last = i === costs.length - 1;
    if (step === reached && !last) continue;
    reached = step;
    above.push(Number((objective(i) - first).toPrecision(6)));
    shown.push(String(counts[i]));
  }
  return { above, counts: shown };
}

const FREQUENT = 6;

function mostFrequent(containing: Float64Array, words: readonly string[]): Counted['frequent'] {
  return [...containing.keys()]
    .sort((i, j) => containing[j] - containing[i] || i - j)
    .slice(0, FREQUENT)
    .map((j) => ({ words: words[j], share: containing[j] }));
}

/** Shares that the drawing cannot tell apart are put together; unanimity stays by itself. */
function groupShares(shares: Float64Array): Counted['yes'] {
  const points = new Map<number, number>();
  for (const share of shares) {
    const rounded =
      share === 0 || share === 1 ? share : Math.min(0.999, Math.max(0.001, Math.round(share * 1000) / 1000));
    points.set(rounded, (points.get(rounded) ?? 0) + 1);
  }
  return [...points].sort(([a], [b]) => b - a).map(([share, count]) => ({ share, points: count }));
}

/** Compiles the set that a state asks for. */
export async function loadLarge(
  context: FigureContext,
  { table, rules, price, tolerance }: State,
  job?: { signal: AbortSignal; onProgress: (p: { fraction: number; partial?: unknown }) => void },
): Promise<Large> {
  const { instance, words } = await loadPool(
    context,
    { dataset: datasetOf(table), mining: { ...MINING[table], rules } },
    job,
  );
  const found = await context.engine.run(
    'compileModels',
    {
      instance,
      lambda: price,
      epsilon: tolerance,
      draws: DRAWS,
      seed: SEED,
      maxStates: MAX_STATES,
      maxBytes: MAX_BYTES,
    },
    job,
  );
  const settings = { table, rules, pool: words.length, points: instance.n };
  const { states, bytes } = found;
  if (found.outgrown) {
    const { depth, count, ms } = found;
    return { ...settings, outgrown: true, depth, states, bytes, count: count === null ? null : String(count), ms };
  }
  const theta = objectiveOf(found.theta);
  return {
    ...settings,
    outgrown: false,
    count: String(found.count),
    states,
    bytes,
    optimum: objectiveOf(found.optimum),
    theta,
    curve: thin(found.curve, theta),
    frequent: mostFrequent(found.containing, words),
    yes: groupShares(found.yes),
    kinds: found.kinds,
    ms: found.ms,
    draws: found.drawn.length,
  };
}

/** Without the times of the machine that built the page, which differ from build to build. */
export const timeless = (large: Large): Large => (large.outgrown ? large : { ...large, ms: null });
