import { toDouble } from './chance';
import { binomial, countDichotomies } from './counting';

/**
 * The open cells into which the great circles {w : w · x_i = 0} cut the sphere of directions w: one for each dichotomy
 * that a hyperplane through the origin makes.
 */
export interface Cells {
  readonly points: number;
  /** C(N,d) in general position, fewer otherwise. */
  readonly count: number;
  /** C(N,d). */
  readonly expected: number;
  /** count × points: the sign of w · x_i in the cell. */
  readonly signs: Int8Array;
  /** The cell's share of all directions; they sum to 1. */
  readonly shares: Float64Array;
  /** Cells on the other side of one great circle. */
  readonly neighbours: readonly (readonly number[])[];
}

/** Training errors of every cell: in how many points its signs differ from the labels (> 0 is positive). */
export function trainingErrors(cells: Cells, labels: ArrayLike<number>): Int32Array {
  const errors = new Int32Array(cells.count);
  for (let c = 0; c < cells.count; c++)
    for (let i = 0; i < cells.points; i++) if (cells.signs[c * cells.points + i] > 0 !== labels[i] > 0) errors[c]++;
  return errors;
}

/** How many cells make 0, 1, …, N errors. */
export function errorHistogram(cells: Cells, errors: Int32Array): number[] {
  const histogram = new Array<number>(cells.points + 1).fill(0);
  for (const e of errors) histogram[e]++;
  return histogram;
}

/** The Rashomon set of a labelling: the cells with at most `allowed` errors. */
export interface RashomonCells {
  readonly allowed: number;
  readonly cells: readonly number[];
  /** Its part of all cells (the pattern Rashomon ratio). */
  readonly countShare: number;
  /** Its part of all directions (the Rashomon ratio). */
  readonly volumeShare: number;
  /** Its connected pieces, by single flips; the largest first. */
  readonly pieces: readonly (readonly number[])[];
}

export function rashomonCells(cells: Cells, errors: Int32Array, allowed: number): RashomonCells {
  const inside = Array.from(errors.keys()).filter((c) => errors[c] <= allowed);
  const seen = new Uint8Array(cells.count);
  const pieces: number[][] = [];
  for (const first of inside) {
    if (seen[first]) continue;
    seen[first] = 1;
    const piece = [first];
    for (const c of piece)
      for (const next of cells.neighbours[c])
        if (errors[next] <= allowed && !seen[next]) {
          seen[next] = 1;
          piece.push(next);
        }
    pieces.push(piece.sort((a, b) => a - b));
  }
  return {
    allowed,
    cells: inside,
    countShare: cells.count ? inside.length / cells.count : 0,
    volumeShare: inside.reduce((sum, c) => sum + cells.shares[c], 0),
    pieces: pieces.sort((a, b) => b.length - a.length),
  };
}

/**
 * The mean over all 2^N labellings of the number of cells with at most k errors: C(N,d) · Σ_{j≤k} binom(N,j) / 2^N,
 * whatever the points in general position.
 */
export function meanRashomonCells(points: number, dimension: number, allowed: number): number {
  let ball = 0n;
  for (let j = 0; j <= allowed; j++) ball += binomial(points, j);
  return toDouble({ numerator: countDichotomies(points, dimension) * ball, denominator: 1n << BigInt(points) });
}

/** The cell with these signs, or −1. */
export function findCell(cells: Cells, signs: ArrayLike<number>): number {
  for (let c = 0; c < cells.count; c++) {
    let i = 0;
    while (i < cells.points && cells.signs[c * cells.points + i] === signs[i]) i++;
    if (i === cells.points) return c;
  }
  return -1;
}
