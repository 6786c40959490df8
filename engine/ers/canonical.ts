import { pacer } from '../job';
import { objective } from './allowance';
import type { ModelList } from './model-list';
import { compare, type Rational } from './rational';

/** Writes `from` into `to` in rising order of `key[k]`, all below `keys`; equal keys stay in order. */
function countingSort(from: Uint32Array, to: Uint32Array, key: Uint16Array | Uint32Array, keys: number): void {
  const next = new Uint32Array(keys + 1);
  for (let i = 0; i < from.length; i++) next[key[from[i]] + 1]++;
  for (let i = 1; i <= keys; i++) next[i] += next[i - 1];
  for (let i = 0; i < from.length; i++) to[next[key[from[i]]]++] = from[i];
}

type Pace = ReturnType<typeof pacer>;

/** The models of one size in order of their rules: a radix sort from the last rules to the first, several rules a digit. */
async function sortBySets(
  { starts, rules }: ModelList,
  members: Uint32Array,
  size: number,
  m: number,
  pace: Pace,
): Promise<Uint32Array> {
  let from = new Uint32Array(members.length);
  for (let i = 0; i < from.length; i++) from[i] = i;
  let to = new Uint32Array(members.length);
  const digits = new Uint16Array(members.length);
  for (let end = size; end > 0; ) {
    let start = end - 1;
    let keys = m;
    for (; start > 0 && keys * m <= 65536; start--) keys *= m;
    for (let i = 0; i < members.length; i++) {
      const first = starts[members[i]];
      let digit = 0;
      for (let place = start; place < end; place++) digit = digit * m + rules[first + place];
      digits[i] = digit;
    }
    await pace();
    countingSort(from, to, digits, keys);
    await pace();
    [from, to] = [to, from];
    end = start;
  }
  for (let i = 0; i < from.length; i++) from[i] = members[from[i]];
  return from;
}

/** The indices of the models by size. */
function groupBySize({ length, starts }: ModelList): Map<number, Uint32Array> {
  const counts = new Map<number, number>();
  for (let k = 0; k < length; k++) {
    const size = starts[k + 1] - starts[k];
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  const groups = new Map([...counts].map(([size, count]) => [size, new Uint32Array(count)]));
  for (let k = length - 1; k >= 0; k--) {
    const size = starts[k + 1] - starts[k];
    const left = counts.get(size)! - 1;
    counts.set(size, left);
    groups.get(size)![left] = k;
  }
  return groups;
}

interface Ranking {
  readonly of: Uint32Array;
  readonly ranks: number;
}

/** For every model the place of its objective, then its size, among all that occur. */
function rankObjectives(
  { length, mistakes }: ModelList,
  groups: Map<number, Uint32Array>,
  totalWeight: number,
  lambda: Rational,
): Ranking {
  const kinds: { size: number; value: Rational }[] = [];
  const of = new Uint32Array(length);
  for (const [size, members] of groups) {
    const known = new Map<number, number>();
    for (const k of members) {
      let kind = known.get(mistakes[k]);
      if (kind === undefined) {
        kind = kinds.push({ size, value: objective(totalWeight, lambda, mistakes[k], size) }) - 1;
        known.set(mistakes[k], kind);
      }
      of[k] = kind;
    }
  }
  const rank = new Uint32Array(kinds.length);
  kinds
    .map((kind, i) => ({ ...kind, i }))
    .sort((a, b) => compare(a.value, b.value) || a.size - b.size)
    .forEach(({ i }, place) => {
      rank[i] = place;
    });
  for (let k = 0; k < length; k++) of[k] = rank[of[k]];
  return { of, ranks: kinds.length };
}

/**
 * The order in which models are listed: by objective, then fewer rules first, then by rule indices. Sorted by counting,
 * linear in the number of rules of all models.
 */
export async function canonicalOrder(
  models: ModelList,
  totalWeight: number,
  lambda: Rational,
  signal?: AbortSignal,
): Promise<Uint32Array> {
  const pace = pacer(signal);
  const groups = groupBySize(models);
  let m = 1;
  for (let i = 0; i < models.starts[models.length]; i++) m = Math.max(m, models.rules[i] + 1);
  const bySets = new Uint32Array(models.length);
  let end = 0;
  for (const [size, members] of groups) {
    bySets.set(await sortBySets(models, members, size, m, pace), end);
    end += members.length;
  }
  const { of, ranks } = rankObjectives(models, groups, totalWeight, lambda);
  await pace();
  const order = new Uint32Array(models.length);
  countingSort(bySets, order, of, ranks);
  await pace();
  return order;
}
