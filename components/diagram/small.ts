import { toronto } from '../../engine/data/catalogue/toronto';
import type { Curve } from '../../engine/ers/diagram-count';
import type { DiagramView } from '../../engine/ers/diagram-view';
import { totalWeight } from '../../engine/ers/instance';
import { parseRational, toNumber } from '../../engine/ers/rational';
import type { FigureContext } from '../islands/figure-module';
import { loadPool } from '../pool/pool';
import { MOST_DRAWS, RULES, type State } from './state';

const dataset = toronto;

/** Nested rules, so that much behaves alike. */
const MINING = { maxLength: 3, minSupport: '0.04', rules: RULES, ranking: 'precision' } as const;

/** The worst order of rules at the widest tolerance needs some 800. */
const MAX_STATES = 2000;
const SEED = 1;

/** A curve whose whole numbers are written as decimals, for JSON. */
export interface CurveText {
  readonly costs: readonly string[];
  readonly denominator: string;
  readonly counts: readonly string[];
}

/** A small Rashomon set, compiled and laid open. Plain JSON. */
export interface Small {
  readonly lambda: string;
  /** Points, and the weight of all of them. */
  readonly n: number;
  readonly weight: number;
  /** Each rule: its name, and as people say it. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly optimum: string;
  readonly theta: string;
  readonly count: number;
  readonly states: number;
  readonly view: DiagramView;
  readonly curve: CurveText;
  /** Share of the members that contain each rule. */
  readonly containing: readonly number[];
  /** Uniform draws: the rules of each. */
  readonly drawn: readonly (readonly number[])[];
}

const curveText = ({ costs, denominator, counts }: Curve): CurveText => ({
  costs: costs.map(String),
  denominator: String(denominator),
  counts: counts.map(String),
});

export const curveOf = ({ costs, denominator, counts }: CurveText): Curve => ({
  costs: costs.map(BigInt),
  denominator: BigInt(denominator),
  counts: counts.map(BigInt),
});

/** Compiles the set that a state asks for. */
export async function loadSmall(
  context: FigureContext,
  { lambda, epsilon, order }: State,
  draws = MOST_DRAWS,
  job?: { signal: AbortSignal },
): Promise<Small> {
  const { instance, rules, words } = await loadPool(context, { dataset, mining: MINING, order: 'broadest' }, job);
  const numbers = [...rules.keys()];
  const precision = (j: number) => rules[j].positives / rules[j].captured;
  const orders = {
    broad: numbers,
    narrow: [...numbers].reverse(),
    precise: [...numbers].sort((i, j) => precision(j) - precision(i) || i - j),
  };
  const shown = await context.engine.run(
    'showDiagram',
    { instance, lambda, epsilon, order: orders[order], maxStates: MAX_STATES, draws, seed: SEED },
    job,
  );
  const count = Number(shown.count);
  return {
    lambda,
    n: instance.n,
    weight: totalWeight(instance),
    names: instance.rules.map(({ name }) => name),
    words,
    optimum: shown.optimum,
    theta: shown.theta,
    count,
    states: shown.view.layers.reduce((sum, { node }) => sum + node.length, 0),
    view: shown.view,
    curve: curveText(shown.curve),
    containing: shown.containing.map((members) => Number(members) / count),
    drawn: shown.drawn,
  };
}

export const objectiveOf = (fraction: string): number => toNumber(parseRational(fraction));
