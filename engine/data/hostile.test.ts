import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InstanceError, parseInstance } from '../ers/instance';
import { decodeText } from './decode';
import { describeTable } from './describe';
import { inspectTable } from './inspect';
import { guessPositive, labelledRows, labelsOf } from './labels';
import { parseTable } from './parse';
import { suggestProtected, suggestTarget } from './suggest';
import { DataError, type Table, valueAt } from './table';

/** Longest that a small file may take. */
const MOST_MS = 1000;

/** Reads bytes as the explorer does, and looks at all that it looks at; a DataError is an answer, too. */
function explore(bytes: Uint8Array<ArrayBuffer>): Table | DataError {
  const began = performance.now();
  try {
    const table = parseTable(decodeText(bytes));
    const facts = describeTable(table);
    const target = suggestTarget(facts) ?? table.columns[0].name;
    suggestProtected(facts, target);
    const known = labelledRows(table, target);
    inspectTable(known, target, labelsOf(known, target, guessPositive(known, target)));
    return table;
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  } finally {
    expect(performance.now() - began).toBeLessThan(MOST_MS);
  }
}

/** What was read is rectangular, and every cell is a finite number, a text or missing. */
function expectSound(result: Table | DataError): void {
  if (result instanceof DataError) {
    expect(result.message.length).toBeGreaterThan(10);
    return;
  }
  expect(new Set(result.columns.map(({ name }) => name)).size).toBe(result.columns.length);
  for (const column of result.columns) {
    expect((column.kind === 'numeric' ? column.values : column.codes).length).toBe(result.n);
    for (let row = 0; row < result.n; row++) {
      const value = valueAt(column, row);
      expect(value === null || typeof value === 'string' || Number.isFinite(value)).toBe(true);
    }
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'yes',
    'no',
    'NA',
    '"',
    '""',
    '"a,b"',
    '"a\nb"',
    "'",
    '=1+1',
    '@SUM(A1)',
    '-',
    '1,5',
    '1.5',
    '1e308',
  ),
  fc.constantFrom(
    '9'.repeat(60),
    '1e999',
    '-0',
    '0x1f',
    '2024-02-30',
    '31/12/99',
    '<b>x</b>',
    '__proto__',
    '\ufeff',
    '\u202e',
  ),
  fc.integer().map(String),
  fc.double().map(String),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const header = fc.array(
  fc.oneof(fc.constantFrom('age', 'sex', 'hired', '__proto__', 'constructor', 'a"b', ' a '), cell),
  { maxLength: 6 },
);

/** Something that was meant for a table: even or not, with any delimiter and line ends. */
const tables = fc
  .record({
    header,
    rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|', ' '),
    end: fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    even: fc.boolean(),
  })
  .map(({ header, rows, delimiter, end, even }) =>
    [header, ...rows]
      .map((row) => (even ? Array.from({ length: Math.max(2, header.length) }, (_, i) => row[i] ?? `c${i}`) : row))
      .map((row) => row.join(delimiter))
      .join(end),
  );

const damage = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 4 });

function damaged(bytes: Uint8Array<ArrayBuffer>, changes: readonly (readonly [number, number])[]) {
  const copy = bytes.slice();
  for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
  return copy;
}

describe('a file from anywhere', () => {
  test('that is no text at all is read or refused in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => expectSound(explore(Uint8Array.from(bytes)))),
      { numRuns: 2000 },
    );
  });

  test('that was meant for a table is read or refused in words', () => {
    let read = 0;
    fc.assert(
      fc.property(tables, damage, fc.option(fc.nat(300), { freq: 3 }), (text, changes, cut) => {
        const bytes = damaged(utf8(text), changes);
        const result = explore(cut === null ? bytes : bytes.slice(0, cut));
        if (!(result instanceof DataError)) read++;
        expectSound(result);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  test('that is made to take for ever does not', () => {
    const long = 20_000;
    for (const text of [
      '"'.repeat(long),
      'a,b\n"'.repeat(long / 5),
      ','.repeat(long),
      'a,b\n'.concat('\n'.repeat(long)),
      `a,b\n${'9'.repeat(long)},1\n`,
      `a,b\n${'1,'.repeat(long)}`,
      `a;b\n${'1.000.'.repeat(2000)}x;1\n`,
      `a;b\n${`${'1'.repeat(300)}e${'1'.repeat(300)};1\n`.repeat(30)}`,
      `${Array.from({ length: 999 }, (_, i) => `c${i}`).join()}\n`.repeat(10),
    ])
      expectSound(explore(utf8(text)));
  });
});

/** The small parts of which an instance file is made, and what does not belong there. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, 1.5, '', '01', '0110', '２', '__proto__'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('n', 'labels', 'rules', 'name', 'captured', 'weights', '__proto__'), tie('value')),
  ),
})).value;

const bits = (n: number) => fc.string({ unit: fc.constantFrom('0', '1'), minLength: n, maxLength: n });

/** An instance as it should be, in which some things are replaced. */
const nearly = fc.nat({ max: 6 }).chain((n) =>
  fc
    .record({
      n: fc.constant(n),
      labels: bits(n),
      rules: fc.array(fc.record({ name: fc.string(), captured: bits(n) }), { maxLength: 4 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
    })
    .chain((instance) =>
      fc
        .tuple(fc.option(fc.constantFrom('n', 'labels', 'rules', 'weights')), json)
        .map(([key, value]) => (key === null ? instance : { ...instance, [key]: value })),
    ),
);

describe('an instance file from anywhere', () => {
  /** Reads it, or says what is wrong and, when it is no JSON, where. */
  function read(text: string): boolean {
    const began = performance.now();
    try {
      const { n, labels, rules } = parseInstance(text);
      expect(n).toBeGreaterThan(0);
      for (const set of [labels, ...rules.map(({ captured }) => captured)]) expect(set.length).toBe(Math.ceil(n / 32));
      return true;
    } catch (error) {
      if (!(error instanceof InstanceError)) throw error;
      expect(error.message.length).toBeLessThan(200);
      if (error.message.startsWith('not JSON')) expect(error.line).toBeGreaterThan(0);
      return false;
    } finally {
      expect(performance.now() - began).toBeLessThan(MOST_MS);
    }
  }

  test('is read or refused in words', () => {
    let good = 0;
    fc.assert(
      fc.property(fc.oneof(nearly, json), damage, (value, changes) => {
        const text = JSON.stringify(value);
        if (read(text)) good++;
        read(new TextDecoder().decode(damaged(utf8(text), changes)));
      }),
      { numRuns: 3000 },
    );
    expect(good).toBeGreaterThan(100);
  });

  test('is refused however deep it is, and however much it claims to hold', () => {
    const deep = 200_000;
    for (const text of [
      '['.repeat(deep),
      '['.repeat(deep) + ']'.repeat(deep),
      '{"a":'.repeat(deep),
      `{"n":${'['.repeat(deep)}${']'.repeat(deep)}}`,
      '{"n":9007199254740991,"labels":"","rules":[]}',
      `{"n":1,"labels":"${'1'.repeat(deep)}","rules":[]}`,
      `{"n":${'9'.repeat(deep)},"labels":"","rules":[]}`,
      `{"n":1,"labels":"1","rules":${'x'.repeat(deep)}}`,
    ])
      expect(read(text)).toBe(false);
  });
});
