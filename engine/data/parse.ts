import Papa from 'papaparse';
import { type DecimalMark, readNumber } from './numbers';
import { type Column, DataError, type Table } from './table';

export interface ParseOptions {
  /** Columns whose type is told, not guessed. A cell that is no number in a column told to be numeric is an error. */
  readonly types?: Readonly<Record<string, Column['kind']>>;
  /** One character; guessed from the first lines when left out. */
  readonly delimiter?: string;
  /** Guessed when left out: a comma is taken only where it does not delimit. */
  readonly decimal?: DecimalMark;
  /** Cells that mean "missing", besides empty ones. */
  readonly missing?: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const MISSING = ['NA', 'N/A', 'NaN', 'null', 'NULL', '?'];
export const MAX_COLUMNS = 1000;
export const MAX_ROWS = 1_000_000;

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0].trim() === '';

/** The first delimiter, by number of cells, under which the first lines all have the same number of cells; else the header decides. */
function guessDelimiter(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(text, { delimiter, preview: 20 }).data.filter((row) => !isBlank(row));
    const cells = rows[0]?.length ?? 0;
    const even = rows.every((row) => row.length === cells);
    const score = cells > 1 ? cells + (even ? MAX_COLUMNS : 0) : 0;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function rejectOtherFiles(text: string): void {
  if (text.startsWith('%PDF')) throw new DataError('this is a PDF file, not a table: save the table as CSV');
  if (text.startsWith('PK\u0003\u0004')) throw new DataError('this is a zip or Excel file: save the sheet as CSV');
  const nul = text.indexOf('\0');
  if (nul < 0) return;
  const line = text.slice(0, nul).split(/\r\n|\r|\n/).length;
  throw new DataError('there is a NUL character: this is no text file, or text in another encoding than UTF-8', line);
}

/** The line on which row `index` begins: quoted cells may hold line breaks. */
function lineOf(rows: readonly (readonly string[])[], index: number): number {
  let line = 1 + index;
  for (let r = 0; r < index; r++) {
    for (const cell of rows[r]) line += cell.split(/\r\n|\r|\n/).length - 1;
  }
  return line;
}

function readHeader(cells: readonly string[], line: number): string[] {
  const names = cells.map((cell) => cell.trim());
  if (names.length === 1)
    throw new DataError(
      `there is only one column, ${JSON.stringify(names[0])}: a label and something to tell it by are needed`,
      line,
    );
  if (names.length > MAX_COLUMNS)
    throw new DataError(`there are ${names.length} columns; at most ${MAX_COLUMNS} can be read`, line);
  const seen = new Map<string, number>();
  names.forEach((name, i) => {
    if (name === '') throw new DataError(`column ${i + 1} has no name`, line);
    const before = seen.get(name);
    if (before !== undefined)
      throw new DataError(`columns ${before + 1} and ${i + 1} are both called ${JSON.stringify(name)}`, line, name);
    seen.set(name, i);
  });
  if (names.every((name) => readNumber(name, '.') !== null))
    throw new DataError('the first line holds numbers, not column names', line);
  return names;
}

function isDecimalComma(
  rows: readonly (readonly string[])[],
  width: number,
  isMissing: (cell: string) => boolean,
): boolean {
  for (let c = 0; c < width; c++) {
    let comma = false;
    const numeric = rows.every((row) => {
      if (isMissing(row[c])) return true;
      comma ||= row[c].includes(',');
      return readNumber(row[c], ',') !== null;
    });
    if (numeric && comma) return true;
  }
  return false;
}

function categorical(name: string, cells: readonly string[], isMissing: (cell: string) => boolean): Column {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(cells.length).fill(-1);
  cells.forEach((cell, i) => {
    if (isMissing(cell)) return;
    const code = codeOf.get(cell) ?? codeOf.size;
    codeOf.set(cell, code);
    codes[i] = code;
  });
  return { kind: 'categorical', name, levels: [...codeOf.keys()], codes };
}

/** The cells as numbers, or the first row that holds none. */
function numbers(
  cells: readonly string[],
  mark: DecimalMark,
  isMissing: (cell: string) => boolean,
): Float64Array | number {
  const values = new Float64Array(cells.length).fill(Number.NaN);
  for (let i = 0; i < cells.length; i++) {
    if (isMissing(cells[i])) continue;
    const value = readNumber(cells[i], mark);
    if (value === null) return i;
    values[i] = value;
  }
  return values;
}

function hasThreeValues(values: Float64Array): boolean {
  const seen = new Set<number>();
  for (const value of values) if (!Number.isNaN(value) && seen.add(value).size > 2) return true;
  return false;
}

/**
 * Reads the text of a CSV file with a header line. Delimiter (comma, semicolon, tab, bar) and decimal mark are guessed; blank
 * lines are skipped, cells trimmed. A column is numeric when all its known cells are numbers and there are three or more
 * different ones: a 0/1 column is a choice between two levels. Throws a DataError that names line and column.
 */
export function parseTable(text: string, options: ParseOptions = {}): Table {
  rejectOtherFiles(text);
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const delimiter = options.delimiter ?? guessDelimiter(source);
  const parsed = Papa.parse<string[]>(source, { delimiter });
  const all = parsed.data;
  // Papa reports a delimiter that it could not guess, too: only quotes concern us.
  const quote = parsed.errors.find((error) => error.type === 'Quotes');
  if (quote)
    throw new DataError('a quoted cell is not closed, or goes on after its closing quote', lineOf(all, quote.row ?? 0));

  const first = all.findIndex((row) => !isBlank(row));
  if (first < 0) throw new DataError('the file is empty');
  const names = readHeader(all[first], lineOf(all, first));
  const rows: string[][] = [];
  const indices: number[] = [];
  for (let r = first + 1; r < all.length; r++) {
    const row = all[r];
    if (isBlank(row)) continue;
    if (row.length !== names.length)
      throw new DataError(`${row.length} cells, but the header has ${names.length}`, lineOf(all, r));
    rows.push(row.map((cell) => cell.trim()));
    indices.push(r);
  }
  if (rows.length === 0) throw new DataError('there is a header but no row');
  if (rows.length > MAX_ROWS) throw new DataError(`there are ${rows.length} rows; at most ${MAX_ROWS} can be read`);

  for (const name of Object.keys(options.types ?? {}))
    if (!names.includes(name)) throw new DataError(`there is no column ${JSON.stringify(name)} to give a type to`);
  const missing = new Set(options.missing ?? MISSING).add('');
  const isMissing = (cell: string) => missing.has(cell);
  const mark = options.decimal ?? (delimiter !== ',' && isDecimalComma(rows, names.length, isMissing) ? ',' : '.');
  const columns = names.map((name, c): Column => {
    const cells = rows.map((row) => row[c]);
    const told = options.types?.[name];
    if (told === 'categorical') return categorical(name, cells, isMissing);
    const values = numbers(cells, mark, isMissing);
    if (typeof values === 'number') {
      if (told !== 'numeric') return categorical(name, cells, isMissing);
      const line = lineOf(all, indices[values]);
      throw new DataError(`${JSON.stringify(cells[values])} in column ${name} is not a number`, line, name);
    }
    return told === 'numeric' || hasThreeValues(values)
      ? { kind: 'numeric', name, values }
      : categorical(name, cells, isMissing);
  });
  return { n: rows.length, columns };
}
