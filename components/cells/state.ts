import { choice, integer, integers, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';
import { HEIGHT, WIDTH } from '../plane/board';
import { inGeneralPosition, SCATTERED } from '../plane/places';

export const LEAST = 3;
export const MOST = 8;

/** The points of the first figure, labelled so that every line makes a mistake. */
const POINTS = SCATTERED.slice(0, 12);
const LABELS = 0b001101;

export const shape = {
  /** 2: lines through the middle of the board; 3: any line. */
  d: choice(['2', '3'], '3'),
  points: integers(0, WIDTH, 2 * MOST, POINTS),
  /** Bit i is the label of point i. */
  labels: integer(0, 2 ** MOST - 1, LABELS),
  /** Errors allowed beyond those of the best. */
  k: integer(0, MOST, 1),
  /** The model picked: a direction by its longitude and latitude, in tenths of a degree. On the circle it has no latitude. */
  lon: integer(0, 3599, 2995),
  lat: integer(-900, 900, 238),
  /** Longitude and latitude from which the sphere is seen, in tenths of a degree. */
  yaw: integer(0, 3599, 3160),
  pitch: integer(-900, 900, 60),
};
export type State = StateOf<typeof shape>;

/** No two points on a line with the middle of the board and no three on any: so both pictures are in general position. */
export const allowed = (points: readonly number[]): boolean => inGeneralPosition([...points, WIDTH / 2, HEIGHT / 2]);

export function mend(state: State): Mended<State> {
  const refused: string[] = [];
  let mended = state;
  const { points } = state;
  const n = points.length / 2;
  const fits =
    Number.isInteger(n) && n >= LEAST && points.every((v, at) => at % 2 === 0 || v <= HEIGHT) && allowed(points);
  if (!fits) {
    refused.push('points');
    mended = { ...mended, points: POINTS };
  }
  const count = mended.points.length / 2;
  if (mended.labels >= 2 ** count) {
    refused.push('labels');
    mended = { ...mended, labels: mended.labels % 2 ** count };
  }
  if (mended.k > count) {
    refused.push('k');
    mended = { ...mended, k: count };
  }
  return { state: mended, refused };
}
