import { titanic } from '../../engine/data/catalogue/titanic';
import { modelRules } from '../../engine/ers/model-list';
import { formatRational, parseRational, toNumber } from '../../engine/ers/rational';
import { createSpace } from '../../engine/ers/space';
import { atOnce } from '../../engine/job';
import type { FigureContext } from '../islands/figure-module';
import { loadPool, type Pool } from '../pool/pool';

/** Few rules, so that the set is small enough to be seen whole. */
const RULES = 14;

export const dataset = titanic;
export const { lambda, epsilon } = dataset;

/** A Rashomon set of some hundreds of models, the best first. Plain JSON. */
export interface SmallSet {
  /** Each rule in words. */
  readonly words: readonly string[];
  /** The rule at each position of the search. */
  readonly order: readonly number[];
  /** The rules of each model as bits: bit p stands for the rule at position p. */
  readonly models: readonly number[];
  readonly theta: number;
  /** θ as a fraction, "a/b". */
  readonly exactTheta: string;
}

export const loadRules = (context: FigureContext): Promise<Pool> =>
  loadPool(context, { dataset, mining: { rules: RULES } });

/** Lists the set, and numbers its rules as the search does. */
export async function loadSmallSet(context: FigureContext): Promise<SmallSet> {
  const { instance, words } = await loadRules(context);
  const { models, theta } = await context.engine.run('listModels', {
    instance,
    options: { lambda, epsilon },
    groups: [],
  });
  const { order } = atOnce(createSpace(instance, parseRational(lambda), theta));
  const bit = new Uint32Array(words.length);
  order.forEach((rule, position) => {
    bit[rule] = 1 << position;
  });
  return {
    words,
    order: [...order],
    models: Array.from({ length: models.length }, (_, k) =>
      modelRules(models, k).reduce((bits, rule) => bits | bit[rule], 0),
    ),
    theta: toNumber(theta),
    exactTheta: formatRational(theta),
  };
}

/** The rules of a model, in the order of the list of rules. */
export const rulesOf = ({ order, models }: SmallSet, model: number): number[] =>
  order.filter((_, position) => (models[model] >> position) & 1).sort((a, b) => a - b);

/** A model in words. */
export const wordsOf = (set: SmallSet, model: number): string =>
  rulesOf(set, model)
    .map((rule) => set.words[rule])
    .join('; or ');
