import { type BitSet, hasBit } from '../bits/bitset';
import { type Job, type Pace, pacer } from '../job';
import type { Diagram } from './diagram';
import { type Keep, memberCounts, mostMembers, prefixCounts, pushCounts } from './diagram-count';
import type { Instance } from './instance';
import { type Rational, rational } from './rational';
import { addModulo, addProduct, exactly } from './residues';

/** Exact numbers of members, over all of a compiled set: divided by `total` they are shares. */
export interface Marginals {
  readonly total: bigint;
  /** Members that contain each rule. */
  readonly rules: readonly bigint[];
  /** Members that say yes to the points of each class (`classes.classOf` gives the class of a point). */
  readonly yes: readonly bigint[];
  /** Members that contain both rules i and j, at i·m + j; only when asked for. */
  readonly pairs: readonly bigint[] | null;
}

export interface MarginalOptions {
  /** Of these members only. */
  readonly keep?: Keep;
  readonly pairs?: boolean;
}

type Sums = { readonly prefix: Float64Array[]; readonly below: Float64Array[]; readonly modulus: number };

/** Σ over states of (ways to get there) · (members below where the edge leads). */
function through(
  edge: Int32Array,
  here: Float64Array,
  next: Float64Array,
  modulus: number,
  from = 0,
  to = edge.length,
) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    if (edge[i] >= 0 && here[i] > 0) sum = addProduct(sum, here[i], next[edge[i]], modulus);
  }
  return sum % modulus;
}

async function ruleCounts(
  { layers, space }: Diagram,
  { prefix, below, modulus }: Sums,
  into: Float64Array,
  pace: Pace,
): Promise<void> {
  for (let p = 0; p < space.m; p++) {
    into[space.order[p]] = through(layers[p].take, prefix[p], below[p + 1], modulus);
    await pace();
  }
}

/** For every class the members that capture none of its points: it is uncaptured where its last rule is skipped. */
async function countUncaptured(
  { layers, space }: Diagram,
  { prefix, below, modulus }: Sums,
  into: Float64Array,
  pace: Pace,
): Promise<void> {
  for (let p = 0; p < space.m; p++) {
    const first = space.live[p + 1];
    const end = space.live[p];
    if (first === end) continue;
    await pace();
    const { nodes, live, start, skip } = layers[p];
    const words = live.length / nodes;
    for (let g = 0; g < nodes; g++) {
      const members = through(skip, prefix[p], below[p + 1], modulus, start[g], start[g + 1]);
      if (members === 0) continue;
      for (let b = first; b < end; b++) {
        if ((live[g * words + (b >>> 5)] >>> (b & 31)) & 1) {
          const c = space.classOfBit[b];
          into[c] = addModulo(into[c], members, modulus);
        }
      }
    }
  }
}

/** The members that take none of some rules: those edges are closed, between the first and the last of them. */
async function countWithout(
  { layers, space }: Diagram,
  { prefix, below, modulus }: Sums,
  rules: BitSet,
  pace: Pace,
): Promise<number> {
  const closed = Array.from(space.order, (rule) => hasBit(rules, rule));
  const first = closed.indexOf(true);
  const last = closed.lastIndexOf(true);
  let here = prefix[first];
  for (let p = first; p <= last; p++) {
    const next = new Float64Array(layers[p + 1].keys.length);
    pushCounts(layers[p], here, next, modulus, !closed[p]);
    here = next;
    await pace();
  }
  let sum = 0;
  for (let i = 0; i < here.length; i++) {
    if (here[i] > 0) sum = addProduct(sum, here[i], below[last + 1][i], modulus);
  }
  return sum % modulus;
}

/** Members that contain the rule at position p and each later one. */
async function pairCounts(
  { layers, space }: Diagram,
  { prefix, below, modulus }: Sums,
  p: number,
  into: Float64Array,
  pace: Pace,
): Promise<void> {
  const { m, order } = space;
  let here = new Float64Array(layers[p + 1].keys.length);
  layers[p].take.forEach((t, i) => {
    if (t >= 0) here[t] = addModulo(here[t], prefix[p][i], modulus);
  });
  for (let q = p + 1; q < m; q++) {
    const both = through(layers[q].take, here, below[q + 1], modulus);
    into[order[p] * m + order[q]] = both;
    into[order[q] * m + order[p]] = both;
    const next = new Float64Array(layers[q + 1].keys.length);
    pushCounts(layers[q], here, next, modulus, true);
    here = next;
    await pace();
  }
}

/**
 * How often each rule, each pair of rules and each answer occurs over all members, exactly: prefixes times members below
 * (forward times backward), without listing. A class whose labels cancelled is in no state; the members that take none of its
 * rules are counted on the same diagram.
 */
export async function marginals(diagram: Diagram, options: MarginalOptions = {}, job?: Job): Promise<Marginals> {
  const { space } = diagram;
  const { m } = space;
  const { signatures } = space.classes;
  const tracked = new Set(space.classOfBit);
  const pace = pacer(job?.signal);
  const rulesAt = 1;
  const classesAt = rulesAt + m;
  const pairsAt = classesAt + signatures.length;
  const length = pairsAt + (options.pairs ? m * m : 0);

  const run = async (modulus: number) => {
    const sums = {
      prefix: await prefixCounts(diagram, modulus, pace),
      below: await memberCounts(diagram, modulus, pace, options.keep),
      modulus,
    };
    const result = new Float64Array(length);
    result[0] = sums.below[0][0] ?? 0;
    await ruleCounts(diagram, sums, result.subarray(rulesAt, classesAt), pace);
    const uncaptured = result.subarray(classesAt, pairsAt);
    await countUncaptured(diagram, sums, uncaptured, pace);
    for (let c = 0; c < signatures.length; c++) {
      if (tracked.has(c)) continue;
      const never = signatures[c].every((word) => word === 0);
      uncaptured[c] = never ? result[0] : await countWithout(diagram, sums, signatures[c], pace);
    }
    for (let p = 0; options.pairs && p < m; p++) {
      await pairCounts(diagram, sums, p, result.subarray(pairsAt), pace);
    }
    return result;
  };

  const sums = await exactly(await mostMembers(diagram, pace, options.keep), run);
  const total = sums[0];
  const rules = sums.slice(rulesAt, classesAt);
  const pairs = options.pairs ? sums.slice(pairsAt) : null;
  if (pairs)
    rules.forEach((count, j) => {
      pairs[j * m + j] = count;
    });
  return { total, rules, yes: sums.slice(classesAt, pairsAt).map((none) => total - none), pairs };
}

/** Means over all members of what they do to a group of points; null where the group has no such point. */
export interface ExpectedRates {
  readonly accuracy: Rational | null;
  readonly yes: Rational | null;
  readonly truePositives: Rational | null;
  readonly falsePositives: Rational | null;
}

/** The mean accuracy and rates of the members on a group (all points, unless told), exactly. */
export function expectedRates(
  instance: Instance,
  classOf: Int32Array,
  { yes, total }: Marginals,
  group?: BitSet,
): ExpectedRates {
  // Weight of points and of yes answers, for negatives and positives.
  const weight = [0n, 0n];
  const said = [0n, 0n];
  for (let i = 0; i < instance.n; i++) {
    if (group && !hasBit(group, i)) continue;
    const w = BigInt(instance.weights ? instance.weights[i] : 1);
    const label = hasBit(instance.labels, i) ? 1 : 0;
    weight[label] += w;
    said[label] += w * yes[classOf[i]];
  }
  const share = (part: bigint, whole: bigint) => (whole * total === 0n ? null : rational(part, whole * total));
  const all = weight[0] + weight[1];
  return {
    accuracy: share(said[1] + weight[0] * total - said[0], all),
    yes: share(said[0] + said[1], all),
    truePositives: share(said[1], weight[1]),
    falsePositives: share(said[0], weight[0]),
  };
}
