import type { Instance } from '../../engine/ers/instance';
import { modelRules } from '../../engine/ers/model-list';
import type { Rational } from '../../engine/ers/rational';
import type { FigureContext } from '../islands/figure-module';
import { isMember } from '../study/judge';
import { loadStudy } from '../study/study';
import { layOut } from './units';
import type { Scales } from './weigh';

type Job = { signal?: AbortSignal };

/** A best rule set and its objective. */
export interface Best {
  readonly rules: readonly number[];
  readonly optimum: Rational;
}

/** The best of the rule sets that use none of some rules; null when no rule is left. */
export async function bestWithout(
  { engine }: FigureContext,
  instance: Instance,
  lambda: string,
  banned: readonly number[],
  job?: Job,
): Promise<Best | null> {
  const kept = [...instance.rules.keys()].filter((j) => !banned.includes(j));
  const pool = { ...instance, rules: kept.map((j) => instance.rules[j]) };
  const { optimum, models } = await engine.run('findBest', { instance: pool, lambda }, job);
  return optimum && { optimum, rules: Array.from(modelRules(models, 0), (j) => kept[j]) };
}

export async function loadScales(context: FigureContext, slug: string, lambda: string, job?: Job): Promise<Scales> {
  const study = await loadStudy(context, slug, job);
  const { instance } = study.mined;
  const best = (await bestWithout(context, instance, lambda, [], job))!;
  const other = await bestWithout(context, instance, lambda, best.rules, job);
  return {
    study,
    blocks: layOut(study),
    lambda,
    optimum: best.optimum,
    best: best.rules,
    start: other?.rules ?? best.rules,
  };
}

/** Bans the rules of one good set after the other, until the best of the rest is not good any more. */
export async function countDisjoint(context: FigureContext, scales: Scales, epsilon: string): Promise<number> {
  const { study, lambda, optimum } = scales;
  const banned: number[] = [];
  for (let found = 0; ; found++) {
    const next = await bestWithout(context, study.mined.instance, lambda, banned);
    if (!next || !isMember(study, next.rules, { lambda, optimum, epsilon })) return found;
    banned.push(...next.rules);
  }
}
