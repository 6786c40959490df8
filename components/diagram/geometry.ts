import type { DiagramView } from '../../engine/ers/diagram-view';

/** Pixels from a layer to the next. */
export const PITCH = 42;
/** Room above the first layer. */
export const TOP = 22;
/** Most pixels that the nodes of a layer spread over, and that lie between two of them. */
const SPREAD = 26;
const APART = 9;

export const layerY = (layer: number): number => TOP + layer * PITCH;
export const heightOf = (rules: number): number => layerY(rules) + 14;

/** A state by its layer and its number there. */
export interface Place {
  readonly layer: number;
  readonly state: number;
}

/**
 * Where the states stand: across by the best objective that can still be reached from there, so that the last layer stands at
 * its objectives; in a layer, states that leave the same points open are in one line. Two states never stand on one spot
 * unless they only differ in how their cost is split into rules and mistakes.
 */
export interface Geometry {
  /** For each layer and state: the best objective below. */
  readonly best: readonly Float64Array[];
  readonly y: readonly Float64Array[];
}

export function placeStates({ layers }: DiagramView, weight: number, lambda: number): Geometry {
  const best: Float64Array[] = [];
  const y: Float64Array[] = [];
  for (let p = layers.length - 1; p >= 0; p--) {
    const { node, size, mistakes, skip, take, open } = layers[p];
    const next = best[p + 1];
    const below = (to: number) => (to < 0 ? Number.POSITIVE_INFINITY : next[to]);
    best[p] = Float64Array.from(node, (_, i) =>
      next ? Math.min(below(skip[i]), below(take[i])) : mistakes[i] / weight + lambda * size[i],
    );
    const step = open.length < 2 ? 0 : Math.min(APART, SPREAD / (open.length - 1));
    y[p] = Float64Array.from(node, (g) => layerY(p) + step * (g - (open.length - 1) / 2));
  }
  return { best, y };
}

/** From an objective to its place across, from 0 to 1; a little room on both sides. */
export function acrossOf(optimum: number, theta: number): (objective: number) => number {
  const room = 0.04;
  const width = theta - optimum;
  return (objective) => (width > 0 ? room + (1 - 2 * room) * ((objective - optimum) / width) : 0.5);
}

/** Members through a state. */
export const through = ({ layers }: DiagramView, { layer, state }: Place): number =>
  layers[layer].ways[state] * layers[layer].below[state];

/** One decision: from a state to one of the next layer, or to nothing where no member lies below. */
export interface Child {
  readonly from: number;
  readonly taking: boolean;
  readonly to: number;
}

/** What deciding a rule makes of the states of a layer, before any are merged. */
export function childrenOf({ layers }: DiagramView, layer: number): Child[] {
  const { skip, take } = layers[layer];
  return skip.flatMap((to, from) => [
    { from, taking: false, to },
    { from, taking: true, to: take[from] },
  ]);
}

/** Some ways from the root to a state, each as the rules taken, and whether these are all. */
export function waysTo({ layers, order }: DiagramView, { layer, state }: Place, most: number): number[][] {
  if (layer === 0) return [[]];
  const { skip, take } = layers[layer - 1];
  const ways: number[][] = [];
  for (let i = 0; i < skip.length && ways.length < most; i++) {
    const from = { layer: layer - 1, state: i };
    if (skip[i] === state) ways.push(...waysTo({ layers, order }, from, most - ways.length));
    if (take[i] === state) {
      const taken = waysTo({ layers, order }, from, most - ways.length);
      ways.push(...taken.map((rules) => [...rules, order[layer - 1]]));
    }
  }
  return ways.slice(0, most);
}

/** The path of a member through the diagram: its state in each layer, and the chance of each decision in a uniform draw. */
export function pathOf({ layers, order }: DiagramView, rules: readonly number[]) {
  const taken = new Set(rules);
  const states = [0];
  const chances: number[] = [];
  for (let p = 0; p < order.length; p++) {
    const { skip, take, below } = layers[p];
    const here = states[p];
    const to = (taken.has(order[p]) ? take : skip)[here];
    chances.push(layers[p + 1].below[to] / below[here]);
    states.push(to);
  }
  return { states, chances };
}

/** The state that an arrow key leads to, no further down than layer `last`: along a layer, or to the nearest of the next one. */
export function neighbour({ best, y }: Geometry, { layer, state }: Place, key: string, last: number): Place | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const order = [...best[layer].keys()].sort((a, b) => best[layer][a] - best[layer][b] || y[layer][a] - y[layer][b]);
    const next = order[order.indexOf(state) + (key === 'ArrowRight' ? 1 : -1)];
    return { layer, state: next ?? state };
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const to = key === 'ArrowUp' ? layer - 1 : layer + 1;
  if (to < 0 || to > last) return { layer, state };
  const far = (i: number) => Math.abs(best[to][i] - best[layer][state]);
  return { layer: to, state: best[to].reduce((nearest, _, i) => (far(i) < far(nearest) ? i : nearest), 0) };
}
