import { type BitSet, emptyBits, hasBit, setBit, wordsFor } from '../bits/bitset';
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
function transpose(instance: Instance): Uint32Array {
  const words = wordsFor(instance.rules.length);
  const rows = new Uint32Array(instance.n * words);
  instance.rules.forEach((rule, j) => {
    const word = j >>> 5;
    const bit = 1 << (j & 31);
    for (let w = 0; w < rule.captured.length; w++) {
      for (let rest = rule.captured[w]; rest !== 0; rest &= rest - 1) {
        const i = (w << 5) + 31 - Math.clz32(rest & -rest);
        rows[i * words + word] |= bit;
      }
    }
  });
  return rows;
}

function signed(
  members: number[],
  weight: (c: number) => number,
  signatures: readonly BitSet[],
  m: number,
): SignedClasses {
  const order = members.slice().sort((a, b) => weight(b) - weight(a) || a - b);
  const captured = Array.from({ length: m }, () => emptyBits(order.length));
  order.forEach((c, k) => {
    for (let j = 0; j < m; j++) if (hasBit(signatures[c], j)) setBit(captured[j], k);
  });
  return { count: order.length, weights: Float64Array.from(order, weight), captured };
}

/** Merges the points of an instance. Costs O(n·m/32) words once. */
export function mergePoints(instance: Instance): Classes {
  const m = instance.rules.length;
  const words = wordsFor(m);
  const rows = transpose(instance);
  const byKey = new Map<string, number>();
  const classOf = new Int32Array(instance.n);
  const signatures: BitSet[] = [];
  const net: number[] = [];
  const heavy: number[] = [];
  let unavoidable = 0;
  for (let i = 0; i < instance.n; i++) {
    const signature = rows.subarray(i * words, (i + 1) * words);
    const key = String.fromCharCode(...new Uint16Array(signature.buffer, signature.byteOffset, words * 2));
    let c = byKey.get(key);
    if (c === undefined) {
      c = signatures.length;
      byKey.set(key, c);
      signatures.push(signature.slice());
      net.push(0);
      heavy.push(0);
    }
    classOf[i] = c;
    const weight = instance.weights ? instance.weights[i] : 1;
    net[c] += hasBit(instance.labels, i) ? weight : -weight;
    heavy[c] += weight;
  }
  const positives: number[] = [];
  const negatives: number[] = [];
  signatures.forEach((signature, c) => {
    const captured = signature.some((word) => word !== 0);
    // The lighter side of a mixed class is lost whatever is chosen; an uncaptured class loses all its positives.
    unavoidable += captured ? (heavy[c] - Math.abs(net[c])) / 2 : (heavy[c] + net[c]) / 2;
    if (!captured || net[c] === 0) return;
    (net[c] > 0 ? positives : negatives).push(c);
  });
  const weight = (c: number) => Math.abs(net[c]);
  return {
    unavoidable,
    positives: signed(positives, weight, signatures, m),
    negatives: signed(negatives, weight, signatures, m),
    classOf,
    signatures,
  };
}
