/** Tiles side by side in rows, one for each model, the best first. */
export interface Board {
  readonly columns: number;
  readonly rows: number;
}

/** A board about so many times as wide as high whose last row is as full as can be. */
export function boardFor(tiles: number, ratio: number): Board {
  const wanted = Math.max(1, Math.round(Math.sqrt(tiles * ratio)));
  let best = { columns: wanted, rows: Math.ceil(tiles / wanted) };
  for (let columns = Math.max(1, wanted - 3); columns <= wanted + 3; columns++) {
    const rows = Math.ceil(tiles / columns);
    if (columns * rows < best.columns * best.rows) best = { columns, rows };
  }
  return best;
}

/** Squares of one size around the places of some tiles, as an SVG path; a tile's place is one unit wide. */
export function tilePath(tiles: readonly number[], { columns }: Board, side: number): string {
  const room = (1 - side) / 2;
  const short = (x: number) => String(Number(x.toFixed(3)));
  return tiles
    .map((k) => `M${short((k % columns) + room)} ${short(Math.floor(k / columns) + room)}h${side}v${side}h-${side}z`)
    .join('');
}

/** The tile at a place given in shares of the board, if there is one. */
export function tileAt(x: number, y: number, tiles: number, { columns, rows }: Board): number | null {
  const column = Math.floor(x * columns);
  const row = Math.floor(y * rows);
  const k = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && k < tiles ? k : null;
}
