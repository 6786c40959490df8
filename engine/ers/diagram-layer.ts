import { wordsFor } from '../bits/bitset';
import type { Steps } from '../job';
import { GainBound } from './gain-bound';
import { allLive, type Space, weigh } from './space';

/**
 * All prefixes of decisions on the rules before one position, merged. Prefixes that leave the same live classes uncaptured
 * share a *node*; those that also agree in size and mistakes are one *state* of it. A node's states behave alike, so
 * classes are compared once a node and not once a state.
 */
export interface Layer {
  readonly nodes: number;
  /** Uncaptured live classes of each node, `wordsFor(space.live[p])` words a node. */
  readonly live: Uint32Array;
  /** Net weight of the positives among them. */
  readonly missed: Float64Array;
  /** The states of node g are start[g] .. start[g + 1] − 1, */
  readonly start: Int32Array;
  /** each size·span + mistakes (without the unavoidable ones), rising within a node. */
  readonly keys: Float64Array;
  /** Node and state of the next layer that skipping and taking the rule lead to; −1 where no member lies below. */
  readonly skipNode: Int32Array;
  readonly takeNode: Int32Array;
  readonly skip: Int32Array;
  readonly take: Int32Array;
}

const unlinked = (nodes: number, live: Uint32Array, missed: Float64Array, start: Int32Array, keys: Float64Array) => ({
  nodes,
  live,
  missed,
  start,
  keys,
  skipNode: new Int32Array(nodes).fill(-1),
  takeNode: new Int32Array(nodes).fill(-1),
  skip: new Int32Array(keys.length).fill(-1),
  take: new Int32Array(keys.length).fill(-1),
});

/** The layer before the first decision: the empty set. */
export function rootLayer(space: Space): Layer {
  return unlinked(1, allLive(space), Float64Array.of(space.missed), Int32Array.of(0, 1), Float64Array.of(0));
}

export const layerBytes = (layer: Layer): number => layer.live.byteLength + 24 * layer.nodes + 16 * layer.keys.length;

/** Nodes between two pauses, and pairs of a rule and a word that are looked at. */
const NODES_A_STEP = 128;
const WORK_A_STEP = 1_000_000;
const BYTES_A_STEP = 2 ** 22;

/** A copy of the first `length` words, a piece at a time: it can be as large as memory allows. */
function* copied(words: Uint32Array, length: number): Steps<Uint32Array> {
  const copy = new Uint32Array(length);
  for (let from = 0; from < length; from += BYTES_A_STEP / 4) {
    copy.set(words.subarray(from, Math.min(from + BYTES_A_STEP / 4, length)), from);
    yield;
  }
  return copy;
}

/** The step from the layer before position p to the one after it: `expand` all its nodes, then `merge`. */
export class LayerStep {
  private readonly words: number;
  private readonly nextWords: number;
  /** Bits of this layer that are dead in the next one. */
  private readonly dying: Uint32Array;
  /** What skipping, and taking, the rule adds to the key of a node's states. */
  private readonly skipCost: Float64Array;
  private readonly takeCost: Float64Array;
  /** Distinct children so far, with the gain bound of each. */
  private children = 0;
  private readonly live: Uint32Array;
  private readonly missed: Float64Array;
  private readonly boundRules: Int32Array;
  private readonly boundLeft: Float64Array;
  private readonly hashes: Int32Array;
  private readonly table: Int32Array;
  private readonly child: Uint32Array;
  private readonly gains: Float64Array;
  private readonly bound = new GainBound();
  /** The gains of the rules after p, for a first look that does not read the classes. */
  private readonly laterGains: Float64Array;

  constructor(
    private readonly space: Space,
    private readonly position: number,
    private readonly layer: Layer,
  ) {
    const { live, m } = space;
    this.words = wordsFor(live[position]);
    this.nextWords = wordsFor(live[position + 1]);
    this.dying = new Uint32Array(this.words);
    for (let b = live[position + 1]; b < live[position]; b++) this.dying[b >>> 5] |= 1 << (b & 31);
    const most = 2 * layer.nodes;
    this.skipCost = new Float64Array(layer.nodes);
    this.takeCost = new Float64Array(layer.nodes);
    this.live = new Uint32Array(most * this.nextWords);
    this.missed = new Float64Array(most);
    this.boundRules = new Int32Array(most);
    this.boundLeft = new Float64Array(most);
    this.hashes = new Int32Array(most);
    this.table = new Int32Array(2 ** (33 - Math.clz32(most))).fill(-1);
    this.child = new Uint32Array(this.words);
    this.gains = new Float64Array(m);
    this.laterGains = Float64Array.from(space.captured.slice(position + 1), (rule) =>
      rule.reduce((sum, word, w) => sum + weigh(space.positives, word, w), 0),
    );
  }

  /** Bytes that a step holds beside its layer. */
  static bytes(space: Space, position: number, layer: Layer): number {
    return 2 * layer.nodes * (4 * wordsFor(space.live[position + 1]) + 48);
  }

  /** Finds or makes the children of all nodes. */
  *expand(): Steps<void> {
    const { space, layer, words, dying, child } = this;
    const rule = space.captured[this.position];
    const nodesAStep = Math.max(1, Math.min(NODES_A_STEP, Math.floor(WORK_A_STEP / (words * space.m))));
    for (let g = 0; g < layer.nodes; g++) {
      if (g % nodesAStep === 0) yield;
      const live = g * words;
      let gain = 0;
      let loss = 0;
      let lost = 0;
      for (let w = 0; w < words; w++) {
        const now = layer.live[live + w] & rule[w];
        if (now === 0) continue;
        gain += weigh(space.positives, now, w);
        loss += weigh(space.negatives, now, w);
        // Classes die with the last rule that captures them: who skips it has lost the positives among them.
        if (now & dying[w]) lost += weigh(space.positives, now & dying[w], w);
      }
      const slack = this.slack(g);
      const missed = layer.missed[g];
      this.skipCost[g] = lost;
      this.takeCost[g] = loss + space.span;
      if (this.mayReach(missed - lost, slack - lost)) {
        for (let w = 0; w < words; w++) child[w] = layer.live[live + w] & ~dying[w];
        layer.skipNode[g] = this.find(missed - lost);
      }
      if (this.mayReach(missed - gain, slack - loss - (space.worth - 1))) {
        for (let w = 0; w < words; w++) child[w] = layer.live[live + w] & ~rule[w];
        layer.takeNode[g] = this.find(missed - gain);
      }
    }
  }

  /** The most further mistakes that a state of node g may make without another rule. */
  private slack(g: number): number {
    const { allowed, span } = this.space;
    const { start, keys } = this.layer;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = start[g], size = 0; i < start[g + 1]; i++) {
      if (keys[i] >= (size + 1) * span) size = Math.floor(keys[i] / span);
      most = Math.max(most, allowed[size] - (keys[i] - size * span));
    }
    return most;
  }

  /** Whether slack may suffice: never wrongly no, since slack and the price of a rule are rounded by less than 1. */
  private mayReach(missed: number, slack: number): boolean {
    const { worth } = this.space;
    const { rules, left } = this.bound.of(missed, this.laterGains, this.laterGains.length, worth);
    return left + rules * (worth - 1) < slack + 1;
  }

  /** The number of the child whose live classes are in `child`. */
  private find(missed: number): number {
    const { child, nextWords, table, hashes, live } = this;
    let hash = 0;
    for (let w = 0; w < nextWords; w++) {
      hash = Math.imul(hash ^ child[w], 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
      hash ^= hash >>> 13;
    }
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let c = table[slot]; c >= 0; c = table[slot]) {
      if (hashes[c] === hash) {
        let w = 0;
        while (w < nextWords && live[c * nextWords + w] === child[w]) w++;
        if (w === nextWords) return c;
      }
      slot = (slot + 1) & mask;
    }
    const c = this.children++;
    table[slot] = c;
    hashes[c] = hash;
    for (let w = 0; w < nextWords; w++) live[c * nextWords + w] = child[w];
    this.missed[c] = missed;
    const bound = this.bound.of(missed, this.gains, this.gainsOf(missed), this.space.worth);
    this.boundRules[c] = bound.rules;
    this.boundLeft[c] = bound.left;
    return c;
  }

  /** Writes what the rules after this position would gain in `child`, if it could be worth their price. */
  private gainsOf(missed: number): number {
    const { space, child, gains, nextWords } = this;
    if (missed < space.worth) return 0;
    let count = 0;
    for (let p = this.position + 1; p < space.m; p++) {
      const rule = space.captured[p];
      const words = Math.min(nextWords, rule.length);
      let gain = 0;
      for (let w = 0; w < words; w++) {
        const regained = child[w] & rule[w];
        if (regained !== 0) gain += weigh(space.positives, regained, w);
      }
      if (gain >= space.worth) gains[count++] = gain;
    }
    return count;
  }

  /** Most states that `merge` can make. */
  get mostStates(): number {
    let total = 0;
    this.eachEdge((g) => {
      total += this.layer.start[g + 1] - this.layer.start[g];
    });
    return total;
  }

  private eachEdge(visit: (g: number, child: number, edge: number) => void): void {
    const { skipNode, takeNode } = this.layer;
    for (let g = 0; g < this.layer.nodes; g++) {
      if (skipNode[g] >= 0) visit(g, skipNode[g], 2 * g);
      if (takeNode[g] >= 0) visit(g, takeNode[g], 2 * g + 1);
    }
  }

  /** Gathers the states of all children, drops those with no member below, and links this layer to the next. */
  *merge(): Steps<Layer> {
    const { children, nextWords, live, missed } = this;
    const first = new Int32Array(children + 1);
    this.eachEdge((_, c) => first[c + 1]++);
    for (let c = 0; c < children; c++) first[c + 1] += first[c];
    yield;
    const edges = new Int32Array(first[children]);
    const free = first.slice();
    this.eachEdge((_, c, edge) => {
      edges[free[c]++] = edge;
    });
    yield;
    const keys = new Float64Array(this.mostStates);
    const start = new Int32Array(children + 1);
    const renamed = new Int32Array(children).fill(-1);
    let nodes = 0;
    let end = 0;
    for (let c = 0; c < children; c++) {
      if (c % NODES_A_STEP === 0) yield;
      const begin = end;
      for (let e = first[c]; e < first[c + 1]; e++) end = this.copyStates(edges[e], c, keys, end);
      if (first[c + 1] - first[c] > 1) end = sortDistinct(keys, begin, end);
      if (end === begin) continue;
      live.copyWithin(nodes * nextWords, c * nextWords, (c + 1) * nextWords);
      missed[nodes] = missed[c];
      renamed[c] = nodes++;
      start[nodes] = end;
    }
    yield;
    const kept = yield* copied(live, nodes * nextWords);
    const next = unlinked(nodes, kept, missed.slice(0, nodes), start.slice(0, nodes + 1), keys.slice(0, end));
    yield;
    yield* this.link(renamed, next);
    return next;
  }

  /** Copies the states that reach child c by one edge and may still lead to a member; returns the new end. */
  private copyStates(edge: number, c: number, into: Float64Array, end: number): number {
    const { allowed, span } = this.space;
    const { start, keys } = this.layer;
    const g = edge >> 1;
    const cost = edge & 1 ? this.takeCost[g] : this.skipCost[g];
    const rules = this.boundRules[c];
    const left = this.boundLeft[c];
    let base = 0;
    let size = 0;
    let most = allowed[rules] - left;
    for (let i = start[g]; i < start[g + 1]; i++) {
      const key = keys[i] + cost;
      while (key >= base + span) {
        base += span;
        most = allowed[++size + rules] - left;
      }
      if (key - base <= most) into[end++] = key;
    }
    return end;
  }

  /** Names the nodes of the next layer in this one, and the state that each state leads to. */
  private *link(renamed: Int32Array, next: Layer): Steps<void> {
    const { layer, skipCost, takeCost } = this;
    for (const [nodes, states, cost] of [
      [layer.skipNode, layer.skip, skipCost],
      [layer.takeNode, layer.take, takeCost],
    ] as const) {
      for (let g = 0; g < layer.nodes; g++) {
        if (g % NODES_A_STEP === 0) yield;
        if (nodes[g] < 0) continue;
        const to = renamed[nodes[g]];
        nodes[g] = to;
        if (to < 0) continue;
        this.linkStates(g, cost[g], states, next, to);
      }
    }
  }

  /** Finds the states of node g, each dearer by `cost`, among those of the next layer's node `to`. */
  private linkStates(g: number, cost: number, states: Int32Array, next: Layer, to: number): void {
    const { start, keys } = this.layer;
    let j = next.start[to];
    const end = next.start[to + 1];
    for (let i = start[g]; i < start[g + 1]; i++) {
      const key = keys[i] + cost;
      while (j < end && next.keys[j] < key) j++;
      if (j < end && next.keys[j] === key) states[i] = j;
    }
  }
}

/** Sorts keys[begin..end) and keeps one of each; returns the new end. */
function sortDistinct(keys: Float64Array, begin: number, end: number): number {
  if (end - begin < 2) return end;
  keys.subarray(begin, end).sort();
  let last = begin;
  for (let i = begin + 1; i < end; i++) if (keys[i] !== keys[last]) keys[++last] = keys[i];
  return last + 1;
}
