import { canonicalOrder } from './canonical';
import type { ModelList } from './model-list';
import type { Rational } from './rational';

/** Gathers models as they are found, in typed arrays that grow. */
export class ModelCollector implements ModelList {
  length = 0;
  starts: Uint32Array;
  mistakes: Float64Array;
  rules: Uint16Array;

  /** Room for so many models with so many rules in all, to begin with. */
  constructor(models = 0, rules = 0) {
    this.starts = new Uint32Array(models + 1);
    this.mistakes = new Float64Array(models);
    this.rules = new Uint16Array(rules);
  }

  /** Adds a model given by its rules in any order. */
  add(rules: ArrayLike<number>, size: number, mistakes: number): void {
    const k = this.length++;
    const start = this.starts[k];
    const end = start + size;
    if (k === this.mistakes.length) this.growModels();
    if (end > this.rules.length) this.growRules(end);
    this.mistakes[k] = mistakes;
    this.starts[k + 1] = end;
    const target = this.rules;
    for (let i = 0; i < size; i++) {
      const rule = rules[i];
      let at = start + i;
      for (; at > start && target[at - 1] > rule; at--) target[at] = target[at - 1];
      target[at] = rule;
    }
  }

  clear(): void {
    this.length = 0;
  }

  /** Holds these models instead. */
  replace(models: ModelList): void {
    this.length = models.length;
    this.starts.set(models.starts);
    this.mistakes.set(models.mistakes);
    this.rules.set(models.rules);
  }

  private growModels(): void {
    const models = 2 * this.mistakes.length + 16;
    const starts = new Uint32Array(models + 1);
    const mistakes = new Float64Array(models);
    starts.set(this.starts);
    mistakes.set(this.mistakes);
    this.starts = starts;
    this.mistakes = mistakes;
  }

  private growRules(least: number): void {
    const rules = new Uint16Array(Math.max(least, 2 * this.rules.length));
    rules.set(this.rules);
    this.rules = rules;
  }

  /** The first `limit` models in canonical order. */
  async sorted(totalWeight: number, lambda: Rational, limit = this.length, signal?: AbortSignal): Promise<ModelList> {
    const order = (await canonicalOrder(this, totalWeight, lambda, signal)).subarray(0, limit);
    const starts = new Uint32Array(order.length + 1);
    for (let i = 0; i < order.length; i++)
      starts[i + 1] = starts[i] + this.starts[order[i] + 1] - this.starts[order[i]];
    const mistakes = new Float64Array(order.length);
    const rules = new Uint16Array(starts[order.length]);
    for (let i = 0; i < order.length; i++) {
      mistakes[i] = this.mistakes[order[i]];
      for (let from = this.starts[order[i]], to = starts[i]; to < starts[i + 1]; ) rules[to++] = this.rules[from++];
    }
    return { length: order.length, starts, rules, mistakes };
  }
}
