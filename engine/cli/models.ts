import { objective } from '../ers/allowance';
import { type Instance, totalWeight } from '../ers/instance';
import { type ModelList, modelRules, modelSize } from '../ers/model-list';
import { formatRational, parseRational, type Rational } from '../ers/rational';
import { printLines } from './output';
import { type Head, headLine } from './shard';

/** One line of JSON for each model. */
export function* modelLines(models: ModelList, W: number, lambda: Rational): Generator<string> {
  const known = new Map<string, string>();
  for (let k = 0; k < models.length; k++) {
    const mistakes = models.mistakes[k];
    const size = modelSize(models, k);
    const key = `${size} ${mistakes}`;
    const value = known.get(key) ?? formatRational(objective(W, lambda, mistakes, size));
    known.set(key, value);
    yield `{"rules":[${modelRules(models, k).join()}],"mistakes":${mistakes},"objective":"${value}"}`;
  }
}

/** Prints models; those of a part after a line that says which it is. */
export async function printModels(models: ModelList, instance: Instance, lambda: string, head?: Head): Promise<void> {
  const weight = totalWeight(instance);
  const first = head ? [headLine({ ...head, lambda, weight, models: models.length })] : [];
  await printLines(first);
  await printLines(modelLines(models, weight, parseRational(lambda)));
}
