import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasBit } from '../../engine/bits/bitset';
import { captureAll, type Literal, type Operator } from '../../engine/data/literals';
import { type Column, type Table, valueAt } from '../../engine/data/table';
import { ruleWords } from '../../engine/rules/words';
import { writeEnglish } from './english';

const TESTS: Readonly<Record<string, Operator>> = {
  'is on or before': '≤',
  'is at most': '≤',
  'is after': '>',
  'is above': '>',
  'is not': '≠',
  is: '=',
};

const WORD = /“(?:[^”\\]|\\.)*”|(?:(?! is | and |, ).)+/su;
const CONDITION = new RegExp(
  `(${WORD.source}) (${Object.keys(TESTS).join('|')}) (${WORD.source})(?:, and |, | and |$)`,
  'gsu',
);

const unquote = (word: string): string =>
  word.startsWith('“') ? word.slice(1, -1).replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)) : word;

/** Reads the sentence as somebody does who has only it and the table. */
function readEnglish(text: string, { columns }: Table): Literal[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('- '));
  return lines.map((line) => {
    const found = [...line.slice(2).matchAll(CONDITION)];
    expect(found.map(([whole]) => whole).join('')).toBe(line.slice(2));
    return found.map(([, name, is, value]): Literal => {
      const column = columns.find((known) => known.name === unquote(name))!;
      const told = column.kind === 'numeric' && !column.dates ? Number(value) : unquote(value);
      return { column: column.name, op: TESTS[is], value: value === 'missing' ? null : told };
    });
  });
}

type Cell = ReturnType<typeof valueAt>;

const MEETS: Readonly<Record<Operator, (cell: NonNullable<Cell>, value: NonNullable<Cell>) => boolean>> = {
  '≤': (cell, value) => cell <= value,
  '>': (cell, value) => cell > value,
  '=': (cell, value) => cell === value,
  '≠': (cell, value) => cell !== value,
};

const meets = (cell: Cell, { op, value }: Literal): boolean =>
  cell === null || value === null ? cell === value : MEETS[op](cell, value);

/** Names and levels made of what sentences are made of. */
const PIECES = ['a', 'job', ' ', ' and ', 'or', ' is ', 'not ', 'missing', '“', '”', '"', ', ', '\n', '\\', '- ', '5'];
const odd = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(...PIECES) });

const ROWS = 12;
const gaps = <T>(value: fc.Arbitrary<T>, gap: T) =>
  fc.array(fc.oneof({ weight: 4, arbitrary: value }, fc.constant(gap)), { minLength: ROWS, maxLength: ROWS });
const numbers = gaps(fc.constantFrom(-2, 0, 0.1, 1e-7, 3, 1e21), Number.NaN).map((values) => Float64Array.from(values));
const days = gaps(fc.integer({ min: -9000, max: 30_000 }), Number.NaN).map((values) => Float64Array.from(values));
const shapes: fc.Arbitrary<(name: string) => Column> = fc.oneof(
  numbers.map(
    (values) =>
      (name: string): Column => ({ kind: 'numeric', name, values }),
  ),
  days.map(
    (values) =>
      (name: string): Column => ({
        kind: 'numeric',
        name,
        values,
        dates: { order: 'ymd', ambiguous: false },
      }),
  ),
  fc.tuple(fc.uniqueArray(odd, { minLength: 3, maxLength: 3 }), gaps(fc.nat(2), -1)).map(
    ([levels, codes]) =>
      (name: string): Column => ({
        kind: 'categorical',
        name,
        levels,
        codes: Int32Array.from(codes),
      }),
  ),
);
const tables = fc
  .tuple(fc.uniqueArray(odd, { minLength: 3, maxLength: 3 }), fc.tuple(shapes, shapes, shapes))
  .map(([names, make]): Table => ({ n: ROWS, columns: names.map((name, i) => make[i](name)) }));

/** A condition about the value of a row, or that it is missing. */
function literalOf(column: Column, row: number, second: boolean): Literal {
  const value = valueAt(column, row);
  if (value === null) return { column: column.name, op: '=', value };
  const ops: Operator[] = column.kind === 'numeric' ? ['≤', '>'] : ['=', '≠'];
  return { column: column.name, op: ops[Number(second)], value };
}

test('the sentence says what the engine says, whatever columns and values are called', () => {
  const choice = fc.tuple(fc.nat(2), fc.nat(ROWS - 1), fc.boolean());
  const choices = fc.array(fc.array(choice, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(tables, choices, (table, chosen) => {
      const rules = chosen.map((rule) =>
        rule.map(([column, row, second]) => literalOf(table.columns[column], row, second)),
      );
      const text = writeEnglish(
        rules.map((rule) => ruleWords(rule)),
        { yes: 'yes', no: 'no' },
      );
      const read = readEnglish(text, table);
      expect(read).toEqual(rules);
      const captured = rules.map((rule) => captureAll(table, rule));
      for (let row = 0; row < table.n; row++) {
        const cell = (name: string) => valueAt(table.columns.find((column) => column.name === name)!, row);
        const said = read.some((rule) => rule.every((literal) => meets(cell(literal.column), literal)));
        expect(said).toBe(captured.some((bits) => hasBit(bits, row)));
      }
    }),
    { numRuns: 300 },
  );
});
