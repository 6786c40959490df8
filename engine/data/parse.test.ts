import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { parseTable } from './parse';
import { DataError, findColumn, takeRows, valueAt } from './table';

const rowsOf = (text: string, options = {}) => {
  const table = parseTable(text, options);
  return Array.from({ length: table.n }, (_, i) => table.columns.map((c) => valueAt(c, i)));
};

function errorOf(text: string, options = {}): DataError {
  try {
    parseTable(text, options);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('no error');
}

test('numbers and levels are told apart, and missing cells known', () => {
  const table = parseTable('a,b\n1,x\n2.5,\n,y\n-3e2,x\n');
  expect(table.n).toBe(4);
  expect(table.columns).toEqual([
    { kind: 'numeric', name: 'a', values: Float64Array.of(1, 2.5, Number.NaN, -300) },
    { kind: 'categorical', name: 'b', levels: ['x', 'y'], codes: Int32Array.of(0, -1, 1, 0) },
  ]);
});

test('a column of two numbers is a choice between two levels, unless told otherwise', () => {
  expect(parseTable('a,b\n0,1\n1,2\n0,3').columns.map((c) => c.kind)).toEqual(['categorical', 'numeric']);
  expect(
    parseTable('a,b\n0,1\n1,2\n0,3', { types: { a: 'numeric', b: 'categorical' } }).columns.map((c) => c.kind),
  ).toEqual(['numeric', 'categorical']);
});

test('quotes, CRLF, a byte order mark, blank lines and spaces', () => {
  expect(rowsOf('\ufeffname, "q"\r\n"a, ""b""\r\nc",1\r\n\r\n d ,2\r\nd,3\r\n\r\n')).toEqual([
    ['a, "b"\r\nc', 1],
    ['d', 2],
    ['d', 3],
  ]);
});

test('semicolons with decimal commas, and thousands', () => {
  expect(rowsOf('a;b\n1,5;x\n1.234,25;y\n-,5;z\n')).toEqual([
    [1.5, 'x'],
    [1234.25, 'y'],
    [-0.5, 'z'],
  ]);
  expect(rowsOf('a,b\n"1,234",x\n"12,345.5",y\n3,z')[1]).toEqual([12345.5, 'y']);
  expect(rowsOf('a\tb\n1,2\t2\n1,3\t3\n1,4\t4')[2]).toEqual([1.4, 4]);
});

test('markers of missing values', () => {
  expect(rowsOf('a,b\n?,NA\n1,u\n2,u\n3,none')).toEqual([
    [null, null],
    [1, 'u'],
    [2, 'u'],
    [3, 'none'],
  ]);
  expect(rowsOf('a,b\nx,?\ny,-', { missing: ['-'] })).toEqual([
    ['x', '?'],
    ['y', null],
  ]);
});

test.each([
  ['', undefined, 'empty'],
  ['\n\n', undefined, 'empty'],
  ['a,b\n', undefined, 'no row'],
  ['a\n1\n2', 1, 'only one column'],
  ['a,,c\n1,2,3', 1, 'column 2 has no name'],
  ['a,b,a\n1,2,3', 1, 'columns 1 and 3 are both called "a"'],
  ['1,2\n3,4', 1, 'numbers, not column names'],
  ['a,b\n1,2\n"x\ny",3\n\n4\n', 6, 'one cell, but the header has 2'],
  ['a,b\n1,"2\n3,4', 2, 'not closed'],
  ['a,b\n1,2\n3,\0', 3, 'NUL'],
  ['%PDF-1.7\n', undefined, 'PDF'],
  ['PK\u0003\u0004rest', undefined, 'Excel'],
  ['<!DOCTYPE html>\n<p>a,b', undefined, 'web page'],
  [`${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join()}\n1`, 1, '10,000 columns; at most 1,000'],
])('%j is refused', (text, line, message) => {
  const error = errorOf(text);
  expect(error.message).toContain(message);
  expect(error.line).toBe(line);
});

test('a cell that is no number in a column told to be numeric', () => {
  const error = errorOf('a,b\n1,x\n\n2,y\nabc,z', { types: { a: 'numeric' } });
  expect(error).toMatchObject({ line: 5, column: 'a', message: 'line 5: "abc" in column a is not a number' });
  expect(errorOf('a,b\n1,2', { types: { z: 'numeric' } }).message).toContain('"z"');
});

test('what a spreadsheet writes is read back', () => {
  const cell = fc
    .stringMatching(/^[ -~\n]{0,6}$/)
    .filter((s) => s === s.trim() && s !== '?' && !/^(NA|N\/A|NaN|null|NULL)$/.test(s));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, newline) => {
        const text = Papa.unparse([['k', 'l', 'last'], ...rows.map((row) => [...row, 'end'])], {
          newline,
          quotes: true,
        });
        const types = { k: 'categorical', l: 'categorical' };
        expect(rowsOf(text, { types, delimiter: ',' })).toEqual(
          rows.map((row) => [...row.map((c) => c || null), 'end']),
        );
      },
    ),
  );
});

test('more different cells than are compared with one another make the same columns', () => {
  const n = 20_000;
  const lines = Array.from({ length: n }, (_, i) => `${i / 8},${i % 7000 === 0 ? '' : `n${i % 9000}`},"${i % 2}\r\n"`);
  const table = parseTable(`a,b,c\r\n${lines.join('\r\n')}`);
  const [a, b] = table.columns;
  expect(a).toMatchObject({ kind: 'numeric', values: Float64Array.from({ length: n }, (_, i) => i / 8) });
  expect(b.kind === 'categorical' && [b.levels.length, new Set(b.levels).size]).toEqual([9000, 9000]);
  for (const i of [0, 1, 6999, 7000, 9001, n - 1]) expect(valueAt(b, i)).toBe(i % 7000 === 0 ? null : `n${i % 9000}`);
  expect(errorOf(`a,b,c\r\n${lines.join('\r\n')}\r\n1,2`)).toMatchObject({ line: 2 * n + 2 });
});

test('a row longer than a piece is read whole', () => {
  const long = 'x'.repeat(5_000_000);
  const seen: number[] = [];
  const table = parseTable(`a,b\n"${long}",1\n"${long}\n",2\nshort,3`, {}, (fraction) => seen.push(fraction));
  expect(table.n).toBe(3);
  expect(seen).toEqual([...seen].sort((x, y) => x - y));
  expect(seen.at(-1)).toBe(1);
});

test('where some columns are wanted, the others may be called anything, and the first of a name counts', () => {
  expect(rowsOf('a,b,a,,c\n1,x,9,9,p\n2,y,9,9,q\n3,z,9,9,r', { columns: ['c', 'a'] })).toEqual([
    [1, 'p'],
    [2, 'q'],
    [3, 'r'],
  ]);
  expect(errorOf('a,b\n1,2', { columns: ['z'] }).message).toContain('no column "z"');
});

test('columns are found by name, rows taken by index', () => {
  const table = parseTable('a,b\n1,x\n2,y\n3,x');
  expect(() => findColumn(table, 'c')).toThrow('the columns are a, b');
  const some = takeRows(table, [2, 0]);
  expect(some.columns.map((c) => [valueAt(c, 0), valueAt(c, 1)])).toEqual([
    [3, 1],
    ['x', 'x'],
  ]);
});
