import { type Job, type Pace, pacer } from '../job';
import { allowances } from './allowance';
import type { Diagram } from './diagram';
import { totalWeight } from './instance';
import { type Rational, toNumber } from './rational';
import { addModulo, exactly } from './residues';

/** Which members to ask about: all, or those of some sizes and mistakes, as those within a smaller θ. */
export type Keep = (size: number, mistakes: number) => boolean;

/** The members whose objective is at most θ'. */
export function within({ space }: Diagram, theta: Rational): Keep {
  const allowed = allowances(totalWeight(space.instance), space.m, space.lambda, theta);
  return (size, mistakes) => mistakes <= allowed[size];
}

/** Size and mistakes of the members that a state of the last layer stands for. */
export function endOf({ space, layers }: Diagram, state: number): { size: number; mistakes: number } {
  const key = layers[space.m].keys[state];
  const size = Math.floor(key / space.span);
  return { size, mistakes: space.classes.unavoidable + key - size * space.span };
}

/** For every state of every layer the number of prefixes that lead to it, modulo a prime or as doubles. */
export async function prefixCounts({ layers }: Diagram, modulus: number, pace: Pace): Promise<Float64Array[]> {
  const counts = [Float64Array.of(1)];
  for (let p = 0; p + 1 < layers.length; p++) {
    counts.push(new Float64Array(layers[p + 1].keys.length));
    pushCounts(layers[p], counts[p], counts[p + 1], modulus, true);
    await pace();
  }
  return counts;
}

/** Adds the counts of a layer to the states that they lead to; `taking` says whether the rule may be taken. */
export function pushCounts(
  { skip, take }: Diagram['layers'][number],
  here: Float64Array,
  next: Float64Array,
  modulus: number,
  taking: boolean,
): void {
  for (let i = 0; i < skip.length; i++) {
    const count = here[i];
    if (count === 0) continue;
    const s = skip[i];
    if (s >= 0) next[s] = addModulo(next[s], count, modulus);
    const t = take[i];
    if (taking && t >= 0) next[t] = addModulo(next[t], count, modulus);
  }
}

/** For every state of every layer the number of kept members below it, added up by `plus`. */
async function sumsBelow(
  diagram: Diagram,
  keep: Keep | undefined,
  plus: (a: number, b: number) => number,
  pace: Pace,
): Promise<Float64Array[]> {
  const { layers, space } = diagram;
  const counts: Float64Array[] = [];
  counts[space.m] = layers[space.m].keys.map((_, state) => {
    const { size, mistakes } = endOf(diagram, state);
    return size >= space.fewest && (keep === undefined || keep(size, mistakes)) ? 1 : 0;
  });
  for (let p = space.m - 1; p >= 0; p--) {
    const { skip, take } = layers[p];
    const below = counts[p + 1];
    const here = new Float64Array(skip.length);
    for (let i = 0; i < here.length; i++) {
      here[i] = plus(skip[i] < 0 ? 0 : below[skip[i]], take[i] < 0 ? 0 : below[take[i]]);
    }
    counts[p] = here;
    await pace();
  }
  return counts;
}

/** The numbers of members below each state modulo a prime, or as doubles. */
export const memberCounts = (diagram: Diagram, modulus: number, pace: Pace, keep?: Keep): Promise<Float64Array[]> =>
  sumsBelow(diagram, keep, (a, b) => addModulo(a, b, modulus), pace);

/** a + b, or a double above it where it is not one itself. */
function addUp(a: number, b: number): number {
  const sum = a + b;
  const rest = sum - a;
  // Knuth's two-sum gives what rounding took away.
  return a - (sum - rest) + (b - rest) > 0 ? sum * (1 + Number.EPSILON) : sum;
}

/** Upper bounds of the numbers of members below each state, never less for a state than for those after it together; exact below 2^53. */
export const memberBounds = (diagram: Diagram, pace: Pace, keep?: Keep): Promise<Float64Array[]> =>
  sumsBelow(diagram, keep, addUp, pace);

/** No sum over members is above this. */
export const mostMembers = async (diagram: Diagram, pace: Pace, keep?: Keep): Promise<number> =>
  (await memberBounds(diagram, pace, keep))[0][0];

/** How many members there are of each size with each number of mistakes, both rising. */
export interface Distribution {
  readonly sizes: Uint16Array;
  readonly mistakes: Float64Array;
  readonly counts: readonly bigint[];
}

/** The exact joint distribution of sizes and mistakes over all members. */
export async function distribution(diagram: Diagram, { signal }: Pick<Job, 'signal'> = {}): Promise<Distribution> {
  const pace = pacer(signal);
  const { m, fewest } = diagram.space;
  const ends = Array.from(diagram.layers[m].keys, (_, state) => endOf(diagram, state));
  const most = await mostMembers(diagram, pace);
  const counts = await exactly(most, async (modulus) => (await prefixCounts(diagram, modulus, pace))[m]);
  // Sizes rise: the empty set, where it is no member, is the first.
  const first = ends[0]?.size < fewest ? 1 : 0;
  return {
    sizes: Uint16Array.from(ends.slice(first), (end) => end.size),
    mistakes: Float64Array.from(ends.slice(first), (end) => end.mistakes),
    counts: counts.slice(first),
  };
}

export const totalCount = ({ counts }: Distribution): bigint => counts.reduce((a, b) => a + b, 0n);

/** The number of members of each size, from 0. */
export function countBySize({ sizes, counts }: Distribution): bigint[] {
  const bySize = new Array<bigint>((sizes.at(-1) ?? 0) + 1).fill(0n);
  counts.forEach((count, i) => {
    bySize[sizes[i]] += count;
  });
  return bySize;
}

/** |R(θ')| as a function of θ': it rises at the objectives costs[i] / denominator, to counts[i]. */
export interface Curve {
  readonly costs: readonly bigint[];
  readonly denominator: bigint;
  readonly counts: readonly bigint[];
}

/** The size of the Rashomon set for every θ' up to θ. */
export function curve({ space }: Diagram, { sizes, mistakes, counts }: Distribution): Curve {
  const { num, den } = space.lambda;
  const W = BigInt(totalWeight(space.instance));
  const price = num * W;
  const denominator = W * den;
  const scale = toNumber(space.lambda);
  // Objectives as doubles sort nearly all; the exact costs decide between near ones.
  const near = mistakes.map((k, i) => k / Number(W) + scale * sizes[i]);
  const exact = Array.from(mistakes, (k, i) => BigInt(k) * den + BigInt(sizes[i]) * price);
  const order = [...near.keys()].sort((a, b) => {
    const difference = near[a] - near[b];
    if (Math.abs(difference) > 1e-9 * (1 + near[a])) return difference;
    return exact[a] < exact[b] ? -1 : exact[a] > exact[b] ? 1 : 0;
  });
  const costs: bigint[] = [];
  const totals: bigint[] = [];
  let total = 0n;
  for (const i of order) {
    total += counts[i];
    if (costs.at(-1) !== exact[i]) costs.push(exact[i]);
    totals[costs.length - 1] = total;
  }
  return { costs, denominator, counts: totals };
}

/** |R(θ')|. */
export function countWithin({ costs, denominator, counts }: Curve, theta: Rational): bigint {
  let low = 0;
  let high = costs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (costs[middle] * theta.den <= theta.num * denominator) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0n : counts[low - 1];
}
