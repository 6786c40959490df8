import type { Diagram } from './diagram';
import { memberCounts, mostMembers, prefixCounts } from './diagram-count';
import { type Space, weigh } from './space';

/** One layer of a diagram that is small enough to be looked at, as plain lists. */
export interface LayerView {
  /** For each node the points that it leaves uncaptured and that a later rule can capture. */
  readonly open: readonly number[];
  /** For each node the mistakes that skipping the rule settles: positives that no later rule captures. */
  readonly lost: readonly number[];
  /** For each node the mistakes that taking the rule makes: negatives that it captures. */
  readonly wrong: readonly number[];
  /** For each state its node, the rules taken, and the mistakes that are certain by now. */
  readonly node: readonly number[];
  readonly size: readonly number[];
  readonly mistakes: readonly number[];
  /** Prefixes that lead to it, and members that lie below it. */
  readonly ways: readonly number[];
  readonly below: readonly number[];
  /** States of the next layer; −1 where no member lies below. */
  readonly skip: readonly number[];
  readonly take: readonly number[];
}

export interface DiagramView {
  /** The rule decided at each position. */
  readonly order: readonly number[];
  /** One more than there are rules. */
  readonly layers: readonly LayerView[];
}

/** Points of the class of each bit. */
function pointsOfBits({ instance, classes, classOfBit }: Space): number[] {
  const points = new Array<number>(classes.signatures.length).fill(0);
  for (let i = 0; i < instance.n; i++) points[classes.classOf[i]]++;
  return Array.from(classOfBit, (c) => points[c]);
}

/** Lays a small diagram open. Throws a RangeError when its members are beyond 2^53. */
export function viewDiagram(diagram: Diagram): DiagramView {
  if (mostMembers(diagram) >= 2 ** 53) throw new RangeError('too many models to look at one by one');
  const { space, layers } = diagram;
  const ways = prefixCounts(diagram, Number.POSITIVE_INFINITY);
  const below = memberCounts(diagram, Number.POSITIVE_INFINITY);
  const points = pointsOfBits(space);

  const viewLayer = (p: number): LayerView => {
    const { nodes, live, start, keys, skip, take } = layers[p];
    const words = live.length / nodes || 0;
    const rule = space.captured[p] ?? new Uint32Array(words);
    const open: number[] = [];
    const lost: number[] = [];
    const wrong: number[] = [];
    const node: number[] = [];
    for (let g = 0; g < nodes; g++) {
      [open[g], lost[g], wrong[g]] = [0, 0, 0];
      for (let w = 0; w < words; w++) wrong[g] += weigh(space.negatives, live[g * words + w] & rule[w], w);
      for (let b = 0; b < space.live[p]; b++) {
        const word = live[g * words + (b >>> 5)];
        if (((word >>> (b & 31)) & 1) === 0) continue;
        open[g] += points[b];
        if (b >= space.live[p + 1]) lost[g] += weigh(space.positives, 1 << (b & 31), b >>> 5);
      }
      for (let i = start[g]; i < start[g + 1]; i++) node[i] = g;
    }
    const size = Array.from(keys, (key) => Math.floor(key / space.span));
    return {
      open,
      lost,
      wrong,
      node,
      size,
      mistakes: size.map((s, i) => space.classes.unavoidable + keys[i] - s * space.span),
      ways: [...ways[p]],
      below: [...below[p]],
      skip: [...skip],
      take: [...take],
    };
  };
  return { order: [...space.order], layers: layers.map((_, p) => viewLayer(p)) };
}
