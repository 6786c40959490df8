/** A grid of values, row by row from y = 0 up, at x = 0, 1, …, columns − 1. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
}

/** Corners of a cell counter-clockwise from (0, 0), and the edge from each corner to the next. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/**
 * The outlines of the region where a function sampled on a grid is positive: closed rings x0, y0, x1, y1, … with the
 * region on their left, straight between the zeros on the edges of the grid (marching squares). The frame outside the
 * grid counts as negative, so rings close along the border.
 */
export function positiveRings({ columns, rows, values }: Grid): number[][] {
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= columns || y >= rows ? Number.NEGATIVE_INFINITY : values[y * columns + x];
  // every edge is left by at most one step of an outline: where that step leads
  const next = new Map<string, { to: string; place: readonly [number, number] }>();

  for (let y = -1; y < rows; y++)
    for (let x = -1; x < columns; x++) {
      const heights = CORNERS.map(([dx, dy]) => at(x + dx, y + dy));
      const positive = heights.map((height) => height > 0);
      // with the region on the left, an outline enters a cell where the border turns positive and leaves where it ends
      const exits = [0, 1, 2, 3].filter((e) => positive[e] && !positive[(e + 1) % 4]);
      const entries = [0, 1, 2, 3].filter((e) => !positive[e] && positive[(e + 1) % 4]);
      if (exits.length === 0) continue;
      // two corners across: joined through the middle where that is positive
      const joined = exits.length === 2 && heights.reduce((sum, height) => sum + height, 0) > 0;
      for (const exit of exits) {
        const back = (e: number) => (exit - e + 4) % 4;
        const entry = entries.reduce((best, e) => ((joined ? back(e) > back(best) : back(e) < back(best)) ? e : best));
        const edge = (e: number) => edgeBetween(x, y, e);
        next.set(edge(exit), { to: edge(entry), place: zeroOn(x, y, exit, heights) });
      }
    }

  const rings: number[][] = [];
  while (next.size > 0) {
    const [start] = next.keys();
    const ring: number[] = [];
    for (let edge = start; next.has(edge); ) {
      const { to, place } = next.get(edge)!;
      next.delete(edge);
      ring.push(...place);
      edge = to;
    }
    rings.push(ring);
  }
  return rings;
}

/** One name for the edge that two cells share. */
function edgeBetween(x: number, y: number, e: number): string {
  if (e === 0) return `h${x},${y}`;
  if (e === 1) return `v${x + 1},${y}`;
  if (e === 2) return `h${x},${y + 1}`;
  return `v${x},${y}`;
}

/** Where the function is 0 between the two corners of an edge; next to the frame, at the border itself. */
function zeroOn(x: number, y: number, e: number, heights: readonly number[]): readonly [number, number] {
  const [from, to] = [heights[e], heights[(e + 1) % 4]];
  const share = from === Number.NEGATIVE_INFINITY ? 1 : to === Number.NEGATIVE_INFINITY ? 0 : from / (from - to);
  const [a, b] = [CORNERS[e], CORNERS[(e + 1) % 4]];
  return [x + a[0] + share * (b[0] - a[0]), y + a[1] + share * (b[1] - a[1])];
}
