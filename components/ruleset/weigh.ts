import { type BitSet, countBits, hasBit } from '../../engine/bits/bitset';
import { type Instance, totalWeight } from '../../engine/ers/instance';
import { add, parseRational, type Rational, toNumber } from '../../engine/ers/rational';
import { personWords, ruleWords } from '../../engine/rules/words';
import { predict } from '../models/answers';
import { isMember, wordsOf } from '../study/judge';
import type { Study } from '../study/study';
import type { Block, Card, PersonView, Tally, View, Weighed } from './view';

/** A study with its best rule set for one λ. */
export interface Scales {
  readonly study: Study;
  readonly blocks: readonly Block[];
  readonly lambda: string;
  readonly optimum: Rational;
  readonly best: readonly number[];
  /** The best of those that share no rule with it, where there is one. */
  readonly start: readonly number[];
}

interface Errors {
  readonly missed: number;
  readonly caught: number;
}

function errorsOf({ n, labels, weights }: Instance, said: BitSet): Errors {
  let [missed, caught] = [0, 0];
  for (let i = 0; i < n; i++) {
    const positive = hasBit(labels, i);
    if (positive === hasBit(said, i)) continue;
    if (positive) missed += weights?.[i] ?? 1;
    else caught += weights?.[i] ?? 1;
  }
  return { missed, caught };
}

const sum = ({ missed, caught }: Errors): number => missed + caught;

const trainingErrors = ({ study: { mined } }: Scales, rules: readonly number[]): Errors =>
  errorsOf(mined.instance, predict(mined.instance, rules));

const objectiveOf = (scales: Scales, rules: readonly number[]): number =>
  sum(trainingErrors(scales, rules)) / totalWeight(scales.study.mined.instance) + Number(scales.lambda) * rules.length;

function weigh(scales: Scales, rules: readonly number[]): Weighed {
  const { mined, test } = scales.study;
  const errors = trainingErrors(scales, rules);
  const W = totalWeight(mined.instance);
  return {
    rules,
    missed: errors.missed / W,
    caught: errors.caught / W,
    objective: objectiveOf(scales, rules),
    accuracy: 1 - sum(errors) / W,
    unseen: 1 - sum(errorsOf(test, predict(test, rules))) / totalWeight(test),
  };
}

/** The set with one rule put in or taken out. */
export const toggle = (rules: readonly number[], rule: number): number[] =>
  rules.includes(rule) ? rules.filter((j) => j !== rule) : [...rules, rule].sort((a, b) => a - b);

function cardsOf(scales: Scales, set: Weighed): Card[] {
  const { mined, dataset } = scales.study;
  return mined.rules.map(({ literals, captured, positives }, rule) => ({
    words: ruleWords(literals, dataset.columns),
    captured: [positives, captured - positives],
    effect: objectiveOf(scales, toggle(set.rules, rule)) - set.objective,
  }));
}

const tallyOf = ({ people, positive }: Block, said: BitSet): Tally => ({
  points: people.length,
  wrong: people.filter((row) => hasBit(said, row) !== positive).length,
});

function personOf({ study, blocks }: Scales, row: number, rules: readonly number[]): PersonView {
  const { dataset, table, everyone, split } = study;
  return {
    row,
    places: blocks.map(({ people }) => people.indexOf(row)),
    words: personWords(table, row, dataset),
    positive: hasBit(everyone.labels, row),
    heldOut: split.test.includes(row),
    captors: wordsOf(
      study,
      rules.filter((j) => hasBit(everyone.rules[j].captured, row)),
    ),
  };
}

/** What the figure says of a rule set. */
export function lookAt(scales: Scales, rules: readonly number[], epsilon: string, person: number): View {
  const { study, lambda, best, optimum, blocks } = scales;
  const { everyone, split, dataset } = study;
  const set = weigh(scales, rules);
  const theta = add(optimum, parseRational(epsilon));
  const [ours, theirs] = [predict(everyone, rules), predict(everyone, best)];
  return {
    slug: dataset.slug,
    n: split.train.length,
    nTest: split.test.length,
    cards: cardsOf(scales, set),
    set,
    best: weigh(scales, best),
    lambda,
    epsilon,
    theta: toNumber(theta),
    member: isMember(study, rules, { lambda, optimum, epsilon }),
    shared: rules.filter((j) => best.includes(j)).length,
    apart: countBits(ours.map((word, w) => word ^ theirs[w])),
    tallies: blocks.map((block) => tallyOf(block, ours)),
    person: person >= 0 && person < study.table.n ? personOf(scales, person, rules) : null,
  };
}
