import { type BitSet, popcount, setBit, wordsFor } from '../bits/bitset';
import { GainBound } from './gain-bound';
import type { SolvedParities } from './parity';
import { allLive, type Space, weigh } from './space';

/** A member as the set of positions of its rules, with its mistakes beyond the unavoidable ones. */
export interface Found {
  readonly positions: BitSet;
  readonly size: number;
  readonly mistakes: number;
}

/** A node of the search: free decisions up to some position, and the pivots that they force. */
interface Node {
  /** Rules taken. */
  readonly taken: BitSet;
  readonly uncaptured: Uint32Array;
  /** Parity of the taken free rules in each row. */
  readonly parity: Uint32Array;
  /** Free positions that may still be taken, rising: the first `count` of these. */
  readonly candidates: Int32Array;
  count: number;
  next: number;
  size: number;
  lost: number;
  missed: number;
  /** No member below has more than this many further rules. */
  more: number;
  /** Rows below this one are settled, and their pivots decided. */
  rows: number;
}

/**
 * The members that satisfy parity constraints, depth first. Only free rules are branched on. As soon as all other terms of
 * a row are decided, taken or passed over, its pivot follows: a forced rule joins at once, and where it breaks a bound nothing
 * below is visited (the paper's parity-constrained search, with the gain bound, and with pivots last in search order).
 */
export class ParitySearch {
  readonly found: Found[] = [];
  /** Nodes visited. */
  nodes = 0;
  private readonly stack: Node[] = [];
  private depth: number;
  /** Scratch: the gains that are worth a rule's price, and gain and loss of each position. */
  private readonly gains: Float64Array;
  private readonly gain: Float64Array;
  private readonly loss: Float64Array;
  private readonly bound = new GainBound();

  /** Stops after `limit` members. */
  constructor(
    private readonly space: Space,
    private readonly parities: SolvedParities,
    private readonly limit: number,
  ) {
    this.gains = new Float64Array(space.m);
    this.gain = new Float64Array(space.m);
    this.loss = new Float64Array(space.m);
    const root = this.nodeAt(0);
    root.taken.fill(0);
    root.uncaptured.set(allLive(space));
    root.parity.fill(0);
    root.size = 0;
    root.lost = 0;
    root.missed = space.missed;
    root.more = space.m;
    root.rows = 0;
    this.depth = this.enter(root, -1, parities.free, parities.free.length) ? 0 : -1;
  }

  /** Visits up to `budget` nodes; true when nothing is left to find or the limit is reached. */
  run(budget: number): boolean {
    const end = this.nodes + budget;
    while (this.depth >= 0 && this.found.length < this.limit) {
      if (this.nodes >= end) return false;
      if (!this.advance(this.stack[this.depth])) this.depth--;
    }
    return true;
  }

  private nodeAt(depth: number): Node {
    const { space, parities } = this;
    this.stack[depth] ??= {
      taken: new Uint32Array(wordsFor(space.m)),
      uncaptured: new Uint32Array(wordsFor(space.live[0])),
      parity: new Uint32Array(parities.odd.length),
      candidates: new Int32Array(parities.free.length),
      count: 0,
      next: 0,
      size: 0,
      lost: 0,
      missed: 0,
      more: 0,
      rows: 0,
    };
    return this.stack[depth];
  }

  /** Goes to the next child of a node; false when the node is done. */
  private advance(node: Node): boolean {
    const { parities, stack } = this;
    while (node.next < node.count) {
      const p = node.candidates[node.next++];
      if (!this.settle(node, p - 1)) return false;
      const child = this.nodeAt(this.depth + 1);
      child.taken.set(node.taken);
      child.uncaptured.set(node.uncaptured);
      child.size = node.size;
      child.lost = node.lost;
      child.missed = node.missed;
      child.more = node.more;
      child.rows = node.rows;
      if (!this.take(child, p)) continue;
      const words = parities.odd.length;
      for (let w = 0; w < words; w++) child.parity[w] = node.parity[w] ^ parities.rowsOf[p * words + w];
      if (this.enter(child, p, node.candidates.subarray(node.next), node.count - node.next)) {
        this.depth++;
        return stack.length > 0;
      }
    }
    this.finish(node);
    return false;
  }

  /** Takes the rule at a position; false when the bound is broken. */
  private take(node: Node, p: number): boolean {
    const { space } = this;
    const rule = space.captured[p];
    let gain = 0;
    let loss = 0;
    for (let w = 0; w < rule.length; w++) {
      const now = node.uncaptured[w] & rule[w];
      if (now === 0) continue;
      gain += weigh(space.positives, now, w);
      loss += weigh(space.negatives, now, w);
      node.uncaptured[w] &= ~now;
    }
    setBit(node.taken, p);
    node.size++;
    node.lost += loss;
    node.missed -= gain;
    return node.more-- > 0 && node.lost <= space.allowed[node.size];
  }

  /** Decides the pivots of all rows whose other terms lie at positions up to p; false when that breaks the bound. */
  private settle(node: Node, p: number): boolean {
    const { settled, pivots, odd } = this.parities;
    while (node.rows < settled.length && settled[node.rows] <= p) {
      const r = node.rows++;
      const forced = ((node.parity[r >>> 5] ^ odd[r >>> 5]) >>> (r & 31)) & 1;
      if (forced && !this.take(node, pivots[r])) return false;
    }
    return true;
  }

  /** Prepares a node whose last free decision was at p; false when no member lies below. */
  private enter(node: Node, p: number, candidates: Int32Array, count: number): boolean {
    this.nodes++;
    if (!this.settle(node, p)) return false;
    node.next = 0;
    node.count = 0;
    if (node.more <= 1) {
      if (node.more === 1) this.keepLast(node, candidates, count);
      return true;
    }
    const { space, parities, gains } = this;
    const { allowed, worth } = space;
    let useful = 0;
    const weighRule = (p: number) => {
      const rule = space.captured[p];
      this.loss[p] = weighCommon(space.negatives, node.uncaptured, rule);
      this.gain[p] = weighCommon(space.positives, node.uncaptured, rule);
      // Whoever takes a rule loses what it captures now, here or further below.
      const possible = node.lost + this.loss[p] <= allowed[node.size + 1];
      if (possible && this.gain[p] >= worth) gains[useful++] = this.gain[p];
      return possible;
    };
    for (let i = 0; i < count; i++) if (weighRule(candidates[i])) node.candidates[node.count++] = candidates[i];
    for (let r = node.rows; r < parities.pivots.length; r++) weighRule(parities.pivots[r]);
    const { rules, left } = this.bound.of(node.missed, gains, useful, worth);
    if (node.lost + left > allowed[node.size + rules]) return false;
    let more = rules;
    while (more < node.more && node.lost <= allowed[node.size + more + 1]) more++;
    node.more = Math.min(node.more, more);
    this.keepUseful(node, rules);
    return true;
  }

  /** Drops the candidates that no member below contains: with the best `rules` others it still costs too much. */
  private keepUseful(node: Node, rules: number): void {
    const { gains, gain, loss } = this;
    const { allowed, worth } = this.space;
    let kept = 0;
    for (let i = 0; i < node.count; i++) {
      const p = node.candidates[i];
      let left = Math.max(0, node.missed - gain[p]);
      let others = 0;
      while (others < rules && left >= worth) left = Math.max(0, left - gains[others++]);
      if (node.lost + loss[p] + left <= allowed[node.size + 1 + others]) node.candidates[kept++] = p;
    }
    node.count = kept;
  }

  /** Keeps the candidates that satisfy all open rows by themselves: no other rule may follow. */
  private keepLast(node: Node, candidates: Int32Array, count: number): void {
    const { rowsOf, odd } = this.parities;
    for (let i = 0; i < count; i++) {
      let open = 0;
      for (let w = 0; w < odd.length; w++) {
        open |= (node.parity[w] ^ odd[w] ^ rowsOf[candidates[i] * odd.length + w]) & rowsFrom(node.rows, w);
      }
      if (open === 0) node.candidates[node.count++] = candidates[i];
    }
  }

  /** Takes no further free rule: the rest is forced. */
  private finish(node: Node): void {
    const { space, parities } = this;
    let forced = 0;
    for (let w = 0; w < parities.odd.length; w++) {
      forced += popcount((node.parity[w] ^ parities.odd[w]) & rowsFrom(node.rows, w));
    }
    const size = node.size + forced;
    if (forced > node.more || node.lost > space.allowed[size]) return;
    if (size < space.fewest || !this.settle(node, space.m)) return;
    const mistakes = node.lost + node.missed;
    if (mistakes > space.allowed[size]) return;
    this.found.push({ positions: node.taken.slice(), size, mistakes });
  }
}

/** The weight of what two sets of classes have in common; the second may end early. */
function weighCommon(weights: Float64Array, a: Uint32Array, b: Uint32Array): number {
  let sum = 0;
  for (let w = 0; w < b.length; w++) {
    const common = a[w] & b[w];
    if (common !== 0) sum += weigh(weights, common, w);
  }
  return sum;
}

/** Mask of the rows from `first` on in word w. */
function rowsFrom(first: number, w: number): number {
  const skipped = first - 32 * w;
  return skipped <= 0 ? -1 : skipped >= 32 ? 0 : -1 << skipped;
}
