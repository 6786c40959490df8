import { hasBit } from '../bits/bitset';
import type { ModelList } from './model-list';
import type { Found } from './parity-search';
import type { Space } from './space';

/** A member: its rules in rising order, and its (weighted) mistakes. */
export interface Model {
  readonly rules: readonly number[];
  readonly mistakes: number;
}

/** A member that a search has found, in the instance's own numbers. */
export function toModel(space: Space, { positions, mistakes }: Found): Model {
  const rules = Array.from(space.order).filter((_, p) => hasBit(positions, p));
  return { rules: rules.sort((a, b) => a - b), mistakes: mistakes + space.classes.unavoidable };
}

/** Models as columns, in the order given. */
export function listModels(models: readonly Model[]): ModelList {
  const starts = new Uint32Array(models.length + 1);
  models.forEach((model, k) => {
    starts[k + 1] = starts[k] + model.rules.length;
  });
  const rules = new Uint16Array(starts[models.length]);
  models.forEach((model, k) => {
    rules.set(model.rules, starts[k]);
  });
  return { length: models.length, starts, rules, mistakes: Float64Array.from(models, (model) => model.mistakes) };
}
