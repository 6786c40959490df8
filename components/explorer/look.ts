import { type BitSet, countAnd, countBits, hasBit } from '../../engine/bits/bitset';
import { allowances, objective } from '../../engine/ers/allowance';
import { type Instance, totalWeight } from '../../engine/ers/instance';
import { modelSize } from '../../engine/ers/model-list';
import { add, formatRational, parseRational, toNumber } from '../../engine/ers/rational';
import { personWords, ruleWords } from '../../engine/rules/words';
import { predict, weightOfMistakes } from '../models/answers';
import { countOf, type Exploration, groupPoints, membersWithin } from './exploration';
import { measure } from './measures';
import { answers, type Settings } from './settings';
import type { AxisName } from './shape';
import type { Disagreement, ModelView, PersonLine, Rates, TableView, View } from './view';

/** How many of the people on whom two models disagree are told in words, and how many are looked at for that. */
const TOLD = 6;
const LOOKED_AT = 2000;

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function ratesOf({ labels, n }: Instance, said: BitSet, group: BitSet | null): Rates {
  const inGroup = (bits: BitSet) => (group ? bits.map((word, w) => word & group[w]) : bits);
  const all = group ? countBits(group) : n;
  const positives = countBits(inGroup(labels));
  const yes = countBits(inGroup(said));
  const right = countAnd(inGroup(said), labels);
  return {
    yes: share(yes, all),
    truePositive: share(right, positives),
    falsePositive: share(yes - right, all - positives),
    falseNegative: share(positives - right, positives),
    accuracy: share(all - positives - yes + 2 * right, all),
  };
}

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** A rule set as a model of this table, whether it is in the Rashomon set or not. */
export function viewModel(exploration: Exploration, settings: Settings, rules: readonly number[]): ModelView {
  const { table, mined, unseen } = exploration.pool;
  const { instance } = mined;
  const said = predict(instance, rules);
  const mistakes = weightOfMistakes(instance, said);
  const W = totalWeight(instance);
  const lambda = parseRational(settings.lambda);
  const theta = add(exploration.found.optimum, parseRational(settings.epsilon));
  const groups = groupPoints(table, settings.groups);
  const rates = [null, ...groups].map((group) => ratesOf(instance, said, group));
  const [all, first, second] = rates;
  const gap = (rate: keyof Rates) => (first ? difference(first[rate], second[rate]) : null);
  const accuracy = 1 - mistakes / W;
  const cost = toNumber(objective(W, lambda, mistakes, rules.length));
  return {
    rules,
    words: rules.map((j) => ruleWords(mined.rules[j].literals, settings.dataset.columns)),
    accuracy,
    objective: cost,
    rates,
    member: mistakes <= allowances(W, instance.rules.length, lambda, theta)[rules.length],
    at: {
      accuracy,
      objective: cost,
      size: rules.length,
      parity: gap('yes'),
      opportunity: gap('truePositive'),
      falsePositive: gap('falsePositive'),
      falseNegative: gap('falseNegative'),
      yes: all.yes,
      unseen: unseen && 1 - weightOfMistakes(unseen, predict(unseen, rules)) / totalWeight(unseen),
    } satisfies Record<AxisName, number | null>,
  };
}

/** On whom two models disagree. */
export function disagreement(
  { pool: { table, mined } }: Exploration,
  { dataset }: Settings,
  [a, b]: readonly [readonly number[], readonly number[]],
): Disagreement {
  const { instance } = mined;
  const [saidA, saidB] = [predict(instance, a), predict(instance, b)];
  const people = new Map<string, PersonLine>();
  let count = 0;
  for (let row = 0; row < instance.n; row++) {
    const saidByA = hasBit(saidA, row);
    if (saidByA === hasBit(saidB, row)) continue;
    if (count++ >= LOOKED_AT) continue;
    const words = personWords(table, row, dataset);
    const key = `${saidByA} ${words}`;
    const known = people.get(key);
    if (known) people.set(key, { ...known, alike: known.alike + 1 });
    else people.set(key, { row, words, alike: 1, positive: hasBit(instance.labels, row), saidByA });
  }
  const commonest = [...people.values()].sort((p, q) => q.alike - p.alike || p.row - q.row);
  return { count, share: count / instance.n, people: commonest.slice(0, TOLD) };
}

/** Longest model that is easy to read. */
const READABLE = 4;

/**
 * Two short models of exactly equal accuracy that differ most in the gap between the groups, or in how often they say yes
 * where there are no groups; the smaller first. Null when nothing is listed.
 */
export function tellingPair(exploration: Exploration, count: number): [number, number] | null {
  if (count === 0) return null;
  const { found, settings } = exploration;
  const spread = measure(settings.groups ? 'parity' : 'yes', exploration);
  const extremes = new Map<number, [number, number]>();
  for (let k = 0; k < count; k++) {
    if (modelSize(found.models, k) > READABLE || Number.isNaN(spread[k])) continue;
    const pair = extremes.get(found.models.mistakes[k]);
    if (!pair) extremes.set(found.models.mistakes[k], [k, k]);
    else if (spread[k] < spread[pair[0]]) pair[0] = k;
    else if (spread[k] > spread[pair[1]]) pair[1] = k;
  }
  const width = ([low, high]: [number, number]) => spread[high] - spread[low];
  const best = [...extremes.values()].reduce((a, b) => (width(b) > width(a) ? b : a), [0, 0]);
  return width(best) > NOTHING ? best : [0, farthest(spread, count)];
}

/** Differences that come from rounding. */
const NOTHING = 1e-9;

/** The model that differs most from the first. */
function farthest(spread: Float64Array, count: number): number {
  let best = count - 1;
  for (let k = 0; k < count; k++)
    if (Math.abs(spread[k] - spread[0]) > Math.abs(spread[best] - spread[0]) + NOTHING) best = k;
  return best;
}

export const viewTable = (exploration: Exploration): TableView => ({
  n: exploration.pool.table.n,
  unseen: exploration.pool.unseen?.n ?? 0,
  positives: countBits(exploration.pool.mined.instance.labels),
});

/** What the explorer says in a state. `pair` are the two picked models. */
export function lookAt(
  exploration: Exploration,
  settings: Settings,
  pair: readonly [readonly number[], readonly number[]] | null,
): View {
  const { pool, found } = exploration;
  return {
    table: viewTable(exploration),
    m: pool.mined.instance.rules.length,
    candidates: pool.mined.candidates,
    positive: pool.mined.positive,
    balanced: pool.mined.instance.weights !== null,
    answers: answers(settings, pool.mined.positive),
    count: String(countOf(exploration, settings.epsilon)),
    certainty: {
      proven: found.proven,
      exact: found.exact,
      guarantee: found.guarantee,
      spread: found.spread && [String(found.spread[0]), String(found.spread[1])],
      uniformity: found.uniformity,
    },
    optimum: { fraction: formatRational(found.optimum), value: toNumber(found.optimum) },
    listed: membersWithin(exploration, settings.epsilon),
    complete: found.complete,
    groups: settings.groups?.names ?? null,
    models: pair && [viewModel(exploration, settings, pair[0]), viewModel(exploration, settings, pair[1])],
    disagreement: pair && disagreement(exploration, settings, pair),
  };
}
