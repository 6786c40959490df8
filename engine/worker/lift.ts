import { positiveRings } from '../cover/level-set';
import { evaluatePolynomial, liftAndSeparate } from '../cover/lifting';
import type { Job } from '../job';

interface LiftInput {
  /** x0, y0, x1, y1, … */
  readonly points: readonly number[];
  /** 1 or −1. */
  readonly labels: readonly number[];
  readonly degree: number;
  /** The board to draw on, from 0 to its width and height, and the step of the grid that the curve is traced on. */
  readonly board: { readonly width: number; readonly height: number; readonly step: number };
}

export interface LiftResult {
  readonly separable: boolean;
  /** Outlines of the positive side, x0, y0, x1, y1, …; they reach one step beyond the board. Empty when inseparable. */
  readonly rings: readonly (readonly number[])[];
  /** When inseparable: points that no polynomial of this degree separates, even alone. */
  readonly witnesses: readonly number[];
}

/** Decides whether a polynomial separates the labels, and traces the one of widest margin. */
export async function lift({ points, labels, degree, board }: LiftInput, _: Job = {}): Promise<LiftResult> {
  const { separation, polynomial } = liftAndSeparate(Float64Array.from(points), labels, degree);
  if (!separation.separable) return { separable: false, rings: [], witnesses: [...separation.points] };
  if (!polynomial) return { separable: true, rings: [], witnesses: [] };
  const { width, height, step } = board;
  const columns = Math.ceil(width / step) + 3;
  const rows = Math.ceil(height / step) + 3;
  const values = new Float64Array(columns * rows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      values[y * columns + x] = evaluatePolynomial(polynomial, step * (x - 1), step * (y - 1));
  const rings = positiveRings({ columns, rows, values }).map((ring) => ring.map((v) => step * (v - 1)));
  return { separable: true, rings, witnesses: [] };
}
