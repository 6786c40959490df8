import { formatCount, formatPercent, formatShare } from '../format';
import type { FigureData } from '../furniture/figure-frame';
import type { LiveValues } from '../islands/figure-module';
import { datasetOf, modelAt } from '../study/study';
import { metricWords } from './axes';
import type { Cloud, Question } from './cloud';
import type { Extent, View } from './view';

function rounded(value: number): string {
  const points = Math.round(100 * value);
  return points < 0 ? `−${-points}` : String(points);
}

/** "16 to 35 points", "−2 to 9 points". */
export const pointsRange = ([low, high]: Extent): string => `${rounded(low)} to ${rounded(high)} points`;

/** A gap with its sign: "−5 points"; a dash where there is none. */
export function gapText(gap: number | null): string {
  if (gap === null) return '–';
  return `${rounded(gap)} point${Math.abs(Math.round(100 * gap)) === 1 ? '' : 's'}`;
}

/** Who is compared on the x axis, and in what. */
export function comparison(view: View, { metric, x }: Question): string {
  const dataset = datasetOf(view.slug);
  const { groups } = dataset.protected[x];
  return `gap in the share ${metricWords(metric, dataset)} between ${groups[0].name} and ${groups[1].name}`;
}

export function findingOf(view: View, question: Question, epsilon: string): string {
  const [a, b] = view.pins;
  return (
    `Among ${formatCount(view.all.count)} rule sets within ${epsilon} of the best the ${comparison(view, question)} runs from ` +
    `${pointsRange(view.all.x)}. They are right for ${formatPercent(view.all.accuracy[0])} to ${formatPercent(view.all.accuracy[1])} of the ` +
    `training points and ${formatPercent(view.all.unseen[0])} to ${formatPercent(view.all.unseen[1])} of those held out; ` +
    `${formatShare(view.betterUnseen)} do better there than the best. Model A has a gap of ${gapText(a.x)}, model B of ` +
    `${gapText(b.x)}; they disagree on ${formatCount(view.disagree)} of ${formatCount(view.people)} people.`
  );
}

export function liveOf(view: View): LiveValues {
  const [a, b] = view.pins;
  return {
    count: formatCount(view.all.count),
    least: rounded(view.all.x[0]),
    greatest: gapText(view.all.x[1]),
    accuracyA: formatPercent(a.accuracy),
    accuracyB: formatPercent(b.accuracy),
    unseenA: formatPercent(a.unseen),
    unseenB: formatPercent(b.unseen),
    gapA: gapText(a.x),
    gapB: gapText(b.x),
    disagree: formatCount(view.disagree),
    people: formatCount(view.people),
    disagreeShare: formatShare(view.disagree / view.people),
    frontier: formatCount(view.frontier),
    seenLow: formatPercent(view.all.accuracy[0]),
    seenHigh: formatPercent(view.all.accuracy[1]),
    unseenLow: formatPercent(view.all.unseen[0]),
    unseenHigh: formatPercent(view.all.unseen[1]),
    betterUnseen: formatShare(view.betterUnseen),
    falling: formatShare(view.falling),
    bestSeen: formatPercent(view.best.accuracy),
    bestUnseen: formatPercent(view.best.unseen),
    correlation: view.correlation.toFixed(2).replace('-', '−'),
    noise: `${(100 * view.noise).toFixed(1)} points`,
  };
}

export function dataOf(cloud: Cloud | null, view: View): FigureData {
  const columns = ['rules', 'x', 'y', 'right, training', 'right, held out'];
  if (!cloud) return { columns, rows: view.pins.map((p) => [p.words.join('; or '), p.x, p.y, p.accuracy, p.unseen]) };
  const { good, x, y } = cloud;
  const { rules } = good.study.mined.instance;
  const value = (v: number) => (Number.isNaN(v) ? null : v);
  const rows = Array.from({ length: view.all.count }, (_, k) => [
    modelAt(good, k)
      .map((j) => rules[j].name)
      .join('; or '),
    value(x[k]),
    value(y[k]),
    good.accuracy[k],
    good.unseen[k],
  ]);
  return { columns, rows };
}
