import { miningOf } from '../../engine/data/catalogue';
import type { Dataset } from '../../engine/data/catalogue/types';
import type { Instance } from '../../engine/ers/instance';
import type { MinedRule, MineOptions } from '../../engine/rules/mine';
import { ruleWords } from '../../engine/rules/words';
import type { FigureContext } from '../islands/figure-module';
import { memo } from '../memo';

/** Candidate rules of a bundled table, in the order in which an algorithm takes them. */
export interface Pool {
  readonly instance: Instance;
  readonly rules: readonly MinedRule[];
  /** Each rule as people say it. */
  readonly words: readonly string[];
}

const ORDERS = {
  /** As they were ranked when they were mined. */
  ranked: () => 0,
  /** The rules that capture most first: the order in which the paper's code takes them. */
  broadest: (a: MinedRule, b: MinedRule) => b.captured - a.captured,
} as const;

/** A bundled table, how its rules are mined, and in which order they are taken. */
export interface Wanted {
  readonly dataset: Dataset;
  readonly mining: Partial<MineOptions>;
  readonly order?: keyof typeof ORDERS;
}

/** Mines a table's rules, once for each way to do it. */
export const loadPool = memo(
  async (context: FigureContext, { dataset, mining, order = 'ranked' }: Wanted, job): Promise<Pool> => {
    const csv = await context.readText(`data/${dataset.file}`);
    const { mined } = await context.engine.run('prepare', { csv, mining: { ...miningOf(dataset), ...mining } }, job);
    const better = ORDERS[order];
    const ordered = [...mined.rules.keys()].sort((i, j) => better(mined.rules[i], mined.rules[j]) || i - j);
    const rules = ordered.map((j) => mined.rules[j]);
    return {
      instance: { ...mined.instance, rules: ordered.map((j) => mined.instance.rules[j]) },
      rules,
      words: rules.map(({ literals }) => ruleWords(literals, dataset.columns)),
    };
  },
  ({ dataset, mining, order }) => JSON.stringify([dataset.slug, mining, order]),
);
