import { type BitSet, emptyBits, forEachBit, hasBit, setBit, wordsFor } from '../bits/bitset';
import { endsStep, type Steps } from '../job';
import type { Instance } from './instance';

/** Classes of one sign, heaviest first. */
export interface SignedClasses {
  readonly count: number;
  /** Net weight of each class. */
  readonly weights: Float64Array;
  /** For each rule, the classes that it captures. */
  readonly captured: readonly BitSet[];
}

/**
 * The points merged into classes of equal captures ("equivalent points", Angelino et al., CORELS, JMLR 2018, Theorem 20, and the
 * paper's code). Labels of one class that contradict each other cost the lighter side whatever the rule set is: that is
 * `unavoidable`. What is left of a class is one sign with one net weight; a class that no rule captures is settled too.
 * For every rule set: mistakes = unavoidable + weight of captured negatives + weight of uncaptured positives.
 */
export interface Classes {
  readonly unavoidable: number;
  readonly positives: SignedClasses;
  readonly negatives: SignedClasses;
  /** For every point the number of its class among *all* classes of equal captures, cancelled ones included. */
  readonly classOf: Int32Array;
  /** For each such class the set of rules that capture its points. */
  readonly signatures: readonly BitSet[];
}

/** For every point the rules that capture it, `wordsFor(m)` words a point. */
function* transpose(instance: Instance): Steps<Uint32Array> {
  const words = wordsFor(instance.rules.length);
  const rows = new Uint32Array(instance.n * words);
  for (const [j, rule] of instance.rules.entries()) {
    const word = j >>> 5;
    const bit = 1 << (j & 31);
    forEachBit(rule.captured, (i) => {
      rows[i * words + word] |= bit;
    });
    yield;
  }
  return rows;
}

/** Numbers the different rows in order of appearance: for every point its number, and for every number its first point. */
function* groupRows(
  rows: Uint32Array,
  words: number,
  n: number,
): Steps<{ readonly classOf: Int32Array; readonly first: readonly number[] }> {
  const slots = new Int32Array(2 ** (33 - Math.clz32(n))).fill(-1);
  const classOf = new Int32Array(n);
  const first: number[] = [];
  const equal = (i: number, j: number): boolean => {
    for (let w = 0; w < words; w++) if (rows[i * words + w] !== rows[j * words + w]) return false;
    return true;
  };
  for (let i = 0; i < n; i++) {
    let hash = 0;
    for (let w = 0; w < words; w++) {
      hash = Math.imul(hash ^ rows[i * words + w], 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (slots.length - 1);
    while (slots[slot] >= 0 && !equal(first[slots[slot]], i)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] < 0) slots[slot] = first.push(i) - 1;
    classOf[i] = slots[slot];
    if (endsStep(i)) yield;
  }
  return { classOf, first };
}

/** Weight of the positives minus that of the negatives of every class, and the weight of both together. */
export function weighClasses({ n, labels, weights }: Instance, classOf: Int32Array, count: number) {
  const net = new Float64Array(count);
  const all = new Float64Array(count);
  for (let i = 0; i < n; i++) {
    const weight = weights ? weights[i] : 1;
    net[classOf[i]] += hasBit(labels, i) ? weight : -weight;
    all[classOf[i]] += weight;
  }
  return { net, all };
}

/** The given classes, heaviest first; of equals the first. */
function* heaviestFirst(members: readonly number[], net: Float64Array): Steps<number[]> {
  const ofWeight = new Map<number, number[]>();
  for (let k = 0; k < members.length; k++) {
    const weight = Math.abs(net[members[k]]);
    const equals = ofWeight.get(weight);
    if (equals) equals.push(members[k]);
    else ofWeight.set(weight, [members[k]]);
    if (endsStep(k)) yield;
  }
  const weights = Float64Array.from(ofWeight.keys()).sort().reverse();
  return Array.from(weights, (weight) => ofWeight.get(weight)!).flat();
}

function* signed(
  members: readonly number[],
  net: Float64Array,
  signatures: readonly BitSet[],
  m: number,
): Steps<SignedClasses> {
  const order = yield* heaviestFirst(members, net);
  const captured = Array.from({ length: m }, () => emptyBits(order.length));
  for (let k = 0; k < order.length; k++) {
    forEachBit(signatures[order[k]], (rule) => setBit(captured[rule], k));
    if (endsStep(k)) yield;
  }
  return { count: order.length, weights: Float64Array.from(order, (c) => Math.abs(net[c])), captured };
}

/** Merges the points of an instance. Costs O(n·m/32) words once. */
export function* mergePoints(instance: Instance): Steps<Classes> {
  const m = instance.rules.length;
  const words = wordsFor(m);
  const rows = yield* transpose(instance);
  const { classOf, first } = yield* groupRows(rows, words, instance.n);
  const signatures: BitSet[] = [];
  const { net, all } = weighClasses(instance, classOf, first.length);
  const positives: number[] = [];
  const negatives: number[] = [];
  let unavoidable = 0;
  for (let c = 0; c < first.length; c++) {
    const signature = rows.slice(first[c] * words, (first[c] + 1) * words);
    signatures.push(signature);
    const captured = signature.some((word) => word !== 0);
    // The lighter side of a mixed class is lost whatever is chosen; an uncaptured class loses all its positives.
    unavoidable += captured ? (all[c] - Math.abs(net[c])) / 2 : (all[c] + net[c]) / 2;
    if (captured && net[c] !== 0) (net[c] > 0 ? positives : negatives).push(c);
    if (endsStep(c)) yield;
  }
  return {
    unavoidable,
    positives: yield* signed(positives, net, signatures, m),
    negatives: yield* signed(negatives, net, signatures, m),
    classOf,
    signatures,
  };
}
