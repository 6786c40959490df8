import { findSites, type Line, lineBetween, type Sites, type SpannedLine, spannedLines } from './plane';

/** All dichotomies of points of the plane by lines; i and i ^ 1 are each other's opposite. */
export interface PlanarDichotomies {
  readonly points: number;
  readonly count: number;
  /** count × points, 1 or −1: the sides. The first two rows are all 1 and all −1. */
  readonly signs: Int8Array;
  /**
   * count × 3: a line a·x + b·y + c = 0 that makes the dichotomy, positive where the sign is 1, checked exactly. Only
   * between points a last place apart, where no line in doubles was found, it is the nearest one.
   */
  readonly lines: Float64Array;
  readonly shortfall: Shortfall;
}

/** Why N points make fewer than N(N−1)+2 dichotomies. `missing` is the sum of all costs. */
export interface Shortfall {
  /** N(N−1)+2. */
  readonly expected: number;
  readonly missing: number;
  /** Points at one place: each beyond the first costs N + M − 1 dichotomies, M the number of places. */
  readonly coincident: readonly { readonly points: readonly number[]; readonly cost: number }[];
  /** Lines through m ≥ 3 places: each costs (m−1)(m−2) dichotomies. `points` lists all points on it, in order. */
  readonly collinear: readonly { readonly points: readonly number[]; readonly cost: number }[];
}

/** The signs as text, '+' and '−' as 1 and 0: one key for each dichotomy. */
export function signKey(signs: ArrayLike<number>, from = 0, to = signs.length): string {
  let key = '';
  for (let i = from; i < to; i++) key += signs[i] > 0 ? '1' : '0';
  return key;
}

/** Row i of a sign table with N columns. */
export const signRow = (table: { points: number; signs: Int8Array }, i: number): Int8Array =>
  table.signs.subarray(i * table.points, (i + 1) * table.points);

/**
 * The reason for a short count. The sites make 2 + 2·Σ (m−1) dichotomies, summed over the lines through m ≥ 2 of them:
 * two inner tangents belong to each separable pair of sets, and a line with m sites on it serves in 2(m−1) ways.
 */
export function explainShortfall(sites: Sites, lines: readonly SpannedLine[]): Shortfall {
  const total = sites.of.length;
  const coincident = sites.members
    .filter((points) => points.length > 1)
    .map((points) => ({ points, cost: (points.length - 1) * (total + sites.count - 1) }));
  const collinear = lines
    .filter(({ on }) => on.length > 2)
    .map(({ on }) => ({ points: on.flatMap((s) => sites.members[s]), cost: (on.length - 1) * (on.length - 2) }));
  const missing = [...coincident, ...collinear].reduce((sum, { cost }) => sum + cost, 0);
  return { expected: total * (total - 1) + 2, missing, coincident, collinear };
}

/** The sign rows of all dichotomies of distinct sites, opposite ones side by side, all 1 and all −1 first. */
export function siteDichotomies(count: number, lines: readonly SpannedLine[]): Int8Array[] {
  const rows: Int8Array[] = [];
  const seen = new Set<string>();
  const add = (signs: Int8Array) => {
    const opposite = signs.map((s) => -s);
    const key = signKey(signs);
    if (seen.has(key)) return;
    seen.add(key).add(signKey(opposite));
    rows.push(signs, opposite);
  };
  add(new Int8Array(count).fill(1));
  // Turn each spanned line a little about a place between two neighbours on it, one way and the other.
  for (const { on, sides } of lines)
    for (let split = 1; split < on.length; split++)
      for (const first of [1, -1]) {
        const signs = sides.slice();
        on.forEach((site, k) => {
          signs[site] = k < split ? first : -first;
        });
        add(signs);
      }
  return rows;
}

/** A sign for every point from a sign for every site. */
export const spread = (sites: Sites, signs: Int8Array): Int8Array => Int8Array.from(sites.of, (site) => signs[site]);

/**
 * Every dichotomy that a line makes of `points` (x0, y0, x1, y1, …; at least one), exactly, in degenerate position
 * too. N(N−1)+2 of them in general position (Cover 1965, with d = 3), fewer otherwise: `shortfall` says why.
 * O(N³) steps, and O(N⁵) for the lines drawn half-way between the two sides.
 */
export function planarDichotomies(points: Float64Array): PlanarDichotomies {
  if (points.length < 2 || points.length % 2)
    throw new RangeError(`points need pairs of coordinates, not ${points.length}`);
  if (!points.every(Number.isFinite)) throw new RangeError('coordinates must be finite');
  const sites = findSites(points);
  const spanned = spannedLines(sites.xy);
  const rows = siteDichotomies(sites.count, spanned);
  const n = points.length / 2;
  const signs = new Int8Array(rows.length * n);
  const lines = new Float64Array(rows.length * 3);
  rows.forEach((row, i) => {
    signs.set(spread(sites, row), i * n);
    const line: Line = i % 2 ? lines.subarray(3 * i - 3, 3 * i).map((x) => -x) : lineBetween(sites.xy, row);
    lines.set(line, 3 * i);
  });
  return { points: n, count: rows.length, signs, lines, shortfall: explainShortfall(sites, spanned) };
}
