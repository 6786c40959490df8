import { type BitSet, countAnd, countBits, hasBit } from '../../engine/bits/bitset';
import { miningOf } from '../../engine/data/catalogue';
import { hmda } from '../../engine/data/catalogue/hmda';
import { captureAll } from '../../engine/data/literals';
import type { Table } from '../../engine/data/table';
import { allowances } from '../../engine/ers/allowance';
import { totalWeight } from '../../engine/ers/instance';
import { modelRules, modelSize } from '../../engine/ers/model-list';
import { add, parseRational } from '../../engine/ers/rational';
import { atOnce } from '../../engine/job';
import { mergeCells } from '../../engine/multiplicity/cells';
import { yesCounts } from '../../engine/multiplicity/shares';
import type { Mined } from '../../engine/rules/mine';
import { personWords, ruleWords } from '../../engine/rules/words';
import type { ListedModels } from '../../engine/worker/list-models';
import type { Prepared } from '../../engine/worker/prepare';
import type { FigureContext } from '../islands/figure-module';
import { memo } from '../memo';
import { predict, weightOfMistakes } from '../models/answers';
import { countWithin as countPrefix } from '../models/prefix';
import type { StateOf } from '../permalink/state';
import { EPSILON_RANGE, type shape } from './shape';
import type { Domain, Edge, ModelView, PersonView, View } from './view';

/** The data set of the opening. */
export const dataset = hmda;

type State = StateOf<typeof shape>;

/** The good models for one λ, the best first: a tolerance is a prefix. */
export interface Cloud {
  readonly lambda: string;
  readonly table: Table;
  readonly mined: Mined;
  /** Black applicants and the others. */
  readonly groups: readonly [BitSet, BitSet];
  readonly listed: ListedModels;
  /** Balanced accuracy and gap of every model. */
  readonly accuracy: Float64Array;
  readonly gap: Float64Array;
}

/** The table and its candidate rules do not depend on λ. */
const loadTable = memo(
  async ({ engine, readText }: FigureContext, { file }: typeof dataset, job): Promise<Prepared> =>
    engine.run('prepare', { csv: await readText(`data/${file}`), mining: miningOf(dataset) }, job),
  ({ slug }) => slug,
);

/** Lists every model within the widest tolerance for λ. */
export async function loadCloud(context: FigureContext, lambda: string, job?: { signal: AbortSignal }): Promise<Cloud> {
  const { table, mined } = await loadTable(context, dataset, job);
  const [first, second] = dataset.protected[0].groups;
  const groups = [captureAll(table, first.literals), captureAll(table, second.literals)] as const;
  const options = { lambda, epsilon: String(EPSILON_RANGE[1]) };
  const listed = await context.engine.run('listModels', { instance: mined.instance, options, groups }, job);
  const W = totalWeight(mined.instance);
  return {
    lambda,
    table,
    mined,
    groups,
    listed,
    accuracy: listed.models.mistakes.map((mistakes) => 1 - mistakes / W),
    gap: Float64Array.from(listed.rates[0], (rate, k) => rate - listed.rates[1][k]),
  };
}

/** How many mistakes models of each size may make within a tolerance. */
function allowed({ mined: { instance }, lambda, listed }: Cloud, epsilon: string): Float64Array {
  const theta = add(listed.optimum!, parseRational(epsilon));
  return allowances(totalWeight(instance), instance.rules.length, parseRational(lambda), theta);
}

/** The number of models within a tolerance: they come first. */
export const countWithin = ({ mined: { instance }, lambda, listed }: Cloud, epsilon: string): number =>
  countPrefix(listed.models, instance, parseRational(lambda), add(listed.optimum!, parseRational(epsilon)));

function viewModel(cloud: Cloud, rules: readonly number[], person: number, most: Float64Array): ModelView {
  const { instance } = cloud.mined;
  const said = predict(instance, rules);
  const mistakes = weightOfMistakes(instance, said);
  const [a, b] = cloud.groups.map((group) => countAnd(said, group) / countBits(group));
  return {
    rules,
    words: rules.map((j) => ruleWords(cloud.mined.rules[j].literals, dataset.columns)),
    accuracy: 1 - mistakes / totalWeight(instance),
    rates: [a, b],
    gap: a - b,
    denies: hasBit(said, person),
    member: mistakes <= most[rules.length],
  };
}

/** Longest model that is easy to read. */
const READABLE = 4;

/** Two short models of exactly equal accuracy whose gaps lie farthest apart, the smaller gap first. */
export function tellingPair(cloud: Cloud, count: number): [number, number] {
  const extremes = new Map<number, [number, number]>();
  for (let k = 0; k < count; k++) {
    if (modelSize(cloud.listed.models, k) > READABLE) continue;
    const pair = extremes.get(cloud.listed.models.mistakes[k]) ?? [k, k];
    if (cloud.gap[k] < cloud.gap[pair[0]]) pair[0] = k;
    if (cloud.gap[k] > cloud.gap[pair[1]]) pair[1] = k;
    extremes.set(cloud.listed.models.mistakes[k], pair);
  }
  const spread = ([low, high]: [number, number]) => cloud.gap[high] - cloud.gap[low];
  return [...extremes.values()].reduce((best, pair) => (spread(pair) > spread(best) ? pair : best), [0, 0]);
}

/** Share of the first `count` models that deny one applicant. */
function shareFor({ mined: { instance }, listed: { models } }: Cloud, count: number, person: number): number {
  const captures = instance.rules.map((rule) => hasBit(rule.captured, person));
  let denying = 0;
  for (let k = 0; k < count; k++) {
    for (let r = models.starts[k]; r < models.starts[k + 1]; r++) {
      if (!captures[models.rules[r]]) continue;
      denying++;
      break;
    }
  }
  return count === 0 ? 0 : denying / count;
}

/** The applicants on whom two models disagree, those first on whom all of the first `count` are most divided. */
export async function contested(cloud: Cloud, count: number, pair: readonly [number, number]): Promise<number[]> {
  const [a, b] = pair.map((k) => predict(cloud.mined.instance, modelRules(cloud.listed.models, k)));
  const counts = await yesCounts({ ...cloud.listed.models, length: count }, atOnce(mergeCells(cloud.mined.instance)));
  const divided = (i: number) => Math.abs(counts[i] / count - 0.5);
  return Array.from(counts.keys())
    .filter((i) => hasBit(a, i) !== hasBit(b, i))
    .sort((i, j) => divided(i) - divided(j));
}

/** The share of Black applicants, and of the others, that was denied. */
export function deniedRates({ mined: { instance }, groups: [first, second] }: Cloud): [number, number] {
  const rate = (group: BitSet) => countAnd(instance.labels, group) / countBits(group);
  return [rate(first), rate(second)];
}

/** From where to where the axes run: all models of the widest tolerance, with a little room. */
export function domainOf({ accuracy, gap }: Cloud): Domain {
  const room = ([low, high]: [number, number]): [number, number] => [
    low - 0.03 * (high - low),
    high + 0.03 * (high - low),
  ];
  return { accuracy: room(extent(accuracy, accuracy.length)), gap: room(extent(gap, gap.length)) };
}

const extent = (values: Float64Array, count: number): [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < count; k++) {
    low = Math.min(low, values[k]);
    high = Math.max(high, values[k]);
  }
  return [low, high];
};

function edges({ mined: { instance }, listed: { models } }: Cloud, count: number, most: Float64Array): Edge[] {
  const sizes = new Set<number>();
  for (let k = 0; k < count; k++) sizes.add(modelSize(models, k));
  const W = totalWeight(instance);
  return [...sizes].sort((a, b) => a - b).map((size) => ({ size, accuracy: 1 - most[size] / W }));
}

/** What the figure says in a state; what the state leaves open is taken from `fallback`. */
export function lookAt(
  cloud: Cloud,
  state: State,
  fallback: { a: readonly number[]; b: readonly number[]; person: number },
): View {
  const count = countWithin(cloud, state.epsilon);
  const most = allowed(cloud, state.epsilon);
  const index = state.person >= 0 ? state.person : fallback.person;
  const person: PersonView = {
    index,
    words: personWords(cloud.table, index, dataset),
    denied: hasBit(cloud.mined.instance.labels, index),
    share: shareFor(cloud, count, index),
  };
  const pick = (rules: readonly number[], otherwise: readonly number[]) =>
    viewModel(cloud, rules.length > 0 ? rules : otherwise, index, most);
  return {
    count,
    edges: edges(cloud, count, most),
    range: { accuracy: extent(cloud.accuracy, count), gap: extent(cloud.gap, count) },
    models: [pick(state.a, fallback.a), pick(state.b, fallback.b)],
    person,
  };
}

/** The rule indices of a model. */
export const modelAt = (cloud: Cloud, k: number): number[] => [...modelRules(cloud.listed.models, k)];
