import { type Instance, totalWeight } from '../../engine/ers/instance';
import { type ModelList, modelSize } from '../../engine/ers/model-list';
import { gaps, type Metric, rates } from '../../engine/multiplicity/metrics';
import type { FoundModels } from '../../engine/worker/search-models';
import type { AxisName } from './shape';

/** The gaps between two groups, by the rate that is compared. */
export const GAPS: Readonly<Partial<Record<AxisName, Metric>>> = {
  parity: 'yes',
  opportunity: 'truePositive',
  falsePositive: 'falsePositive',
  falseNegative: 'falseNegative',
};

export const isGap = (axis: AxisName): boolean => axis in GAPS;

const sizes = (models: ModelList): Float64Array =>
  Float64Array.from({ length: models.length }, (_, k) => modelSize(models, k));

/** A measure of every model listed; gaps need two groups. */
export function measure(axis: AxisName, found: FoundModels, instance: Instance, lambda: number): Float64Array {
  const [all, first, second] = found.confusions;
  const W = totalWeight(instance);
  const { models } = found;
  switch (axis) {
    case 'accuracy':
      return models.mistakes.map((mistakes) => 1 - mistakes / W);
    case 'objective':
      return models.mistakes.map((mistakes, k) => mistakes / W + lambda * modelSize(models, k));
    case 'size':
      return sizes(models);
    case 'yes':
      return rates('yes', all);
    default:
      return gaps(GAPS[axis]!, first, second);
  }
}
