import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPoints } from './bins';
import { type DateOrder, formatDate, guessDates, readDate } from './dates';
import { describeTable } from './describe';
import { captureOne, literalName, literalsOf } from './literals';
import { parseTable } from './parse';
import { DataError, type NumericColumn, valueAt } from './table';

const day = (text: string): number => readDate(text, 'ymd')!;

test.each<[string, DateOrder, string | null]>([
  ['2020-02-29', 'ymd', '2020-02-29'],
  ['2020/2/9', 'ymd', '2020-02-09'],
  ['20200229', 'ymd', '2020-02-29'],
  ['2020-02-29T23:59:59.123Z', 'ymd', '2020-02-29'],
  ['2020-02-29 11:05 PM', 'ymd', '2020-02-29'],
  ['31.12.1969', 'dmy', '1969-12-31'],
  ['1/2/2003', 'dmy', '2003-02-01'],
  ['1/2/2003', 'mdy', '2003-01-02'],
  ['1/2/69', 'mdy', '2069-01-02'],
  ['1/2/70', 'mdy', '1970-01-02'],
  ['0001-01-01', 'ymd', '0001-01-01'],
  ['2021-02-29', 'ymd', null],
  ['31.4.2020', 'dmy', null],
  ['13/13/2020', 'mdy', null],
  ['2020-02/29', 'ymd', null],
  ['yesterday', 'ymd', null],
  ['', 'dmy', null],
])('%j as %s is %s', (text, order, iso) => {
  const days = readDate(text, order);
  expect(days === null ? null : formatDate(days)).toBe(iso);
});

test('every day is read as it was written, and texts compare as days do', () => {
  const days = fc.integer({ min: -700_000, max: 2_900_000 });
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(readDate(formatDate(a), 'ymd')).toBe(a);
      expect(formatDate(a) < formatDate(b)).toBe(a < b);
    }),
  );
});

test.each<[string[], ReturnType<typeof guessDates>]>([
  [['2020-01-02', '2020/03/04'], { order: 'ymd', ambiguous: false }],
  [['1.2.2020', '3.4.2020'], { order: 'dmy', ambiguous: false }],
  [['1/2/2020', '3/4/2020'], { order: 'mdy', ambiguous: true }],
  [['1-2-2020', '3-4-2020'], { order: 'dmy', ambiguous: true }],
  [['1/1/2020', '2/2/2020'], { order: 'mdy', ambiguous: false }],
  [['1/2/2020', '13/4/2020'], { order: 'dmy', ambiguous: false }],
  [['1/2/2020', '4/13/2020'], { order: 'mdy', ambiguous: false }],
  [['13/2/2020', '4/13/2020'], null],
  [['1/2/20', '3/4/20'], null],
  [['2020-01-02', 'later'], null],
  [['2020', '2021'], null],
  [[], null],
])('%j are written as %j', (cells, format) => {
  expect(guessDates(cells)).toEqual(format);
});

const TABLE = parseTable('since,y\n03/04/2020,a\n,b\n12/31/2021,a\n01/01/2022,b\n07/15/2019,a');

test('a column of dates is days, cut at readable ends, and compared as it is written', () => {
  const [since] = TABLE.columns as NumericColumn[];
  expect(since.dates).toEqual({ order: 'mdy', ambiguous: false });
  expect([0, 1, 2].map((row) => valueAt(since, row))).toEqual(['2020-03-04', null, '2021-12-31']);
  expect(literalsOf(since, { cuts: [day('2020-12-31')] }).map(literalName)).toEqual([
    'since≤2020-12-31',
    'since>2020-12-31',
  ]);
  expect([...captureOne(TABLE, { column: 'since', op: '>', value: '2021-12-31' })]).toEqual([0b01000]);
  expect(() => captureOne(TABLE, { column: 'since', op: '>', value: 'later' })).toThrow('of dates');
  expect(describeTable(TABLE)[0]).toMatchObject({
    distinct: 4,
    missing: 1,
    dates: since.dates,
    numbers: { least: day('2019-07-15'), most: day('2022-01-01') },
  });
});

test('quantiles of days move to the end of a year or month that is near, equal widths to whole days', () => {
  const values = Float64Array.from({ length: 2000 }, (_, i) => day('2015-03-10') + i);
  const cuts = cutPoints({ values, dates: { order: 'ymd', ambiguous: false } }, { kind: 'quantile', cuts: 3 });
  expect(cuts.map(formatDate)).toEqual(['2016-07-31', '2017-11-30', '2019-03-31']);
  for (const cut of cutPoints({ values, dates: { order: 'ymd', ambiguous: false } }, { kind: 'width', cuts: 4 }))
    expect(Number.isInteger(cut)).toBe(true);
});

test('the type may be told: another order, levels, or numbers that are dates', () => {
  const told = (text: string, type: DateOrder | 'categorical') => parseTable(text, { types: { d: type } }).columns[0];
  expect(valueAt(told('d,y\n1/2/2020,a\n3/4/2020,b', 'dmy'), 0)).toBe('2020-02-01');
  expect(told('d,y\n1/2/2020,a\n3/4/2020,b\n5/6/2020,b', 'categorical').kind).toBe('categorical');
  expect(valueAt(told('d,y\n20200102,a\n20200304,b', 'ymd'), 1)).toBe('2020-03-04');
  let error: unknown;
  try {
    told('d,y\n1/2/2020,a\n\n1/13/2020,b', 'dmy');
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(DataError);
  expect(error).toMatchObject({ line: 4, column: 'd', message: 'line 4: "1/13/2020" in column d is not a date' });
});

test('two different dates are two levels', () => {
  expect(parseTable('d,y\n2020-01-01,a\n2021-01-01,b').columns[0].kind).toBe('categorical');
});
