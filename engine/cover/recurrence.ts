import { circleCells } from './circle';
import { countDichotomies } from './counting';
import { type PlanarDichotomies, planarDichotomies, signKey, signRow } from './dichotomies';

/** What a new point y does to the dichotomies of N points of the plane: C(N+1,3) = C(N,3) + C(N,2). */
export interface Recurrence {
  readonly parents: PlanarDichotomies;
  readonly children: PlanarDichotomies;
  /** For every parent the child in which y is positive and the one in which it is negative; −1 where there is none. */
  readonly childrenOf: readonly { readonly positive: number; readonly negative: number }[];
  /** The turn of a line about y: the dichotomies of the old points that it makes, in order of its angle. */
  readonly turn: readonly TurnArc[];
  /** The counts of the three cells of the table C(N,d), measured, and what Cover's formula gives in general position. */
  readonly flow: Flow;
}

/** Lines through y with normal (cos θ, sin θ), from ≤ θ ≤ from + length, all make the same dichotomy. */
export interface TurnArc {
  readonly from: number;
  readonly length: number;
  /** The dichotomy of the old points that they make: a parent with two children. */
  readonly parent: number;
  /** The line through y in the middle of the arc: [a, b, c]. */
  readonly line: Float64Array;
}

export interface Flow {
  /** Dichotomies of the old points, of those made by a line through y, and of all points; before + split = after. */
  readonly before: number;
  readonly split: number;
  readonly after: number;
  /** C(N,d), C(N,d−1), C(N+1,d). */
  readonly formula: readonly [bigint, bigint, bigint];
}

/**
 * A dichotomy of X extends to y in both ways exactly when a line through y makes it (Cover 1965, lemma 1): the turn
 * finds those, independently of the lists of dichotomies with and without y.
 */
export function planarRecurrence(points: Float64Array, y: readonly [number, number]): Recurrence {
  const parents = planarDichotomies(points);
  const children = planarDichotomies(Float64Array.of(...points, ...y));
  const n = parents.points;
  const indexOf = new Map(Array.from({ length: parents.count }, (_, p) => [signKey(signRow(parents, p)), p]));
  const childrenOf = Array.from({ length: parents.count }, () => ({ positive: -1, negative: -1 }));
  for (let c = 0; c < children.count; c++) {
    const row = signRow(children, c);
    childrenOf[indexOf.get(signKey(row, 0, n))!][row[n] > 0 ? 'positive' : 'negative'] = c;
  }
  const arcs = circleCells(points, y);
  const turn = Array.from({ length: arcs.count }, (_, a): TurnArc => {
    const [from, length] = [arcs.from[a], arcs.length[a]];
    const [cos, sin] = [Math.cos(from + length / 2), Math.sin(from + length / 2)];
    return {
      from,
      length,
      parent: indexOf.get(signKey(signRow(arcs, a)))!,
      line: Float64Array.of(cos, sin, -(cos * y[0] + sin * y[1])),
    };
  });
  return {
    parents,
    children,
    childrenOf,
    turn,
    flow: {
      before: parents.count,
      split: turn.length,
      after: children.count,
      formula: [countDichotomies(n, 3), countDichotomies(n, 2), countDichotomies(n + 1, 3)],
    },
  };
}

/**
 * The same one dimension lower: vectors of the plane and lines through the origin. Of the arcs of the old vectors, the
 * one or two opposite ones that hold a w at a right angle to y are split: C(N+1,2) = C(N,2) + C(N,1).
 */
export function circleRecurrence(vectors: Float64Array, y: readonly [number, number]) {
  const before = circleCells(vectors);
  const after = circleCells(Float64Array.of(...vectors, ...y));
  const n = before.points;
  const seen = new Map<string, number>();
  for (let c = 0; c < after.count; c++) {
    const key = signKey(signRow(after, c), 0, n);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const split = Array.from({ length: before.count }, (_, c) => c).filter(
    (c) => seen.get(signKey(signRow(before, c))) === 2,
  );
  return { before, after, split };
}
