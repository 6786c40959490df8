import { GAPS, measureModels } from '../../engine/multiplicity/measures';
import type { Exploration } from './exploration';
import type { Settings } from './settings';
import type { AxisName } from './shape';

export const isGap = (axis: AxisName): boolean => axis in GAPS;

/** Gaps need two groups, and what is unseen needs rows held out: without them an axis shows something else. */
export function shownAxis(axis: AxisName, { groups, holdOut }: Settings): AxisName {
  if (isGap(axis) && !groups) return 'yes';
  return axis === 'unseen' && holdOut === 0 ? 'accuracy' : axis;
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

const compute = (axis: AxisName, { found, pool, settings }: Exploration): Float64Array =>
  measureModels(axis, {
    ...found,
    instance: pool.mined.instance,
    unseen: pool.unseen,
    lambda: Number(settings.lambda),
  });
