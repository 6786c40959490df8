import { type BitSet, setBit, wordsFor } from '../bits/bitset';
import type { ParityHash } from './parity';
import { allLive, type Space, weigh } from './space';
import { XorBasis } from './xor-basis';
import { choose, XorTable } from './xor-table';

/** A member as the set of positions of its rules, with its mistakes beyond the unavoidable ones. */
export interface Found {
  readonly positions: BitSet;
  readonly size: number;
  readonly mistakes: number;
}

/** A set of rules, and what may still be added to it. */
interface Node {
  /** The position whose rule makes this node of the one above. */
  last: number;
  size: number;
  lost: number;
  missed: number;
  readonly uncaptured: Uint32Array;
  /** What the columns of further rules must add up to. */
  readonly sum: Uint32Array;
  /** Positions that may still be added, by falling gain: the first `count`. */
  readonly candidates: Int32Array;
  readonly gains: Float64Array;
  readonly losses: Float64Array;
  count: number;
  /** The next child; they are visited from the last to the first, */
  next: number;
  /** so that the columns of the candidates after it are added one by one. */
  readonly span: XorBasis;
  /** The number of the node. */
  name: number;
}

/** Sets that a table may hold, and sets that it may give a node on average. */
const TABLE = 2 ** 18;
const ANSWERS = 16;
/** A table comes when the search has visited one node for so many of its sets. */
const SETS_A_NODE = 32;

/**
 * The members whose columns add up to the target of a hash, depth first. A node's candidates are those of the kernel's search
 * (engine/ers/search.ts): by falling gain, without those that no member below can contain. Where no member is more than a few
 * rules away, it is not looked for but looked up: all sets of one, two, three … rules are kept by what their columns add up to,
 * few of which add up to what is missing. Tables grow with the search. And a child whose candidates cannot add up to what is
 * missing, whatever is taken of them, is left out.
 */
export class ParitySearch {
  readonly found: Found[] = [];
  /** Nodes visited. */
  nodes = 0;
  private readonly words: number;
  /** What each position captures, all of `words` words. */
  private readonly captured: Uint32Array;
  private readonly stack: Node[] = [];
  private depth = -1;
  private readonly tables: XorTable[] = [];
  private readonly rootCandidates: Int32Array;
  /** Place of each position among the candidates of the node whose number `stamp` has. */
  private readonly place: Int32Array;
  private readonly stamp: Float64Array;
  /** The node that `stamp` tells of. */
  private stamped = -1;
  private readonly sum: Uint32Array;
  /** Members have from `fewest` to `most` rules more than what `findReach` looked at; `most` is 0 where there are none. */
  private fewest = 0;
  private most = 0;

  /** Stops after `limit` members. */
  constructor(
    private readonly space: Space,
    private readonly hash: ParityHash,
    private readonly limit: number,
  ) {
    const { m } = space;
    this.words = wordsFor(space.live[0]);
    this.captured = new Uint32Array(m * this.words);
    space.captured.forEach((rule, p) => {
      this.captured.set(rule, p * this.words);
    });
    this.place = new Int32Array(m);
    this.stamp = new Float64Array(m).fill(-1);
    this.sum = new Uint32Array(hash.words);
    const root = this.nodeAt(0, m);
    root.last = -1;
    root.size = 0;
    root.lost = 0;
    root.missed = space.missed;
    root.uncaptured.set(allLive(space));
    root.sum.set(hash.target);
    const all = Int32Array.from({ length: m }, (_, p) => p);
    if (space.fewest === 0 && isZero(hash.target)) this.tell(0, root.missed, []);
    this.depth = this.open(root, all, m) ? 0 : -1;
    this.rootCandidates = root.candidates.slice(0, root.count);
  }

  /** Visits up to `budget` nodes; true when nothing is left to find or the limit is reached. */
  run(budget: number): boolean {
    const end = this.nodes + budget;
    while (this.depth >= 0 && this.found.length < this.limit) {
      if (this.nodes >= end) return false;
      this.growTables();
      if (!this.advance(this.stack[this.depth])) this.depth--;
    }
    return true;
  }

  private nodeAt(depth: number, candidates: number): Node {
    const { hash } = this;
    if (!(this.stack[depth]?.candidates.length >= candidates)) {
      this.stack[depth] = {
        last: -1,
        size: 0,
        lost: 0,
        missed: 0,
        uncaptured: new Uint32Array(this.words),
        sum: new Uint32Array(hash.words),
        candidates: new Int32Array(candidates),
        gains: new Float64Array(candidates),
        losses: new Float64Array(candidates),
        count: 0,
        next: 0,
        span: new XorBasis(hash.bits, hash.words),
        name: 0,
      };
    }
    return this.stack[depth];
  }

  private growTables(): void {
    const size = this.tables.length + 1;
    const sets = choose(this.rootCandidates.length, size, TABLE);
    if (sets > ANSWERS * 2 ** this.hash.bits || sets > SETS_A_NODE * this.nodes || sets < 1) return;
    this.tables.push(new XorTable(size, this.rootCandidates, this.hash));
  }

  /** Goes to the next child that must be opened; false when the node is done. */
  private advance(node: Node): boolean {
    const { hash, sum, captured, words } = this;
    while (node.next > 0) {
      const c = --node.next;
      const p = node.candidates[c];
      for (let w = 0; w < hash.words; w++) sum[w] = node.sum[w] ^ hash.columns[p * hash.words + w];
      const solvable = node.span.contains(sum);
      node.span.add(hash.columns, p * hash.words);
      if (!solvable) continue;
      this.nodes++;
      const size = node.size + 1;
      const lost = node.lost + node.losses[c];
      const missed = node.missed - node.gains[c];
      if (isZero(sum)) this.tell(this.depth, lost + missed, [p]);
      this.findReach(size, lost, missed, node.gains, c + 1, node.count);
      if (this.most === 0) continue;
      if (this.most <= this.tables.length) {
        this.lookUp(node, c, lost + missed);
        continue;
      }
      const later = node.count - c - 1;
      const next = this.nodeAt(this.depth + 1, later);
      next.last = p;
      next.size = size;
      next.lost = lost;
      next.missed = missed;
      next.sum.set(sum);
      for (let w = 0; w < words; w++) next.uncaptured[w] = node.uncaptured[w] & ~captured[p * words + w];
      if (!this.open(next, node.candidates.subarray(c + 1, node.count), later)) continue;
      this.depth++;
      return true;
    }
    return false;
  }

  /** Weighs the candidates of a node; false when no member lies below. */
  private open(node: Node, candidates: Int32Array, count: number): boolean {
    node.name = this.nodes;
    this.weighCandidates(node, candidates, count);
    let before: number;
    do {
      before = node.count;
      this.keepUseful(node);
    } while (node.count < before);
    node.span.clear();
    node.next = node.count;
    return node.count > 0;
  }

  /** Sorts the candidates by what they would gain now, without those that lose too much. */
  private weighCandidates(node: Node, from: Int32Array, length: number): void {
    const { captured, words, space } = this;
    const { candidates, gains, losses, uncaptured } = node;
    const most = space.allowed[node.size + 1] - node.lost;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const p = from[i];
      let gain = 0;
      let loss = 0;
      for (let w = 0, c = p * words; w < words; w++, c++) {
        const now = uncaptured[w] & captured[c];
        if (now === 0) continue;
        gain += weigh(space.positives, now, w);
        loss += weigh(space.negatives, now, w);
      }
      // Whoever takes a rule loses what it captures now, here or further below.
      if (loss > most) continue;
      let at = count++;
      for (; at > 0 && gains[at - 1] < gain; at--) {
        candidates[at] = candidates[at - 1];
        gains[at] = gains[at - 1];
        losses[at] = losses[at - 1];
      }
      candidates[at] = p;
      gains[at] = gain;
      losses[at] = loss;
    }
    node.count = count;
  }

  /** How many rules further members can be, of those candidates with these gains, which fall. */
  private findReach(size: number, lost: number, missed: number, gains: Float64Array, from: number, to: number): void {
    const { allowed } = this.space;
    this.fewest = 0;
    this.most = 0;
    for (let t = 1, gained = 0; from + t <= to; t++) {
      const room = allowed[size + t] - lost;
      if (room < 0) break;
      gained += gains[from + t - 1];
      if (missed - gained > room) continue;
      if (this.most === 0) this.fewest = t;
      this.most = t;
    }
  }

  /** Drops the candidates that no member below contains: with the largest gains of others they still lose too much. */
  private keepUseful(node: Node): void {
    const { size, lost, missed, candidates, gains, losses, count } = node;
    this.findReach(size, lost, missed, gains, 0, count);
    let dearest = Number.NEGATIVE_INFINITY;
    for (let t = 1, gained = 0; t <= this.most; gained += gains[t++ - 1]) {
      dearest = Math.max(dearest, this.space.allowed[size + t] - lost - missed + gained);
    }
    node.count = 0;
    for (let c = 0; c < count; c++) {
      if (losses[c] - gains[c] > dearest) continue;
      candidates[node.count] = candidates[c];
      gains[node.count] = gains[c];
      losses[node.count++] = losses[c];
    }
  }

  /** Looks up the members that have a node's rules, its candidate c, and later candidates. */
  private lookUp(node: Node, c: number, mistakes: number): void {
    const { place, stamp, tables, sum } = this;
    if (this.stamped !== node.name) {
      this.stamped = node.name;
      for (let i = 0; i < node.count; i++) {
        place[node.candidates[i]] = i;
        stamp[node.candidates[i]] = node.name;
      }
    }
    for (let size = this.fewest; size <= this.most; size++) {
      const table = tables[size - 1];
      const { sets } = table;
      const [from, to] = table.range(sum[0]);
      for (let k = from; k < to; k++) {
        let later = true;
        for (let i = k * size; i < (k + 1) * size && later; i++) {
          later = stamp[sets[i]] === node.name && place[sets[i]] > c;
        }
        if (later && table.matches(k, sum)) this.check(node, c, sets.subarray(k * size, (k + 1) * size), mistakes);
      }
    }
  }

  /** Takes the rules of a node, of its candidate c and of a set of later ones, when that is a member. */
  private check(node: Node, c: number, set: Uint16Array, mistakes: number): void {
    const { space, captured, words, place } = this;
    const { candidates, gains, losses, uncaptured } = node;
    const allowed = space.allowed[node.size + 1 + set.length];
    // Together they gain no more than each by itself, and lose no less than one loses beside c.
    let gain = 0;
    let loss = 0;
    for (const p of set) {
      gain += gains[place[p]];
      loss = Math.max(loss, losses[place[p]] - losses[c]);
    }
    if (mistakes + loss - gain > allowed) return;
    const last = candidates[c];
    let total = mistakes;
    for (let w = 0; w < words; w++) {
      let now = 0;
      for (const p of set) now |= captured[p * words + w];
      now &= uncaptured[w] & ~captured[last * words + w];
      if (now !== 0) total += weigh(space.negatives, now, w) - weigh(space.positives, now, w);
    }
    if (total <= allowed) this.tell(this.depth, total, [last, ...set]);
  }

  /** Writes a member down, if it is one: the rules of a node at this depth, and further ones. */
  private tell(depth: number, mistakes: number, further: readonly number[]): void {
    const { space, stack } = this;
    const size = depth + further.length;
    if (mistakes > space.allowed[size]) return;
    const positions = new Uint32Array(wordsFor(space.m));
    for (let d = 1; d <= depth; d++) setBit(positions, stack[d].last);
    for (const p of further) setBit(positions, p);
    this.found.push({ positions, size, mistakes });
  }
}

const isZero = (sum: Uint32Array): boolean => sum.every((word) => word === 0);
