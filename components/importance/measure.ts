import type { Reliance } from '../../engine/multiplicity/reliance';
import { wordsOf } from '../study/judge';
import { type Good, modelAt } from '../study/study';
import type { Keep } from './shape';
import type { FeatureView, ModelView, PairView, View } from './view';

/** What every good model relies on. */
export interface Cloud {
  readonly good: Good;
  readonly members: number;
  readonly columns: readonly string[];
  /** For each column how much worse every model gets when its values are swapped between people. */
  readonly reliance: readonly Float64Array[];
  /** For each column whether every model uses it. */
  readonly uses: readonly Uint8Array[];
  readonly domain: readonly [number, number];
}

export const BINS = 72;

export function cloudOf(good: Good, members: number, { columns, original, switched }: Reliance): Cloud {
  const reliance = switched.map((errors) => errors.map((error, k) => error - original[k]));
  const uses = columns.map(() => new Uint8Array(members));
  const used = good.study.mined.rules.map(({ literals }) => [
    ...new Set(literals.map(({ column }) => columns.indexOf(column))),
  ]);
  const { starts, rules } = good.models;
  for (let k = 0; k < members; k++)
    for (let r = starts[k]; r < starts[k + 1]; r++) for (const f of used[rules[r]]) uses[f][k] = 1;
  let [low, high] = [0, 0];
  for (const values of reliance)
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  return { good, members, columns, reliance, uses, domain: [low, high > low ? high : low + 0.01] };
}

const count = (flags: Uint8Array, keep: (k: number) => boolean): number =>
  flags.reduce((sum, flag, k) => sum + (flag && keep(k) ? 1 : 0), 0);

/** The column whose greatest reliance is highest among those that some good model does without. */
export function tellingColumn({ columns, reliance, uses, members }: Cloud): string {
  const most = reliance.map((values) => values.reduce((a, b) => Math.max(a, b), 0));
  const spared = columns.map((_, f) => count(uses[f], () => true) < members);
  const order = [...columns.keys()].sort((f, g) => Number(spared[g]) - Number(spared[f]) || most[g] - most[f]);
  return columns[order[0]];
}

function featureOf(cloud: Cloud, f: number, keep: (k: number) => boolean): FeatureView {
  const { good, members, columns, reliance, uses, domain } = cloud;
  const [low, high] = domain;
  const bins = new Array<number>(BINS).fill(0);
  let [users, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < members; k++) {
    if (!keep(k)) continue;
    const value = reliance[f][k];
    if (value < least) least = value;
    if (value > most) most = value;
    if (!uses[f][k]) continue;
    users++;
    bins[Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS))]++;
  }
  const column = columns[f];
  return {
    column,
    title: good.study.dataset.columns[column]?.title ?? column,
    users,
    bins,
    share: count(uses[f], () => true) / members,
    least: least <= most ? least : 0,
    most: least <= most ? most : 0,
    best: reliance[f][0],
  };
}

function modelOf({ good, reliance }: Cloud, f: number, k: number): ModelView {
  return {
    words: wordsOf(good.study, modelAt(good, k)),
    reliance: reliance[f][k],
    accuracy: good.accuracy[k],
    unseen: good.unseen[k],
  };
}

/** Columns that nearly all or nearly no models use say nothing about pairs. */
const RARE = 0.02;
const PAIRS = 3;
/** Weaker correlations, and differences between shares of models that one hardly sees, are not worth a line. */
const WEAK = 0.05;
const SLIGHT = 0.02;

/** The pairs of columns that models most avoid, and most seek, to use together. */
function pairsOf({ good, columns, uses, members }: Cloud): Pick<View, 'apart' | 'together'> {
  const share = uses.map((flags) => count(flags, () => true) / members);
  const telling = [...columns.keys()].filter((f) => share[f] > RARE && share[f] < 1 - RARE);
  const title = (f: number) => good.study.dataset.columns[columns[f]]?.title ?? columns[f];
  const pairs = telling.flatMap((f, i) =>
    telling.slice(i + 1).map((g) => {
      const together = count(uses[f], (k) => uses[g][k] === 1) / members;
      const expected = share[f] * share[g];
      // The correlation of the two uses.
      const phi = (together - expected) / Math.sqrt(expected * (1 - share[f]) * (1 - share[g]));
      return { pair: { titles: [title(f), title(g)], together, expected } satisfies PairView, phi };
    }),
  );
  pairs.sort((a, b) => a.phi - b.phi);
  return {
    apart: pairs
      .filter(({ phi, pair }) => phi < -WEAK && pair.expected - pair.together >= SLIGHT)
      .slice(0, PAIRS)
      .map(({ pair }) => pair),
    together: pairs
      .filter(({ phi, pair }) => phi > WEAK && pair.together - pair.expected >= SLIGHT)
      .slice(-PAIRS)
      .reverse()
      .map(({ pair }) => pair),
  };
}

/** What the figure says in a state. */
export function lookAt(cloud: Cloud, feature: string, keep: Keep): View {
  const { good, members, columns, reliance, uses, domain } = cloud;
  const picked = columns.includes(feature) ? feature : tellingColumn(cloud);
  const p = columns.indexOf(picked);
  const kept = (k: number) => keep === 'all' || (uses[p][k] === 1) === (keep === 'with');
  const mean = reliance.map((values) => values.reduce((sum, value) => sum + value, 0));
  const order = [...columns.keys()].sort((f, g) => mean[g] - mean[f]);
  const relying = reliance[p].reduce((best, value, k) => (value > reliance[p][best] ? k : best), 0);
  const without = uses[p].indexOf(0);
  let keptCount = 0;
  for (let k = 0; k < members; k++) if (kept(k)) keptCount++;
  return {
    slug: good.study.dataset.slug,
    members,
    kept: keptCount,
    features: order.map((f) => featureOf(cloud, f, kept)),
    domain,
    picked,
    relying: uses[p][relying] ? modelOf(cloud, p, relying) : null,
    without: without < 0 ? null : modelOf(cloud, p, without),
    ...pairsOf(cloud),
  };
}
