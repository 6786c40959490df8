import { type BitSet, emptyBits, fullBits, hasBit, popcount, setBit } from '../bits/bitset';
import { atOnce } from '../job';
import { allowances } from './allowance';
import { mergePoints } from './classes';
import { type Instance, totalWeight } from './instance';
import { parseRational } from './rational';

/** Which bounds cut the tree; those of the paper unless told otherwise. Every choice finds the same members. */
export interface Bounds {
  /** False positives never go away: FP(S)/W + λ·|S| > θ cuts S and all below. */
  readonly hierarchical?: boolean;
  /** One more rule costs λ: FP(S)/W + λ·(|S| + 1) > θ cuts all below S. */
  readonly lookAhead?: boolean;
  /** At most ⌊(θ − bound)/λ⌋ more rules fit: where that is none, no child is looked at. */
  readonly size?: boolean;
  /** Uncaptured points that no rule tells apart cost their lighter side whatever comes. Not in the paper's BB-enum. */
  readonly equivalentPoints?: boolean;
}

/** Why nothing below a rule set was looked at, or `open` when it was (there may be no later rule). */
export type Verdict = 'open' | 'hierarchical' | 'look-ahead' | 'size';

/** One evaluated rule set. */
export interface TraceNode {
  /** Index of its parent in the trace; −1 for the empty set. */
  readonly parent: number;
  /** The rule that it adds to its parent; −1 for the empty set. */
  readonly rule: number;
  readonly size: number;
  readonly falsePositives: number;
  /** Mistakes that it and all below it make at least: its false positives, and the unavoidable ones where these are counted. */
  readonly least: number;
  readonly mistakes: number;
  readonly member: boolean;
  readonly verdict: Verdict;
}

export interface ReferenceOptions {
  readonly lambda: string;
  readonly theta: string;
  readonly bounds?: Bounds;
  /** Record so many evaluated rule sets; 0 by default. */
  readonly trace?: number;
  /** Stop after so many evaluations. */
  readonly evaluations?: number;
}

export interface ReferenceResult {
  /** Non-empty members. */
  readonly count: number;
  /** Rule sets whose bound was computed. */
  readonly evaluations: number;
  /** Those of them whose objective was computed too: all that the hierarchical bound leaves. */
  readonly objectives: number;
  /** Those of them that wait for their children to be looked at: all that the hierarchical and the look-ahead bound leave. */
  readonly queued: number;
  /** Whether the search ended by itself. */
  readonly complete: boolean;
  readonly trace: TraceNode[];
}

interface Node {
  readonly size: number;
  readonly last: number;
  readonly uncaptured: BitSet;
  readonly falsePositives: number;
  readonly traced: number;
}

/** Takes a bit set as its complement. */
const NOT = -1;

/** The weight of the points in a AND (b XOR flipB) AND (c XOR flipC). */
function weigh(a: BitSet, b: BitSet, flipB: number, c: BitSet, flipC: number, weights: Float64Array | null): number {
  let sum = 0;
  for (let w = 0; w < a.length; w++) {
    const word = a[w] & (b[w] ^ flipB) & (c[w] ^ flipC);
    if (!weights) sum += popcount(word);
    else for (let rest = word; rest !== 0; rest &= rest - 1) sum += weights[(w << 5) + 31 - Math.clz32(rest & -rest)];
  }
  return sum;
}

/** The points on the lighter side of every class of points with the same captures. */
function lighterSides(instance: Instance): BitSet {
  const { classOf, signatures } = atOnce(mergePoints(instance));
  const balance = new Float64Array(signatures.length);
  const weight = (i: number) => instance.weights?.[i] ?? 1;
  classOf.forEach((c, i) => {
    balance[c] += hasBit(instance.labels, i) ? weight(i) : -weight(i);
  });
  const lighter = emptyBits(instance.n);
  classOf.forEach((c, i) => {
    if (hasBit(instance.labels, i) !== balance[c] > 0) setBit(lighter, i);
  });
  return lighter;
}

/**
 * BB-enum as published, plainly: bit sets over all points, rules in their order, three bounds. Bounds are compared in integers
 * (`allowances`), so ties at θ are members. It is what the engine is measured against, and what the figure of the search shows.
 */
export function referenceSearch(instance: Instance, options: ReferenceOptions): ReferenceResult {
  const {
    hierarchical = true,
    lookAhead = true,
    size: sizeBound = true,
    equivalentPoints = false,
  } = options.bounds ?? {};
  const { trace: traceLimit = 0, evaluations: most = Number.POSITIVE_INFINITY } = options;
  const { n, labels, weights, rules } = instance;
  const allowed = allowances(
    totalWeight(instance),
    rules.length,
    parseRational(options.lambda),
    parseRational(options.theta),
  );
  const everything = fullBits(n);
  const lighter = equivalentPoints ? lighterSides(instance) : null;
  const trace: TraceNode[] = [];
  let count = 0;
  let evaluations = 0;
  let objectives = 0;
  let queued = 0;

  const verdictOf = (size: number, least: number): Verdict => {
    if (hierarchical && least > allowed[size]) return 'hierarchical';
    if (lookAhead && least > allowed[size + 1]) return 'look-ahead';
    return sizeBound && least > allowed[size + 1] ? 'size' : 'open';
  };
  const record = (node: TraceNode): number => (trace.length < traceLimit ? trace.push(node) - 1 : -1);

  const missed = weigh(everything, labels, 0, labels, 0, weights);
  const least = lighter ? weigh(everything, lighter, 0, lighter, 0, weights) : 0;
  const verdict = verdictOf(0, least);
  const root = {
    parent: -1,
    rule: -1,
    size: 0,
    falsePositives: 0,
    least,
    mistakes: missed,
    member: missed <= allowed[0],
    verdict,
  };
  const stack: Node[] = [{ size: 0, last: -1, uncaptured: everything, falsePositives: 0, traced: record(root) }];
  if (verdict !== 'open') stack.pop();

  for (let node = stack.pop(); node; node = stack.pop()) {
    const { uncaptured, traced: parent } = node;
    const size = node.size + 1;
    for (let rule = node.last + 1; rule < rules.length; rule++) {
      if (evaluations === most) return { count, evaluations, objectives, queued, complete: false, trace };
      evaluations++;
      const { captured } = rules[rule];
      const falsePositives = node.falsePositives + weigh(uncaptured, captured, 0, labels, NOT, weights);
      if (hierarchical && falsePositives > allowed[size] && traceLimit === 0) continue;
      const mistakes = falsePositives + weigh(uncaptured, captured, NOT, labels, 0, weights);
      const least = falsePositives + (lighter ? weigh(uncaptured, captured, NOT, lighter, 0, weights) : 0);
      const member = mistakes <= allowed[size];
      if (member) count++;
      const verdict = verdictOf(size, least);
      if (verdict !== 'hierarchical') objectives++;
      if (verdict === 'open' || verdict === 'size') queued++;
      const traced = record({ parent, rule, size, falsePositives, least, mistakes, member, verdict });
      if (verdict === 'open') {
        const left = uncaptured.slice();
        for (let w = 0; w < left.length; w++) left[w] &= ~captured[w];
        stack.push({ size, last: rule, uncaptured: left, falsePositives, traced });
      }
    }
  }
  return { count, evaluations, objectives, queued, complete: true, trace };
}
