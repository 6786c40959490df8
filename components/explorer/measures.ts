import { totalWeight } from '../../engine/ers/instance';
import { type ModelList, modelSize } from '../../engine/ers/model-list';
import { gaps, type Metric, rates } from '../../engine/multiplicity/metrics';
import type { Exploration } from './exploration';
import type { Settings } from './settings';
import type { AxisName } from './shape';

/** The gaps between two groups, by the rate that is compared. */
export const GAPS: Readonly<Partial<Record<AxisName, Metric>>> = {
  parity: 'yes',
  opportunity: 'truePositive',
  falsePositive: 'falsePositive',
  falseNegative: 'falseNegative',
};

export const isGap = (axis: AxisName): boolean => axis in GAPS;

/** Gaps need two groups, and what is unseen needs rows held out: without them an axis shows something else. */
export function shownAxis(axis: AxisName, { groups, holdOut }: Settings): AxisName {
  if (isGap(axis) && !groups) return 'yes';
  return axis === 'unseen' && holdOut === 0 ? 'accuracy' : axis;
}

function sizes(models: ModelList): Float64Array {
  const values = new Float64Array(models.length);
  for (let k = 0; k < values.length; k++) values[k] = modelSize(models, k);
  return values;
}

const known = new WeakMap<Exploration, Map<AxisName, Float64Array>>();

/** A measure of every model listed, computed once; gaps need two groups, `unseen` needs rows held out. */
export function measure(axis: AxisName, exploration: Exploration): Float64Array {
  const measures = known.get(exploration) ?? new Map<AxisName, Float64Array>();
  known.set(exploration, measures);
  const values = measures.get(axis) ?? compute(axis, exploration);
  measures.set(axis, values);
  return values;
}

function compute(axis: AxisName, { found, pool, settings }: Exploration): Float64Array {
  const { mined, unseen } = pool;
  const { instance } = mined;
  const lambda = Number(settings.lambda);
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
    case 'unseen':
      return found.unseenMistakes!.map((mistakes) => 1 - mistakes / totalWeight(unseen!));
    case 'yes':
      return rates('yes', all);
    default:
      return gaps(GAPS[axis]!, first, second);
  }
}
