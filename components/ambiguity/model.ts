import { circleCells } from '../../engine/cover/circle';
import { clearRegion, separatingBundle } from '../../engine/cover/clear-regions';
import { countDichotomies } from '../../engine/cover/counting';
import { planarDichotomies, signRow } from '../../engine/cover/dichotomies';
import { type Line, lineBetween, orientation } from '../../engine/cover/plane';
import { separable } from '../../engine/cover/separable';
import { HEIGHT, WIDTH } from '../plane/board';
import { albumOrder, codeOf, positives, signsOf } from '../plane/labelling';

/** Far beyond the board. */
const FAR = 20 * Math.hypot(WIDTH, HEIGHT);
/** How far beside the points lines are drawn when all labels agree. */
const BESIDE = 220;

/** Every labelling that a line makes of the points, in album order. */
export function labellingsOf(points: readonly number[]): number[] {
  const dichotomies = planarDichotomies(Float64Array.from(points));
  return Array.from({ length: dichotomies.count }, (_, i) => codeOf(signRow(dichotomies, i))).sort(albumOrder);
}

/** The labelling among those that can be made which has the fewest labels different from the one asked for. */
export const nearestLabelling = (labellings: readonly number[], asked: number): number =>
  labellings.reduce((best, code) => (positives(code ^ asked) < positives(best ^ asked) ? code : best));

/**
 * The labellings that a line through the new point makes: those that leave it ambiguous (Cover 1965, lemma 1). None when
 * it lies on a point.
 */
export function ambiguousAt(points: readonly number[], place: readonly [number, number]): Set<number> {
  const arcs = circleCells(Float64Array.from(points), place);
  return new Set(Array.from({ length: arcs.count }, (_, c) => codeOf(signRow(arcs, c))));
}

/** C(N,2): so many labellings are ambiguous wherever the new point is, in general position. */
export const expectedAmbiguous = (n: number): number => Number(countDichotomies(n, 2));

/** Two points that lie on one line with the new point, or one that lies on it; null in general position. */
export function alignedWith(points: readonly number[], place: readonly [number, number]): readonly number[] | null {
  const n = points.length / 2;
  const all = Float64Array.of(...points, ...place);
  for (let i = 0; i < n; i++) if (points[2 * i] === place[0] && points[2 * i + 1] === place[1]) return [i];
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (orientation(all, i, j, n) === 0) return [i, j];
  return null;
}

export interface Board {
  readonly signs: Int8Array;
  /** Where every separating line says yes, and where every one says no. */
  readonly clear: { readonly yes: readonly number[]; readonly no: readonly number[] };
  readonly bundle: readonly Line[];
  /** Separating lines that say yes or no to the new point, where there are. */
  readonly yes: Line | null;
  readonly no: Line | null;
}

/** A line that separates the labelled points and gives the new one the answer, or null. */
function lineSaying(
  points: readonly number[],
  signs: Int8Array,
  place: readonly number[],
  answer: number,
): Line | null {
  const all = Float64Array.of(...points, ...place);
  const asked = Int8Array.of(...signs, answer);
  return separable(all, 2, asked, { affine: true }) ? lineBetween(all, asked) : null;
}

/** What is drawn for one labelling; it must be one that a line makes. */
export function boardOf(points: readonly number[], code: number, place: readonly [number, number]): Board {
  const signs = signsOf(code, points.length / 2);
  return {
    signs,
    clear: { yes: clearRegion(points, signs, 1, FAR), no: clearRegion(points, signs, -1, FAR) },
    bundle: separatingBundle(Float64Array.from(points), signs, 13, 3, BESIDE),
    yes: lineSaying(points, signs, place, 1),
    no: lineSaying(points, signs, place, -1),
  };
}
