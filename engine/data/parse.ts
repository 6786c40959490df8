import Papa from 'papaparse';
import { isBlank, lineOf, readCells } from './cells';
import { type DecimalMark, readNumber } from './numbers';
import { DataError, type Table } from './table';
import { type ColumnType, isDecimalComma, NotOfType, typeColumn } from './types';

export interface ParseOptions {
  /** Columns whose type is told, not guessed. A cell that is not of the type told is an error. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** The columns that are wanted, the first of each name; others may have whatever names they like. All when left out. */
  readonly columns?: readonly string[];
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

/** The first lines tell how the rest is written. */
const HEAD_ROWS = 20;
const HEAD_LENGTH = 1 << 20;

/** The first delimiter, by number of cells, under which the first lines all have the same number of cells; else the header decides. */
function guessDelimiter(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(text.slice(0, HEAD_LENGTH), { delimiter, preview: HEAD_ROWS }).data;
    const full = rows.filter((row) => !isBlank(row));
    const cells = full[0]?.length ?? 0;
    const even = full.every((row) => row.length === cells);
    const score = cells > 1 ? cells + (even ? MAX_COLUMNS : 0) : 0;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Beginnings of files that are often called a table and are none. */
const OTHER_FILES: readonly (readonly [start: string, message: string])[] = [
  ['%PDF', 'this is a PDF file, not a table: save the table as CSV'],
  ['PK\u0003\u0004', 'this is a zip or Excel file: save the sheet as CSV'],
  ['\u00d0\u00cf\u0011\u00e0', 'this is an old Excel or Word file: save the sheet as CSV'],
  ['PAR1', 'this is a Parquet file: write it as CSV'],
  ['\u001f\u2039', 'this is a compressed file: unpack it first'],
];

function rejectOtherFiles(text: string): void {
  const other = OTHER_FILES.find(([start]) => text.startsWith(start));
  if (other) throw new DataError(other[1]);
  if (/^\s*(<!doctype html|<html)/i.test(text.slice(0, 200)))
    throw new DataError('this is a web page, not a table: save the table itself');
  const nul = text.indexOf('\0');
  if (nul < 0) return;
  const line = text.slice(0, nul).split(/\r\n|\r|\n/).length;
  throw new DataError('there is a NUL character: this is no text file, or text in another encoding than UTF-8', line);
}

/** The names in a header line. Where only some columns are wanted, the others may be called anything. */
function readHeader(cells: readonly string[], line: () => number, wanted?: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  if (wanted) {
    const lacking = wanted.find((name) => !names.includes(name));
    if (lacking !== undefined) throw new DataError(`there is no column ${JSON.stringify(lacking)}`, line(), lacking);
    return names;
  }
  if (names.length === 1)
    throw new DataError(
      `there is only one column, ${JSON.stringify(names[0].slice(0, 60))}: a label and something to tell it by are needed, with commas, semicolons, tabs or bars between`,
      line(),
    );
  if (names.length > MAX_COLUMNS)
    throw new DataError(
      `there are ${names.length.toLocaleString('en-US')} columns; at most ${MAX_COLUMNS.toLocaleString('en-US')} can be read: leave out those that no rule should use`,
      line(),
    );
  if (names.every((name) => readNumber(name, '.') !== null))
    throw new DataError('the first line holds numbers, not column names: put a line of names before it', line());
  const seen = new Map<string, number>();
  names.forEach((name, i) => {
    if (name === '') throw new DataError(`column ${i + 1} has no name: give it one in the first line`, line());
    const before = seen.get(name);
    if (before !== undefined)
      throw new DataError(
        `columns ${before + 1} and ${i + 1} are both called ${JSON.stringify(name)}: rename one, or put a line of names first if this is data`,
        line(),
        name,
      );
    seen.set(name, i);
  });
  return names;
}

/**
 * Reads the text of a CSV file with a header line. Delimiter (comma, semicolon, tab, bar) and decimal mark are guessed; blank
 * lines are skipped, cells trimmed. A column is numeric when all its known cells are numbers and there are three or more
 * different ones: a 0/1 column is a choice between two levels; dates are numbers of days. Throws a DataError that names line and
 * column. `onProgress` is told the share of the text that is read.
 */
export function parseTable(text: string, options: ParseOptions = {}, onProgress?: (fraction: number) => void): Table {
  rejectOtherFiles(text);
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const delimiter = options.delimiter ?? guessDelimiter(source);
  const { columns: wanted, types = {} } = options;
  let names: readonly string[] = [];
  const coded = readCells(source, {
    delimiter,
    readHeader: (cells, line) => {
      names = readHeader(cells, line, wanted);
      return names;
    },
    keep: wanted && ((i) => wanted.includes(names[i]) && names.indexOf(names[i]) === i),
    maxRows: MAX_ROWS,
    onProgress,
  });
  for (const name of Object.keys(types))
    if (!names.includes(name)) throw new DataError(`there is no column ${JSON.stringify(name)} to give a type to`);
  const missing = new Set(options.missing ?? MISSING).add('');
  const isMissing = (cell: string) => missing.has(cell);
  const comma = delimiter !== ',' && coded.columns.some((column) => isDecimalComma(column, isMissing));
  const mark = options.decimal ?? (comma ? ',' : '.');
  const columns = coded.columns.map((column) => {
    try {
      return typeColumn(column, { told: types[column.name], mark, isMissing });
    } catch (error) {
      if (!(error instanceof NotOfType)) throw error;
      const line = lineOf(source, delimiter, 1 + column.codes.indexOf(error.code));
      throw new DataError(
        `${JSON.stringify(column.cells[error.code])} in column ${column.name} is not a ${error.wanted}`,
        line,
        column.name,
      );
    }
  });
  return { n: coded.n, columns };
}
