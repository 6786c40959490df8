import { circleCells } from '../../engine/cover/circle';
import { signRow } from '../../engine/cover/dichotomies';
import { integer, integers, optionalInteger, type StateOf } from '../permalink/state';
import { HEIGHT, WIDTH } from '../plane/board';
import { codeOf } from '../plane/labelling';
import type { Pose } from '../plane/line-grips';
import { arrange, LEAST, MOST } from './arrangements';

const POINTS = arrange('general', 6);
const POSE = [WIDTH / 2, HEIGHT / 2, 62];

/** What one turn of a line about the middle of the board finds. */
function foundByTurning(points: readonly number[]): number[] {
  const arcs = circleCells(Float64Array.from(points), [WIDTH / 2, HEIGHT / 2]);
  return Array.from({ length: arcs.count }, (_, a) => codeOf(signRow(arcs, a)));
}

export const shape = {
  points: integers(0, WIDTH, 2 * MOST, POINTS),
  /** A point of the reader's line, and its direction in degrees. */
  line: integers(0, WIDTH, 3, POSE),
  /** Labellings collected so far; those that no line makes any more, since points moved, are passed over. */
  found: integers(0, 2 ** MOST - 1, 400, foundByTurning(POINTS)),
  /** 1 when all have been asked for. */
  all: integer(0, 1, 0),
  /** A labelling picked from the album instead of the reader's line. */
  pick: optionalInteger(0, 2 ** MOST - 1),
  guess: optionalInteger(0, 2 ** MOST),
};
export type State = StateOf<typeof shape>;

/** The state with what makes no sense replaced by defaults, and the keys of that. */
export function mend(state: State): { state: State; refused: string[] } {
  const refused: string[] = [];
  const { points, line } = state;
  let mended = state;
  if (points.length % 2 || points.length < 2 * LEAST || points.some((v, at) => at % 2 === 1 && v > HEIGHT)) {
    refused.push('points');
    mended = { ...mended, points: POINTS };
  }
  if (line.length !== 3 || line[1] > HEIGHT || line[2] >= 360) {
    refused.push('line');
    mended = { ...mended, line: POSE };
  }
  const all = 2 ** (mended.points.length / 2);
  if (mended.found.some((code) => code >= all)) {
    refused.push('found');
    mended = { ...mended, found: mended.found.filter((code) => code < all) };
  }
  for (const key of ['pick', 'guess'] as const)
    if (mended[key] !== null && mended[key] >= all + (key === 'guess' ? 1 : 0)) {
      refused.push(key);
      mended = { ...mended, [key]: null };
    }
  return { state: mended, refused };
}

export const poseOfState = ({ line: [x, y, degrees] }: State): Pose => ({ x, y, degrees });
