import { allowances } from '../../engine/ers/allowance';
import { type Instance, totalWeight } from '../../engine/ers/instance';
import { type ModelList, modelSize } from '../../engine/ers/model-list';
import type { Rational } from '../../engine/ers/rational';

/** How many models of a list in order of their objective have one of at most θ: they come first. */
export function countWithin(models: ModelList, instance: Instance, lambda: Rational, theta: Rational): number {
  const most = allowances(totalWeight(instance), instance.rules.length, lambda, theta);
  let low = 0;
  let high = models.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (models.mistakes[middle] <= most[modelSize(models, middle)]) low = middle + 1;
    else high = middle;
  }
  return low;
}
