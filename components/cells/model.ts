import {
  type Cells,
  errorHistogram,
  findCell,
  type RashomonCells,
  rashomonCells,
  trainingErrors,
} from '../../engine/cover/cells';
import { type CircleCells, circleCells } from '../../engine/cover/circle';
import { type Line, sidesOfLine } from '../../engine/cover/plane';
import { type SphereCells, sphereCells, type Vector } from '../../engine/cover/sphere';
import { HEIGHT, WIDTH } from '../plane/board';
import { signsOf } from '../plane/labelling';
import { fromDegrees, unit } from './sphere-view';
import type { State } from './state';

/**
 * Units of the board to one unit of the plane z = 1 in which a point is a direction: a power of two, so that the
 * change of units is exact, and such that the great circles spread over the sphere.
 */
const UNIT = 256;

/** The points in the plane z = 1. */
export const inPlane = (points: readonly number[]): Float64Array =>
  Float64Array.from(points, (v, at) => (v - (at % 2 ? HEIGHT : WIDTH) / 2) / UNIT);

/** The line on the board that a direction stands for. */
export const lineOf = ([a, b, c]: ArrayLike<number> & Iterable<number>): Line =>
  Float64Array.of(a / UNIT, b / UNIT, c - (a * WIDTH) / 2 / UNIT - (b * HEIGHT) / 2 / UNIT);

/** The direction that stands for a line on the board. */
export const directionOf = ([a, b, c]: Line): Vector =>
  unit([UNIT * a, UNIT * b, c + (a * WIDTH) / 2 + (b * HEIGHT) / 2]);

export type Arrangement =
  | { readonly d: 2; readonly cells: CircleCells }
  | { readonly d: 3; readonly cells: SphereCells };

export function arrangementOf(d: '2' | '3', points: readonly number[]): Arrangement {
  const flat = inPlane(points);
  return d === '2' ? { d: 2, cells: circleCells(flat) } : { d: 3, cells: sphereCells(flat) };
}

/** Cells, their errors for the labels, and the Rashomon set. */
export interface Judged {
  readonly cells: Cells;
  readonly labels: Int8Array;
  readonly errors: Int32Array;
  readonly histogram: readonly number[];
  readonly best: number;
  readonly rashomon: RashomonCells;
}

export function judge(cells: Cells, labelCode: number, extra: number): Judged {
  const labels = signsOf(labelCode, cells.points);
  const errors = trainingErrors(cells, labels);
  const best = errors.reduce((least, e) => Math.min(least, e), cells.points);
  return {
    cells,
    labels,
    errors,
    histogram: errorHistogram(cells, errors),
    best,
    rashomon: rashomonCells(cells, errors, best + extra),
  };
}

/** The direction of the picked model; on the circle a line through the middle of the board. */
export const pickedDirection = ({ d, lon, lat }: State): Vector => fromDegrees(lon / 10, d === '2' ? 0 : lat / 10);

/** What a direction says of the points, and the cell that it lies in; −1 on a boundary. */
export function behaviour(cells: Cells, points: readonly number[], direction: Vector) {
  const signs = sidesOfLine(inPlane(points), direction);
  return { signs, cell: findCell(cells, signs) };
}

/** How dark a cell is drawn, from 0 to 1: the fewer errors the darker, with a step where the Rashomon set ends. */
export function darkness(errors: number, { best, rashomon, cells: { points } }: Judged): number {
  const merit = 1 - (errors - best) / Math.max(1, points - 2 * best);
  return errors <= rashomon.allowed ? 0.62 + 0.28 * merit : 0.03 + 0.22 * Math.max(0, merit);
}
