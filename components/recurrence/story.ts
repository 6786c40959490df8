import { signRow } from '../../engine/cover/dichotomies';
import { planarRecurrence, type Recurrence } from '../../engine/cover/recurrence';
import { albumOrder, codeOf } from '../plane/labelling';

/** Length of a stage of the story. */
export const STAGE = 1000;
export const stages = ['The old points', 'A new point', 'Turn', 'Tilt', 'The others', 'Add up'] as const;
export const END = STAGE * (stages.length - 1);

/** A dichotomy of the old points and what becomes of it. */
export interface Parent {
  readonly row: number;
  /** Rows of its children: the one with y positive first. */
  readonly children: readonly number[];
}

/** The dichotomies of the old points in the order of the story: those that split, as the turning line meets them, then the others. */
export interface Family {
  readonly recurrence: Recurrence;
  readonly parents: readonly Parent[];
  /** How many of them split. */
  readonly split: number;
}

export function familyOf(points: readonly number[]): Family {
  const old = Float64Array.from(points.slice(0, -2));
  const recurrence = planarRecurrence(old, [points.at(-2)!, points.at(-1)!]);
  const meeting = recurrence.turn.map(({ parent }) => parent);
  const others = recurrence.childrenOf.flatMap((_, row) => (meeting.includes(row) ? [] : [row]));
  const code = (row: number) => codeOf(signRow(recurrence.parents, row));
  others.sort((a, b) => albumOrder(code(a), code(b)));
  const parents = [...meeting, ...others].map((row) => {
    const { positive, negative } = recurrence.childrenOf[row];
    return { row, children: [positive, negative].filter((child) => child >= 0) };
  });
  return { recurrence, parents, split: meeting.length };
}

/** What has happened at a moment of the story. */
export interface Moment {
  readonly stage: number;
  /** So many parents are listed, found by the turning line, forked, and given their only child. */
  readonly listed: number;
  readonly met: number;
  readonly forked: number;
  readonly single: number;
  /** The parent that the board shows, by its place in the story. */
  readonly focus: number | null;
}

export function momentOf(at: number, { recurrence, parents, split }: Family): Moment {
  const stage = Math.floor(at / STAGE);
  const grown = (of: number, most: number) =>
    stage < of ? 0 : stage > of ? most : Math.min(most, 1 + Math.floor(((at - of * STAGE) * most) / STAGE));
  const listed = grown(0, parents.length);
  const forked = grown(3, split);
  const single = grown(4, parents.length - split);
  const angle = angleAt(at);
  const met = stage < 2 ? 0 : recurrence.turn.filter(({ from }) => from <= recurrence.turn[0].from + angle).length;
  const focus = [listed - 1, -1, met - 1, forked - 1, split + single - 1, Math.min(0, split - 1)][stage];
  return { stage, listed, met, forked, single, focus: focus < 0 ? null : focus };
}

/** How far the line about y has turned, in radians; a whole turn once that stage is over. */
export const angleAt = (at: number): number => 2 * Math.PI * Math.min(1, Math.max(0, at / STAGE - 2));

/** The moment of the turning stage at which the line's direction is so many degrees. */
export function momentOfTurn(degrees: number, { recurrence }: Family): number {
  // the normal of a line is a quarter turn ahead of its direction
  const angle = degrees + 90 - (recurrence.turn[0].from * 180) / Math.PI;
  return 2 * STAGE + Math.round(((((angle % 360) + 360) % 360) / 360) * (STAGE - 1));
}

/** The direction of the line about y, in degrees. */
export const degreesAt = (at: number, { recurrence }: Family): number =>
  (((((recurrence.turn[0].from + angleAt(at)) * 180) / Math.PI - 90) % 360) + 360) % 360;

/** The moment that is about a parent, by its place in the story. */
export function momentOfParent(place: number, at: number, { parents, split }: Family): number {
  const [stage, k, most] =
    at < 2 * STAGE
      ? [0, place, parents.length]
      : place < split
        ? [3, place, split]
        : [4, place - split, parents.length - split];
  return stage * STAGE + Math.ceil((k * STAGE) / most);
}
