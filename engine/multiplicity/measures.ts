import { type Instance, totalWeight } from '../ers/instance';
import { type ModelList, modelSize } from '../ers/model-list';
import { gaps, type Metric, rates } from './metrics';
import type { Confusion } from './tally';

/** What is told of a model in one number. Gaps are between two groups; `unseen` is the accuracy on rows held out. */
export const MEASURES = [
  'accuracy',
  'objective',
  'size',
  'parity',
  'opportunity',
  'falsePositive',
  'falseNegative',
  'yes',
  'unseen',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The gaps between two groups, by the rate that is compared. */
export const GAPS: Readonly<Partial<Record<Measure, Metric>>> = {
  parity: 'yes',
  opportunity: 'truePositive',
  falsePositive: 'falsePositive',
  falseNegative: 'falseNegative',
};

export interface Measured {
  readonly models: ModelList;
  /** Of all points, then of each group. */
  readonly confusions: readonly Confusion[];
  /** Weighted mistakes on the points held out. */
  readonly unseenMistakes: Float64Array | null;
  readonly instance: Instance;
  readonly unseen: Instance | null;
  readonly lambda: number;
}

/** Which measures there are: gaps need two groups, `unseen` needs rows held out. */
export const measuresOf = ({
  confusions,
  unseenMistakes,
}: Pick<Measured, 'confusions' | 'unseenMistakes'>): Measure[] =>
  MEASURES.filter((name) => (name in GAPS ? confusions.length > 2 : name !== 'unseen' || unseenMistakes !== null));

/** One measure of every model. */
export function measureModels(name: Measure, measured: Measured): Float64Array {
  const { models, confusions, unseenMistakes, instance, unseen, lambda } = measured;
  const [all, first, second] = confusions;
  const W = totalWeight(instance);
  switch (name) {
    case 'accuracy':
      return models.mistakes.map((mistakes) => 1 - mistakes / W);
    case 'objective':
      return models.mistakes.map((mistakes, k) => mistakes / W + lambda * modelSize(models, k));
    case 'size':
      return Float64Array.from({ length: models.length }, (_, k) => modelSize(models, k));
    case 'unseen':
      return unseenMistakes!.map((mistakes) => 1 - mistakes / totalWeight(unseen!));
    case 'yes':
      return rates('yes', all);
    default:
      return gaps(GAPS[name]!, first, second);
  }
}
