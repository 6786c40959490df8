import type { FigureContext } from '../islands/figure-module';
import { type Good, loadGood, membersWithin } from './study';

/** For every point how many of the models within a tolerance say yes to it. */
export function countYes({ engine }: FigureContext, good: Good, members: number): Promise<Float64Array> {
  const models = { ...good.models, length: members };
  return engine.run('countYes', { models, instance: good.study.everyone });
}

/** Of all points the one on which the models are most evenly divided. */
export function mostContested(yes: Float64Array, members: number): number {
  const divided = (i: number) => Math.abs(yes[i] - members / 2);
  return yes.reduce((best, _, i) => (divided(i) < divided(best) ? i : best), 0);
}

/** Who is told of while nobody is picked. */
export async function defaultPerson(context: FigureContext, slug: string): Promise<number> {
  const good = await loadGood(context, slug);
  const members = membersWithin(good, good.study.dataset.epsilon);
  return mostContested(await countYes(context, good, members), members);
}
