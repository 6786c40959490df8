import { SQUARE_DOT } from '../charts/square-dot';

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

/** The tile at a place given in shares of the board, if there is one. */
export function tileAt(x: number, y: number, tiles: number, { columns, rows }: Board): number | null {
  const column = Math.floor(x * columns);
  const row = Math.floor(y * rows);
  const k = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && k < tiles ? k : null;
}

/**
 * The middles of some tiles as dots, to be drawn with square caps as wide as the marks should be: a sixth of
 * the text that squares would take.
 */
export function tileDots(tiles: readonly number[], { columns }: Board): string {
  let [x, y] = [0, 0];
  return tiles
    .map((k, i) => {
      const [column, row] = [k % columns, Math.floor(k / columns)];
      const move = i === 0 ? `M${column + 0.5} ${row + 0.5}` : `m${column - x} ${row - y}`;
      [x, y] = [column, row];
      return move + SQUARE_DOT;
    })
    .join('');
}
