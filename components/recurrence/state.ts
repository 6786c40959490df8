import { integer, integers, type StateOf } from '../permalink/state';
import type { Mended } from '../permalink/use-mended-state';
import { HEIGHT, WIDTH } from '../plane/board';
import { END } from './story';

/** Old points: more would make the family tree too tall to read. */
export const LEAST = 2;
export const MOST = 5;

/** Four old points and y. */
const POINTS = [175, 500, 650, 625, 850, 300, 400, 125, 425, 350];

export const shape = {
  /** The old points, then y. */
  points: integers(0, WIDTH, 2 * MOST + 2, POINTS),
  /** How far the story is told. */
  at: integer(0, END, END),
};
export type State = StateOf<typeof shape>;

export function mend(state: State): Mended<State> {
  const { points } = state;
  if (points.length % 2 === 0 && points.length >= 2 * LEAST + 2 && points.every((v, k) => k % 2 === 0 || v <= HEIGHT))
    return { state, refused: [] };
  return { state: { ...state, points: POINTS }, refused: ['points'] };
}
