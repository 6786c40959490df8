import type { Geometry, Place } from './geometry';
import type { Small } from './small';

/** A small set and where its states stand. */
export interface Drawn {
  readonly small: Small;
  readonly geometry: Geometry;
  /** From an objective to its place across, from 0 to 1. */
  readonly across: (objective: number) => number;
}

/** Units of the drawing's width, for lines. */
export const WIDE = 1000;

/** A state's place in the drawing, as a path writes it. */
function at({ geometry, across }: Drawn, layer: number, state: number): string {
  return `${Math.round(WIDE * across(geometry.best[layer][state]))} ${geometry.y[layer][state].toFixed(1)}`;
}

/** Edges between layers from .. to as one path for each decision. */
export function edgePaths(drawn: Drawn, from: number, to: number) {
  const paths = { skip: '', take: '' };
  for (let p = from; p < to; p++) {
    for (const decision of ['skip', 'take'] as const) {
      drawn.small.view.layers[p][decision].forEach((end, i) => {
        if (end >= 0) paths[decision] += `M${at(drawn, p, i)}L${at(drawn, p + 1, end)}`;
      });
    }
  }
  return paths;
}

/** All edges that lead to a state. */
export function waysPath(drawn: Drawn, place: Place): string {
  let reached = new Set([place.state]);
  let path = '';
  for (let p = place.layer - 1; p >= 0; p--) {
    const { skip, take } = drawn.small.view.layers[p];
    const before = new Set<number>();
    for (const ends of [skip, take]) {
      ends.forEach((end, i) => {
        if (!reached.has(end)) return;
        before.add(i);
        path += `M${at(drawn, p, i)}L${at(drawn, p + 1, end)}`;
      });
    }
    reached = before;
  }
  return path;
}

/** A way from the top to the bottom, by its state in each layer. */
export const walkPath = (drawn: Drawn, states: readonly number[]): string =>
  states.map((state, p) => `${p === 0 ? 'M' : 'L'}${at(drawn, p, state)}`).join('');
