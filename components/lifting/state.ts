import type { Pattern } from '../../engine/cover/patterns';
import { choice, integer, integers, type StateOf } from '../permalink/state';
import { HEIGHT, WIDTH } from '../plane/board';
import { arrange } from './arrangement';

/** Numbers of points, and degrees of the polynomial, that the figure reaches. */
export const LEAST_POINTS = 4;
export const MOST_POINTS = 40;
export const DEGREES = [1, 2, 3, 4, 5, 6, 7] as const;

/** Coin tosses at every degree: from the build, added by a press, and at most. */
export const BUILT = 200;
export const STEP = 800;
export const MOST = 5000;

export const PATTERNS: Readonly<Record<Pattern, string>> = {
  coin: 'by a coin',
  rings: 'rings',
  xor: 'XOR',
  spiral: 'two spirals',
};

export const shape = {
  labels: choice(['coin', 'rings', 'xor', 'spiral'], 'coin'),
  n: integer(LEAST_POINTS, MOST_POINTS, 20),
  degree: integer(1, DEGREES.length, 4),
  /** Which random points. */
  seed: integer(0, 999_999, 1965),
  /** Which toss of the coin; 0 for the first. */
  toss: integer(0, 999_999, 0),
  /** All points once one has been moved; empty before. */
  points: integers(0, WIDTH, 2 * MOST_POINTS),
  /** Points whose label was flipped by hand. */
  flips: integers(0, MOST_POINTS - 1, MOST_POINTS),
  trials: integer(0, MOST, BUILT),
};
export type State = StateOf<typeof shape>;

/** The state with what makes no sense replaced by defaults, and the keys of that. */
export function mend(state: State): { state: State; refused: string[] } {
  const refused: string[] = [];
  let mended = state;
  const { points, n, flips } = state;
  const fits = points.length === 2 * n && points.every((v, i) => i % 2 === 0 || v <= HEIGHT);
  if (points.length > 0 && !fits) {
    refused.push('points');
    mended = { ...mended, points: [] };
  }
  if (flips.some((i) => i >= n) || new Set(flips).size < flips.length) {
    refused.push('flips');
    mended = { ...mended, flips: [] };
  }
  return { state: mended, refused };
}

/** What stands on the board: the arrangement with the reader's own moves and flips. */
export function boardOf({ labels: pattern, n, seed, toss, points, flips }: State): {
  points: number[];
  labels: number[];
} {
  const arranged = arrange(pattern, n, seed, toss);
  return {
    points: points.length > 0 ? [...points] : arranged.points,
    labels: arranged.labels.map((label, i) => (flips.includes(i) ? -label : label)),
  };
}
