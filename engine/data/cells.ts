import Papa from 'papaparse';
import { DataError } from './table';

/**
 * A column as it stands in the file: its cells, trimmed, in order of appearance, and which of them each row has. The same text
 * comes once, unless there are very many.
 */
export interface CodedColumn {
  readonly name: string;
  readonly cells: readonly string[];
  readonly codes: Int32Array;
}

export interface CodedTable {
  readonly n: number;
  readonly columns: readonly CodedColumn[];
}

/** Characters that are read at a time, unless a row is longer. */
const PIECE = 1 << 20;

export const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0].trim() === '';

/** From so many different cells on, looking for repetitions costs more than it saves. */
const MANY_CELLS = 5000;

/** Collects one column. */
class Coder {
  readonly cells: string[] = [];
  private readonly known = new Map<string, number>();
  private codes = new Int32Array(1024);

  put(row: number, text: string): void {
    const cell = text.trim();
    let code = this.cells.length < MANY_CELLS ? this.known.get(cell) : undefined;
    if (code === undefined) {
      code = this.cells.push(cell) - 1;
      if (code < MANY_CELLS) this.known.set(cell, code);
    }
    if (row === this.codes.length) {
      const larger = new Int32Array(2 * row);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[row] = code;
  }

  take = (name: string, n: number): CodedColumn => ({ name, cells: this.cells, codes: this.codes.slice(0, n) });
}

interface Piece {
  readonly rows: string[][];
  /** Which of the rows has quotes that are wrong. */
  readonly misquoted: number | null;
  /** Share of the text that is read. */
  readonly fraction: number;
}

/** The rows of a text, a piece at a time. */
function* pieces(text: string, delimiter: string): Generator<Piece> {
  // Where lines end with both, the carriage return is trimmed from the last cell.
  const newline = text.includes('\n') ? '\n' : '\r';
  const parser = new Papa.Parser({ delimiter, newline });
  for (let at = 0, size = PIECE; at < text.length; ) {
    const last = at + size >= text.length;
    const { data, errors, meta } = parser.parse(text.slice(at, at + size), 0, !last) as Papa.ParseResult<string[]>;
    at = last ? text.length : at + meta.cursor;
    // A row that does not end in this piece needs a larger one.
    size = meta.cursor === 0 ? 2 * size : PIECE;
    const quote = errors.find((error) => error.type === 'Quotes');
    yield { rows: data, misquoted: quote?.row ?? null, fraction: at / text.length };
  }
}

/** The line on which the row begins that has `index` others before it, blank lines not counted: quoted cells may hold line breaks. */
export function lineOf(text: string, delimiter: string, index: number): number {
  let line = 1;
  let before = 0;
  for (const { rows } of pieces(text, delimiter))
    for (const row of rows) {
      if (!isBlank(row) && before++ === index) return line;
      line++;
      for (const cell of row) line += cell.replace(/\r$/, '').split(/\r\n|\r|\n/).length - 1;
    }
  return line;
}

export interface CellsOptions {
  readonly delimiter: string;
  /** Makes the names of the columns out of the first row, or says what is wrong with them. */
  readonly readHeader: (cells: readonly string[], line: () => number) => readonly string[];
  /** Which columns are kept, of those that `readHeader` names; all when left out. */
  readonly keep?: (index: number) => boolean;
  readonly maxRows: number;
  readonly onProgress?: (fraction: number) => void;
}

/** Reads a text as rows of cells, column by column, a piece at a time: the rows themselves are never all in memory. */
export function readCells(
  text: string,
  { delimiter, readHeader, keep, maxRows, onProgress }: CellsOptions,
): CodedTable {
  let names: readonly string[] | null = null;
  let coders: { readonly at: number; readonly coder: Coder }[] = [];
  let n = 0;
  const put = (row: readonly string[]) => {
    if (isBlank(row)) return;
    if (!names) {
      names = readHeader(row, () => lineOf(text, delimiter, 0));
      coders = [...names.keys()].filter((i) => keep?.(i) ?? true).map((at) => ({ at, coder: new Coder() }));
      return;
    }
    if (row.length !== names.length)
      throw new DataError(
        `${row.length === 1 ? 'one cell' : `${row.length} cells`}, but the header has ${names.length}`,
        lineOf(text, delimiter, n + 1),
      );
    if (n === maxRows)
      throw new DataError(
        `there are more than ${maxRows.toLocaleString('en-US')} rows; that is the most that can be read`,
      );
    for (const { at, coder } of coders) coder.put(n, row[at]);
    n++;
  };
  for (const { rows, misquoted, fraction } of pieces(text, delimiter)) {
    for (const row of rows.slice(0, misquoted ?? undefined)) put(row);
    if (misquoted !== null)
      throw new DataError(
        'a quoted cell is not closed, or goes on after its closing quote',
        lineOf(text, delimiter, names ? n + 1 : 0),
      );
    onProgress?.(fraction);
  }
  if (!names) throw new DataError('the file is empty');
  if (n === 0) throw new DataError('there is a header but no row');
  return { n, columns: coders.map(({ at, coder }) => coder.take(names![at], n)) };
}
