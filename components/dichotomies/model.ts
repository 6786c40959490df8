import { type PlanarDichotomies, planarDichotomies, signRow } from '../../engine/cover/dichotomies';
import { type Line, sidesOfLine } from '../../engine/cover/plane';
import { lineAt } from '../plane/board';
import { codeOf, signsOf } from '../plane/labelling';
import { type ClashOf, findClash } from './clash';
import { poseOfState, type State } from './state';

/** All labellings that a line makes, by their codes. */
export interface Catalogue {
  readonly dichotomies: PlanarDichotomies;
  readonly rows: ReadonlyMap<number, number>;
}

function catalogueOf(points: readonly number[]): Catalogue {
  const dichotomies = planarDichotomies(Float64Array.from(points));
  const rows = new Map<number, number>();
  for (let c = 0; c < dichotomies.count; c++) rows.set(codeOf(signRow(dichotomies, c)), c);
  return { dichotomies, rows };
}

const catalogues = new WeakMap<readonly number[], Catalogue>();

/** Points are counted once, though a drag asks several times. */
export function catalogueFor(points: readonly number[]): Catalogue {
  let catalogue = catalogues.get(points);
  if (!catalogue) {
    catalogue = catalogueOf(points);
    catalogues.set(points, catalogue);
  }
  return catalogue;
}

/** A line that makes a labelling, or null when none does. */
export function lineOf({ dichotomies, rows }: Catalogue, code: number): Line | null {
  const row = rows.get(code);
  return row === undefined ? null : dichotomies.lines.subarray(3 * row, 3 * row + 3);
}

/** What stands on the board. */
export interface Shown {
  readonly signs: Int8Array;
  /** null when the line runs through a point. */
  readonly code: number | null;
  readonly line: Line | null;
  readonly clash: ClashOf | null;
}

export function shownOf(state: State, catalogue: Catalogue): Shown {
  const points = Float64Array.from(state.points);
  const n = points.length / 2;
  if (state.pick === null) {
    const { x, y, degrees } = poseOfState(state);
    const line = lineAt(x, y, degrees);
    const signs = sidesOfLine(points, line);
    return { signs, line, code: signs.includes(0) ? null : codeOf(signs), clash: null };
  }
  const signs = signsOf(state.pick, n);
  const line = lineOf(catalogue, state.pick);
  return { signs, line, code: state.pick, clash: line ? null : findClash(points, signs) };
}

/** The labellings in the album: collected, or all when the reader asked for them. */
export const collected = (state: State, { rows }: Catalogue): Set<number> =>
  new Set(state.all ? rows.keys() : state.found.filter((code) => rows.has(code)));

/** The most that a link holds. */
const LONGEST = 400;

/** `found` with one more. */
export const collect = (found: readonly number[], code: number | null): readonly number[] =>
  code === null || found.includes(code) ? found : [...found.slice(1 - LONGEST), code];
