import { pacer } from '../job';
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
  /** Prefixes that lead to it, and members that lie below it, at least one. */
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

/** Numbers those that are kept, in their order; −1 for the others. */
function renumber(kept: readonly boolean[]): number[] {
  let next = 0;
  return kept.map((keep) => (keep ? next++ : -1));
}

/**
 * Lays a small diagram open, without the dead ends that a bound could not foresee: every state that is shown has members below
 * it. Throws a RangeError when there are more than 2^53 of them.
 */
export async function viewDiagram(diagram: Diagram): Promise<DiagramView> {
  const pace = pacer();
  if ((await mostMembers(diagram, pace)) >= 2 ** 53) throw new RangeError('too many models to look at one by one');
  const { space, layers } = diagram;
  const ways = await prefixCounts(diagram, Number.POSITIVE_INFINITY, pace);
  const below = await memberCounts(diagram, Number.POSITIVE_INFINITY, pace);
  const points = pointsOfBits(space);
  const stateOf = below.map((counts) => renumber(Array.from(counts, (count) => count > 0)));

  const viewLayer = (p: number): LayerView => {
    const { nodes, live, start, keys, skip, take } = layers[p];
    const words = live.length / nodes || 0;
    const rule = space.captured[p] ?? new Uint32Array(words);
    const states = [...keys.keys()].filter((i) => below[p][i] > 0);
    const nodeOf = (i: number) => start.findLastIndex((first) => first <= i);
    const shown = [...new Set(states.map(nodeOf))];

    const look = (g: number) => {
      let [open, lost, wrong] = [0, 0, 0];
      for (let w = 0; w < words; w++) wrong += weigh(space.negatives, live[g * words + w] & rule[w], w);
      for (let b = 0; b < space.live[p]; b++) {
        const bit = 1 << (b & 31);
        if ((live[g * words + (b >>> 5)] & bit) === 0) continue;
        open += points[b];
        if (b >= space.live[p + 1]) lost += weigh(space.positives, bit, b >>> 5);
      }
      return { open, lost, wrong };
    };
    const looked = shown.map(look);
    const size = states.map((i) => Math.floor(keys[i] / space.span));
    const onto = (edges: Int32Array) => states.map((i) => (edges[i] < 0 ? -1 : stateOf[p + 1][edges[i]]));
    return {
      open: looked.map((node) => node.open),
      lost: looked.map((node) => node.lost),
      wrong: looked.map((node) => node.wrong),
      node: states.map((i) => shown.indexOf(nodeOf(i))),
      size,
      mistakes: states.map((i, k) => space.classes.unavoidable + keys[i] - size[k] * space.span),
      ways: states.map((i) => ways[p][i]),
      below: states.map((i) => below[p][i]),
      skip: onto(skip),
      take: onto(take),
    };
  };
  return { order: [...space.order], layers: layers.map((_, p) => viewLayer(p)) };
}
