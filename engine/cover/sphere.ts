import type { Cells } from './cells';
import { explainShortfall, type Shortfall, signKey, siteDichotomies, spread } from './dichotomies';
import { findSites, type SpannedLine, spannedLines } from './plane';

export type Vector = readonly [number, number, number];

/** A side of a cell: the arc start·cos t + tangent·sin t, 0 ≤ t ≤ length, of one point's great circle. */
export interface Edge {
  /** The point whose great circle it is; points at the same place share one. */
  readonly point: number;
  /** The cell beyond it: the one where the label of that point alone (with those at its place) is flipped. */
  readonly neighbour: number;
  /** Where it starts; −1 when all points lie at one place, so that the edge is a whole circle. */
  readonly vertex: number;
  readonly start: Vector;
  readonly tangent: Vector;
  /** Radians. */
  readonly length: number;
}

/** The cells of points (x, y) of the plane lifted to (x, y, 1), d = 3: a direction w is the line w·(x, y, 1) = 0. */
export interface SphereCells extends Cells {
  /** The edges of each cell, counter-clockwise seen from outside. */
  readonly edges: readonly (readonly Edge[])[];
  /** The centroid of each cell, a unit vector inside it. */
  readonly centres: readonly Vector[];
  /** Corners of the cells: the lines through two points or more, in both senses. */
  readonly vertices: readonly { readonly at: Vector; readonly points: readonly number[] }[];
  readonly shortfall: Shortfall;
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const scale = (a: Vector, s: number): Vector => [a[0] * s, a[1] * s, a[2] * s];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vector): Vector => scale(a, 1 / Math.hypot(...a));

/** The direction at angle t along an edge. */
export const alongEdge = ({ start, tangent }: Edge, t: number): Vector => [
  start[0] * Math.cos(t) + tangent[0] * Math.sin(t),
  start[1] * Math.cos(t) + tangent[1] * Math.sin(t),
  start[2] * Math.cos(t) + tangent[2] * Math.sin(t),
];

interface Corner {
  readonly line: SpannedLine;
  /** 1 or −1: the sense in which the line is taken. */
  readonly sense: number;
  readonly at: Vector;
}

/**
 * The arrangement of great circles of points of the plane (x0, y0, x1, y1, …; at least one), in any position. Which
 * cells, corners and neighbours there are is found with exact predicates; only coordinates, lengths and areas round.
 */
export function sphereCells(points: Float64Array): SphereCells {
  const sites = findSites(points);
  const { xy } = sites;
  const lines = spannedLines(xy);
  const rows = siteDichotomies(sites.count, lines);
  const cellOf = new Map(rows.map((row, c) => [signKey(row), c]));
  const normals = Array.from({ length: sites.count }, (_, s): Vector => unit([xy[2 * s], xy[2 * s + 1], 1]));
  const corners = lines.flatMap((line): Corner[] => {
    const [p, q] = [line.on[0], line.on.at(-1)!];
    const [px, py] = [xy[2 * p], xy[2 * p + 1]];
    const [ux, uy] = [xy[2 * q] - px, xy[2 * q + 1] - py];
    const at = unit([-uy, ux, px * uy - py * ux]);
    return [
      { line, sense: 1, at },
      { line, sense: -1, at: scale(at, -1) },
    ];
  });
  const edges = rows.map((signs) => cellEdges(signs, corners, normals, cellOf, sites.members));
  const centres = rows.map((signs, c) => centroid(signs, edges[c], normals, sites.of));
  const n = sites.of.length;
  const signs = new Int8Array(rows.length * n);
  rows.forEach((row, c) => {
    signs.set(spread(sites, row), c * n);
  });
  return {
    points: n,
    count: rows.length,
    expected: n * (n - 1) + 2,
    signs,
    shares: Float64Array.from(rows, (_, c) => area(edges[c], centres[c]) / (4 * Math.PI)),
    neighbours: edges.map((list) => list.map((edge) => edge.neighbour)),
    edges,
    centres,
    vertices: corners.map(({ line, at }) => ({ at, points: line.on.flatMap((s) => sites.members[s]) })),
    shortfall: explainShortfall(sites, lines),
  };
}

/** The edges of the cell with these signs, each found by flipping one site, chained corner to corner. */
function cellEdges(
  signs: Int8Array,
  corners: readonly Corner[],
  normals: readonly Vector[],
  cellOf: ReadonlyMap<string, number>,
  members: readonly (readonly number[])[],
): Edge[] {
  // A corner belongs to the cell's closure when no site lies on the wrong side of its line.
  const own = corners.flatMap(({ line, sense }, v) =>
    line.sides.every((side, s) => side === 0 || side * sense === signs[s]) ? [v] : [],
  );
  const chain = new Map<number, { edge: Edge; end: number }>();
  for (let s = 0; s < signs.length; s++) {
    const flipped = signs.slice();
    flipped[s] = -flipped[s];
    const neighbour = cellOf.get(signKey(flipped));
    if (neighbour === undefined) continue;
    // Counter-clockwise, the cell lies to the left of an edge: tangent = inner normal × position.
    const inner = scale(normals[s], signs[s]);
    const ends = own.filter((v) => corners[v].line.on.includes(s));
    const start = ends.find((v) => startsAt(corners[v], s, signs)) ?? -1;
    const end = ends.find((v) => v !== start) ?? -1;
    const position = start < 0 ? anyAcross(inner) : corners[start].at;
    const tangent = unit(cross(inner, position));
    // corners come in antipodal pairs 2k, 2k + 1
    const length =
      start < 0
        ? 2 * Math.PI
        : end === (start ^ 1)
          ? Math.PI
          : Math.atan2(dot(corners[end].at, tangent), dot(corners[end].at, position));
    const edge = { point: members[s][0], neighbour, vertex: start, start: position, tangent, length };
    chain.set(start, { edge, end });
  }
  const first = chain.keys().next().value!;
  const edges: Edge[] = [];
  for (let v = first; edges.length < chain.size; v = chain.get(v)!.end) edges.push(chain.get(v)!.edge);
  return edges;
}

/**
 * Whether the cell's edge on site s leaves this corner counter-clockwise. Leaving along tangent = s_s x_s × v must enter
 * the cell's side of any other site r of the corner's line, and v is a positive multiple of ±(x_s × x_r), with + when
 * s comes before r on the line, as x_r · (x_s × (x_s × x_r)) = (x_s·x_r)² − |x_s|²|x_r|² < 0.
 */
function startsAt({ line, sense }: Corner, s: number, signs: Int8Array): boolean {
  const r = line.on.find((site) => site !== s)!;
  const before = line.on.indexOf(s) < line.on.indexOf(r) ? 1 : -1;
  return signs[s] * signs[r] * sense * before < 0;
}

/** A unit vector at a right angle to v. */
function anyAcross(v: Vector): Vector {
  return unit(Math.abs(v[2]) < 0.9 ? cross(v, [0, 0, 1]) : cross(v, [1, 0, 0]));
}

/** Direction of ∫ w over the cell: half the sum of the inner normals of its edges, weighted by their lengths (Stokes). */
function centroid(signs: Int8Array, edges: readonly Edge[], normals: readonly Vector[], siteOf: Int32Array): Vector {
  let sum: Vector = [0, 0, 0];
  for (const { point, length } of edges) {
    const s = siteOf[point];
    const part = scale(normals[s], signs[s] * length);
    sum = [sum[0] + part[0], sum[1] + part[1], sum[2] + part[2]];
  }
  return unit(sum);
}

/** Solid angle of a cell, as triangles about its centre (Van Oosterom & Strackee 1983); arcs cut to π/2 at most. */
function area(edges: readonly Edge[], centre: Vector): number {
  let total = 0;
  for (const edge of edges) {
    const parts = Math.ceil(edge.length / (Math.PI / 2));
    for (let k = 0; k < parts; k++) {
      const a = alongEdge(edge, (edge.length * k) / parts);
      const b = alongEdge(edge, (edge.length * (k + 1)) / parts);
      total += 2 * Math.atan2(dot(centre, cross(a, b)), 1 + dot(a, b) + dot(b, centre) + dot(centre, a));
    }
  }
  return total;
}
