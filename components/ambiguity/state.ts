import { choice, integer, integers, optionalInteger, type StateOf } from '../permalink/state';
import { HEIGHT, WIDTH } from '../plane/board';

/** Numbers of points on the board. */
export const LEAST_POINTS = 3;
export const MOST_POINTS = 9;

/** In general position, together with the new point. */
const PLACES: readonly (readonly [number, number])[] = [
  [200, 550],
  [350, 250],
  [475, 600],
  [600, 150],
  [700, 475],
  [850, 625],
  [875, 275],
  [300, 400],
  [125, 175],
];

/** Trials at every dot: from the build, added by a press, and at most. */
export const BUILT = 400;
export const STEP = 600;
export const MOST = 5000;

const DEFAULT_COUNT = 7;
export const placesOf = (count: number): number[] => PLACES.slice(0, count).flat();

export const shape = {
  points: integers(0, WIDTH, 2 * MOST_POINTS, placesOf(DEFAULT_COUNT)),
  /** The new point. */
  new: integers(0, WIDTH, 2, [530, 345]),
  /** The labelling on the board: bit i is point i. */
  labels: optionalInteger(0, 2 ** MOST_POINTS - 1, 0b1110100),
  draw: choice(['uniform', 'weights'], 'uniform'),
  trials: integer(0, MOST, BUILT),
  seed: integer(0, 999_999, 3),
};
export type State = StateOf<typeof shape>;

/** The state with what makes no sense replaced by defaults, and the keys of that. */
export function mend(state: State): { state: State; refused: string[] } {
  const refused: string[] = [];
  let mended = state;
  const low = (list: readonly number[]) => list.every((v, i) => i % 2 === 0 || v <= HEIGHT);
  const { points } = state;
  if (points.length % 2 || points.length < 2 * LEAST_POINTS || !low(points)) {
    refused.push('points');
    mended = { ...mended, points: shape.points.fallback };
  }
  if (state.new.length !== 2 || !low(state.new)) {
    refused.push('new');
    mended = { ...mended, new: shape.new.fallback };
  }
  if (mended.labels === null || mended.labels >= 2 ** (mended.points.length / 2)) {
    if (!refused.includes('points')) refused.push('labels');
    mended = { ...mended, labels: 0 };
  }
  return { state: mended, refused };
}
