import { allowances } from '../../engine/ers/allowance';
import { type Instance, totalWeight } from '../../engine/ers/instance';
import { add, parseRational, type Rational } from '../../engine/ers/rational';
import { ruleWords } from '../../engine/rules/words';
import { predict, weightOfMistakes } from '../models/answers';
import type { Study } from './study';

/** Share of the weight of all points that a rule set is right about. */
export const rightAbout = (instance: Instance, rules: readonly number[]): number =>
  1 - weightOfMistakes(instance, predict(instance, rules)) / totalWeight(instance);

/** Where the Rashomon set ends. */
export interface Tolerance {
  readonly lambda: string;
  readonly optimum: Rational;
  readonly epsilon: string;
}

/** Whether a rule set is in the Rashomon set, by exact comparison. */
export function isMember({ mined }: Study, rules: readonly number[], { lambda, optimum, epsilon }: Tolerance): boolean {
  const { instance } = mined;
  const theta = add(optimum, parseRational(epsilon));
  const most = allowances(totalWeight(instance), instance.rules.length, parseRational(lambda), theta);
  return rules.length > 0 && weightOfMistakes(instance, predict(instance, rules)) <= most[rules.length];
}

/** Each rule of a set in words. */
export const wordsOf = ({ mined, dataset }: Study, rules: readonly number[]): string[] =>
  rules.map((j) => ruleWords(mined.rules[j].literals, dataset.columns));
