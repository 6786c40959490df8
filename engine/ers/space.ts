import { forEachBit, setBit, wordsFor } from '../bits/bitset';
import { endsStep, type Steps } from '../job';
import { allowances } from './allowance';
import { type Classes, mergePoints, weighClasses } from './classes';
import { type Instance, totalWeight } from './instance';
import type { Rational } from './rational';

/**
 * What a search needs that decides the rules one after the other in a fixed order: the merged points as bits, sorted so that
 * the classes which rules from position p on can still capture are the first `live[p]` bits, and exact bounds in integers.
 */
export interface Space {
  readonly instance: Instance;
  readonly classes: Classes;
  readonly lambda: Rational;
  readonly theta: Rational;
  /** Number of rules. */
  readonly m: number;
  /** The rule decided at each position. */
  readonly order: Uint16Array;
  /** The class of each bit; classes that are settled have none. */
  readonly classOfBit: Int32Array;
  /** Bits that rules at positions ≥ p capture, for p = 0..m. */
  readonly live: Int32Array;
  /** For each position the bits that its rule captures, `wordsFor(live[p])` words. */
  readonly captured: readonly Uint32Array[];
  /** Weight of the positives, and of the negatives, of each byte of bits: see `weigh`. */
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Net weight of all positives. */
  readonly missed: number;
  /** The mistakes, beyond the unavoidable ones, that a member of s rules may make, for s = 0..m + 1; infinite from W on. */
  readonly allowed: Float64Array;
  /** The least gain that makes up for the price of a rule: the least integer above λ·W. */
  readonly worth: number;
  /** The fewest rules of a member: 0 where the empty set may be one. */
  readonly fewest: 0 | 1;
  /** size·span + mistakes tells all pairs apart; `mistakes` without the unavoidable ones. */
  readonly span: number;
}

/** The weight of the classes in word `w` of a set. */
export function weigh(weights: Float64Array, word: number, w: number): number {
  const table = w << 10;
  return (
    weights[table | (word & 255)] +
    weights[table | 256 | ((word >>> 8) & 255)] +
    weights[table | 512 | ((word >>> 16) & 255)] +
    weights[table | 768 | (word >>> 24)]
  );
}

/** Sums of weights for every value of every byte. */
function* byteWeights(weights: Float64Array): Steps<Float64Array> {
  const bytes = wordsFor(weights.length) * 4;
  const sums = new Float64Array(bytes * 256);
  for (let byte = 0; byte < bytes; byte++) {
    for (let value = 1; value < 256; value++) {
      const lowest = 31 - Math.clz32(value & -value);
      sums[byte * 256 + value] = sums[byte * 256 + (value & (value - 1))] + (weights[byte * 8 + lowest] ?? 0);
    }
    if (endsStep(byte)) yield;
  }
  return sums;
}

export interface RuleWeights {
  /** Net weight of the positives, and of the negatives, that each rule captures. */
  readonly gain: Float64Array;
  readonly loss: Float64Array;
}

/** What each rule captures by itself, in net weight of classes. */
export function* weighRules({ positives, negatives }: Classes, m: number): Steps<RuleWeights> {
  const sum = ({ captured, weights }: Classes['positives'], j: number) => {
    let total = 0;
    forEachBit(captured[j], (k) => {
      total += weights[k];
    });
    return total;
  };
  const gain = new Float64Array(m);
  const loss = new Float64Array(m);
  for (let j = 0; j < m; j++) {
    gain[j] = sum(positives, j);
    loss[j] = sum(negatives, j);
    yield;
  }
  return { gain, loss };
}

/** Rules by false positives, most first: what is rarely taken is decided first. */
export function byFalsePositives({ loss }: RuleWeights): number[] {
  return [...loss.keys()].sort((a, b) => loss[b] - loss[a] || a - b);
}

const mergedPoints = new WeakMap<Instance, Classes>();

/** `mergePoints`, once for each instance. */
export function* classesOf(instance: Instance): Steps<Classes> {
  const known = mergedPoints.get(instance);
  if (known) return known;
  const classes = yield* mergePoints(instance);
  mergedPoints.set(instance, classes);
  return classes;
}

export interface SpaceOptions {
  /** The rules in the order in which they are decided; by false positives, most first, unless told. */
  readonly order?: ArrayLike<number>;
  /** Let the empty set be a member. */
  readonly includeEmpty?: boolean;
}

/** Throws a RangeError where sizes and mistakes do not fit into one double together. */
export function* createSpace(
  instance: Instance,
  lambda: Rational,
  theta: Rational,
  { order, includeEmpty = false }: SpaceOptions = {},
): Steps<Space> {
  const classes = yield* classesOf(instance);
  const m = instance.rules.length;
  const rules = Uint16Array.from(order ?? byFalsePositives(yield* weighRules(classes, m)));
  const { signatures } = classes;
  const { net } = weighClasses(instance, classes.classOf, signatures.length);
  const position = new Uint16Array(m);
  for (let p = 0; p < m; p++) position[rules[p]] = p;
  // Of every class the last position that captures it; none where nothing depends on it.
  const last = new Int32Array(signatures.length).fill(-1);
  const live = new Int32Array(m + 1);
  for (let c = 0; c < signatures.length; c++) {
    if (endsStep(c)) yield;
    if (net[c] === 0) continue;
    forEachBit(signatures[c], (rule) => {
      last[c] = Math.max(last[c], position[rule]);
    });
    if (last[c] >= 0) live[last[c]]++;
  }
  for (let p = m - 1; p >= 0; p--) live[p] += live[p + 1];
  const bits = new Int32Array(live[0]);
  const next = live.slice(1);
  last.forEach((p, c) => {
    if (p >= 0) bits[next[p]++] = c;
  });
  const captured = Array.from(rules, (_, p) => new Uint32Array(wordsFor(live[p])));
  for (let b = 0; b < bits.length; b++) {
    forEachBit(signatures[bits[b]], (rule) => setBit(captured[position[rule]], b));
    if (endsStep(b)) yield;
  }
  const positive = Float64Array.from(bits, (c) => Math.max(net[c], 0));
  const negative = Float64Array.from(bits, (c) => Math.max(-net[c], 0));
  const W = totalWeight(instance);
  const sum = (weights: Float64Array) => weights.reduce((a, b) => a + b, 0);
  const span = sum(positive) + sum(negative) + 1;
  if (!Number.isSafeInteger((m + 2) * span))
    throw new RangeError(`weights of ${W} in all are too large for ${m} rules`);
  return {
    instance,
    classes,
    lambda,
    theta,
    m,
    order: rules,
    classOfBit: bits,
    live,
    captured,
    positives: yield* byteWeights(positive),
    negatives: yield* byteWeights(negative),
    missed: sum(positive),
    allowed: allowances(W, m, lambda, theta).map((most) => {
      if (most < 0) return Number.NEGATIVE_INFINITY;
      // The table stops at W: what is allowed there is anything, and no longer falls by λ·W a rule.
      return most >= W ? Number.POSITIVE_INFINITY : most - classes.unavoidable;
    }),
    worth: Number((lambda.num * BigInt(W)) / lambda.den) + 1,
    fewest: includeEmpty ? 0 : 1,
    span,
  };
}

/** All bits, as `captured` has them. */
export function allLive(space: Space): Uint32Array {
  const set = new Uint32Array(wordsFor(space.live[0]));
  for (let b = 0; b < space.live[0]; b++) set[b >>> 5] |= 1 << (b & 31);
  return set;
}
