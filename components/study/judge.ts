import { allowances } from '../../engine/ers/allowance';
import { type Instance, totalWeight } from '../../engine/ers/instance';
import { add, parseRational, type Rational } from '../../engine/ers/rational';
import { ruleWords } from '../../engine/rules/words';
import { predict, weightOfMistakes } from '../models/answers';
import type { Study } from './study';

/** Share of the weight of all points that a rule set is right about. */
export const rightAbout = (instance: Instance, rules: readonly number[]): number =>
  1 - weightOfMistakes(instance, predict(instance, rules)) / totalWeight(instance);

/** Whether a rule set is in the Rashomon set, by exact comparison. */
export function isMember({ mined, dataset }: Study, rules: readonly number[], optimum: Rational, epsilon: string) {
  const { instance } = mined;
  const theta = add(optimum, parseRational(epsilon));
  const most = allowances(totalWeight(instance), instance.rules.length, parseRational(dataset.lambda), theta);
  return rules.length > 0 && weightOfMistakes(instance, predict(instance, rules)) <= most[rules.length];
}

/** Each rule of a set in words. */
export const wordsOf = ({ mined, dataset }: Study, rules: readonly number[]): string[] =>
  rules.map((j) => ruleWords(mined.rules[j].literals, dataset.columns));
