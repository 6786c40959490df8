import { formatCount, formatPercent, formatShare } from '../format';
import type { FigureData } from '../furniture/figure-frame';
import { countWords } from './certainty';
import { type Exploration, membersWithin } from './exploration';
import type { Settings } from './settings';
import { AXES } from './shape';
import type { View } from './view';

/** The finding in one sentence, with the current numbers. */
export function findingOf(view: View, { dataset, lambda, epsilon }: Settings): string {
  const found =
    `${dataset.title}: ${countWords(view.count, view.certainty.exact)} rule sets of ${view.m} rules come within ${epsilon} of the best ` +
    `objective ${view.optimum.value.toFixed(4)} at a price of ${lambda} a rule.`;
  if (!view.models || !view.disagreement) return found;
  const [a, b] = view.models;
  return (
    `${found} Model A is right about ${formatPercent(a.accuracy)}, model B about ${formatPercent(b.accuracy)}; they disagree on ` +
    `${formatCount(view.disagreement.count)} ${dataset.person.many}, ${formatShare(view.disagreement.share)} of all.`
  );
}

/** The dots as a table: the rules of each model and what the axes can show of it. */
export function dataOf(exploration: Exploration | null, view: View, settings: Settings): FigureData {
  if (!exploration) {
    const axes = AXES.filter((axis) => view.models?.[0].at[axis] !== null);
    const models = view.models ?? [];
    const rows = models.map((model) => [model.words.join('; or '), ...axes.map((axis) => model.at[axis])]);
    return { columns: ['rules', ...axes], rows };
  }
  const { found, pool } = exploration;
  return {
    async file(format, about) {
      const { browserContext } = await import('../engine');
      return browserContext.engine.run('writeModels', {
        models: found.models,
        confusions: found.confusions,
        unseenMistakes: found.unseenMistakes,
        instance: pool.mined.instance,
        unseen: pool.unseen,
        lambda: Number(settings.lambda),
        count: membersWithin(exploration, settings.epsilon),
        format,
        about,
      });
    },
  };
}
