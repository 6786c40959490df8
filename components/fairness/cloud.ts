import { type BitSet, hasBit } from '../../engine/bits/bitset';
import { modelSize } from '../../engine/ers/model-list';
import { gaps } from '../../engine/multiplicity/metrics';
import { personWords } from '../../engine/rules/words';
import { predict } from '../models/answers';
import { isMember, rightAbout, wordsOf } from '../study/judge';
import { type Good, groupIndex, modelAt, type Study } from '../study/study';
import { type Judged, judge } from './frontier';
import { ACCURACY, type MetricName } from './shape';
import type { Domain, Extent, GroupView, PersonLine, PinView, Summary, View } from './view';

/** What the axes show. */
export interface Question {
  readonly metric: MetricName;
  readonly x: number;
  readonly y: number;
}

/** All good models as dots: where each lies on either axis, the best first. */
export interface Cloud {
  readonly good: Good;
  readonly question: Question;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly judged: Judged;
}

/** The least and greatest of the values that are numbers. */
function extent(values: Float64Array): Extent {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

/** An axis that the table has: another attribute where the one asked for is missing, accuracy where there is no second. */
export function fitQuestion({ attributes }: Study, { metric, x, y }: Question): Question {
  const has = (axis: number) => axis < attributes.length;
  const first = has(x) ? x : 0;
  return { metric, x: first, y: has(y) && y !== first ? y : ACCURACY };
}

function valuesOf(good: Good, metric: MetricName, axis: number): Float64Array {
  if (axis === ACCURACY) return good.accuracy;
  const [first, second] = [0, 1].map((group) => good.groups[groupIndex(good.study, axis, group)]);
  return gaps(metric, first, second);
}

/** Places every good model. The table must have an attribute. */
export function placeModels(good: Good, asked: Question): Cloud {
  const question = fitQuestion(good.study, asked);
  const x = valuesOf(good, question.metric, question.x);
  const y = valuesOf(good, question.metric, question.y);
  // A gap that is not on an axis does not count.
  const second = question.y === ACCURACY ? new Float64Array(x.length) : y;
  return { good, question, x, y, judged: judge(good.models.mistakes, x, second) };
}

/** What the axes need to show the first so many models. */
export const domainOf = ({ good, x, y }: Cloud, shown: number): Domain => ({
  x: extent(x.subarray(0, shown)),
  y: extent(y.subarray(0, shown)),
  accuracy: extent(good.accuracy.subarray(0, shown)),
  unseen: extent(good.unseen.subarray(0, shown)),
});

function summaryOf({ good, x, y }: Cloud, models: readonly number[]): Summary {
  const of = (values: Float64Array) => extent(Float64Array.from(models, (k) => values[k]));
  return { count: models.length, x: of(x), y: of(y), accuracy: of(good.accuracy), unseen: of(good.unseen) };
}

function groupsOf({ everyone, attributes }: Study, attribute: number, said: BitSet): GroupView[] {
  return attributes[attribute].groups.slice(0, 2).map(({ name, points }) => {
    const counts = [true, false].map((positive) => {
      let [people, yes] = [0, 0];
      for (let i = 0; i < everyone.n; i++) {
        if (!hasBit(points, i) || hasBit(everyone.labels, i) !== positive) continue;
        people++;
        if (hasBit(said, i)) yes++;
      }
      return { people, yes };
    });
    return { name, labels: [counts[0], counts[1]] };
  });
}

/** A metric of a group, from the counts of its people. */
const METRIC: Readonly<Record<MetricName, (tp: number, fp: number, positives: number, negatives: number) => number>> = {
  yes: (tp, fp, positives, negatives) => (tp + fp) / (positives + negatives),
  truePositive: (tp, _, positives) => tp / positives,
  falsePositive: (_, fp, __, negatives) => fp / negatives,
  precision: (tp, fp) => tp / (tp + fp),
};

/** A rule set as a pin, whether it is among the listed models or not. */
function pin({ good, question }: Cloud, rules: readonly number[], epsilon: string): PinView {
  const { study, optimum } = good;
  const said = predict(study.everyone, rules);
  const accuracy = rightAbout(study.mined.instance, rules);
  const at = (axis: number): number | null => {
    if (axis === ACCURACY) return accuracy;
    const [first, second] = groupsOf(study, axis, said).map(({ labels: [pos, neg] }) =>
      METRIC[question.metric](pos.yes, neg.yes, pos.people, neg.people),
    );
    return Number.isNaN(first - second) ? null : first - second;
  };
  return {
    rules,
    words: wordsOf(study, rules),
    accuracy,
    unseen: rightAbout(study.test, rules),
    x: at(question.x),
    y: at(question.y),
    member: isMember(study, rules, { lambda: study.dataset.lambda, optimum, epsilon }),
    groups: groupsOf(study, question.x, said),
  };
}

/** How many people are told in words. */
const TOLD = 4;

/** Those on whom two models disagree; `first` leads the examples when among them. */
function disagreement({ everyone, table, dataset }: Study, pins: readonly PinView[], first: number) {
  const [a, b] = pins.map(({ rules }) => predict(everyone, rules));
  const rows = Array.from({ length: everyone.n }, (_, i) => i).filter((i) => hasBit(a, i) !== hasBit(b, i));
  // Spread over the table, so that the examples are not all from its top.
  const some = rows.filter((_, k) => k % Math.max(1, Math.floor(rows.length / TOLD)) === 0).slice(0, TOLD);
  const told = rows.includes(first) ? [first, ...some.filter((row) => row !== first)].slice(0, TOLD) : some;
  const examples = told.map(
    (row): PersonLine => ({
      row,
      words: personWords(table, row, dataset),
      positive: hasBit(everyone.labels, row),
      yesByA: hasBit(a, row),
    }),
  );
  return { disagree: rows.length, examples };
}

/** Pearson's correlation of the first `count` values. */
function correlation(a: Float64Array, b: Float64Array, count: number): number {
  const mean = (values: Float64Array) => values.subarray(0, count).reduce((sum, value) => sum + value, 0) / count;
  const [ma, mb] = [mean(a), mean(b)];
  let [both, aa, bb] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    both += (a[k] - ma) * (b[k] - mb);
    aa += (a[k] - ma) ** 2;
    bb += (b[k] - mb) ** 2;
  }
  return aa > 0 && bb > 0 ? both / Math.sqrt(aa * bb) : 0;
}

/**
 * The standard error of the best model's accuracy on the points held out. Where both labels weigh the same it is that of the mean of two
 * shares, each of its own label's points.
 */
function noiseOf({ test }: Study, rules: readonly number[]): number {
  const said = predict(test, rules);
  const right = [0, 0];
  const points = [0, 0];
  for (let i = 0; i < test.n; i++) {
    const label = Number(hasBit(test.labels, i));
    points[label]++;
    right[label] += Number(hasBit(said, i) === (label === 1));
  }
  const variance = (r: number, n: number) => ((r / n) * (1 - r / n)) / n;
  if (!test.weights) return Math.sqrt(variance(right[0] + right[1], test.n));
  return Math.sqrt(variance(right[0], points[0]) + variance(right[1], points[1])) / 2;
}

export interface Look {
  readonly count: number;
  readonly epsilon: string;
  readonly brushed: readonly number[] | null;
  readonly frontier: number;
  readonly pair: readonly [readonly number[], readonly number[]];
  readonly person: number;
}

/** What the figure says in a state. */
export function lookAt(cloud: Cloud, { count, epsilon, brushed, frontier: size, pair, person }: Look): View {
  const { study, accuracy, unseen } = cloud.good;
  const pins = [pin(cloud, pair[0], epsilon), pin(cloud, pair[1], epsilon)] as const;
  const share = (test: (value: number, k: number) => boolean) => unseen.subarray(0, count).filter(test).length / count;
  return {
    slug: study.dataset.slug,
    people: study.table.n,
    all: { count, ...domainOf(cloud, count) },
    brushed: brushed && summaryOf(cloud, brushed),
    best: { accuracy: accuracy[0], unseen: unseen[0] },
    correlation: correlation(accuracy, unseen, count),
    noise: noiseOf(study, modelAt(cloud.good, 0)),
    falling: share((value, k) => value < accuracy[k]),
    betterUnseen: share((value) => value > unseen[0]),
    frontier: size,
    pins,
    ...disagreement(study, pins, person),
  };
}

/** Longest model that is easy to read. */
const READABLE = 4;

/** Two short models with exactly as many mistakes whose gaps on the x axis lie farthest apart, the smaller gap first. */
export function tellingPair({ good, x }: Cloud, count: number): [number, number] {
  const extremes = new Map<number, [number, number]>();
  for (let k = 0; k < count; k++) {
    if (modelSize(good.models, k) > READABLE || Number.isNaN(x[k])) continue;
    const pair = extremes.get(good.models.mistakes[k]) ?? [k, k];
    if (x[k] < x[pair[0]]) pair[0] = k;
    if (x[k] > x[pair[1]]) pair[1] = k;
    extremes.set(good.models.mistakes[k], pair);
  }
  const width = ([low, high]: [number, number]) => x[high] - x[low];
  return [...extremes.values()].reduce((best, pair) => (width(pair) > width(best) ? pair : best), [0, 0]);
}
