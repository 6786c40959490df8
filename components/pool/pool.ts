import { miningOf } from '../../engine/data/catalogue';
import type { Dataset } from '../../engine/data/catalogue/types';
import type { Instance } from '../../engine/ers/instance';
import type { MinedRule, MineOptions } from '../../engine/rules/mine';
import { ruleWords } from '../../engine/rules/words';
import type { FigureContext } from '../islands/figure-module';

/** Candidate rules of a bundled table, in the order in which an algorithm takes them. */
export interface Pool {
  readonly instance: Instance;
  readonly rules: readonly MinedRule[];
  /** Each rule as people say it. */
  readonly words: readonly string[];
}

type Better = (a: MinedRule, b: MinedRule) => number;

/** The rules that capture most first: the order in which the paper's code takes them. */
export const broadestFirst: Better = (a, b) => b.captured - a.captured;

const made = new WeakMap<FigureContext, Map<string, Promise<Pool>>>();

async function makePool(context: FigureContext, dataset: Dataset, mining: Partial<MineOptions>, better?: Better) {
  const csv = await context.readText(`data/${dataset.file}`);
  const { mined } = await context.engine.run('prepare', { csv, mining: { ...miningOf(dataset), ...mining } });
  const order = [...mined.rules.keys()];
  if (better) order.sort((i, j) => better(mined.rules[i], mined.rules[j]) || i - j);
  const rules = order.map((j) => mined.rules[j]);
  return {
    instance: { ...mined.instance, rules: order.map((j) => mined.instance.rules[j]) },
    rules,
    words: rules.map(({ literals }) => ruleWords(literals, dataset.columns)),
  };
}

/** Mines a table's rules, once for each way to do it. */
export function loadPool(
  context: FigureContext,
  dataset: Dataset,
  mining: Partial<MineOptions>,
  better?: Better,
): Promise<Pool> {
  const pools = made.get(context) ?? new Map<string, Promise<Pool>>();
  made.set(context, pools);
  const key = JSON.stringify([dataset.slug, mining, better?.name]);
  let pool = pools.get(key);
  if (!pool) {
    pool = makePool(context, dataset, mining, better);
    pools.set(key, pool);
    pool.catch(() => pools.delete(key));
  }
  return pool;
}
