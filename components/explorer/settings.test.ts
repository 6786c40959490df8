import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDataset } from '../../engine/data/catalogue';
import { parseTable } from '../../engine/data/parse';
import { defaultsOf } from '../permalink/state';
import { readCuts, readNames, settle, writeCuts, writeNames } from './settings';
import { BY_DEFAULT, shape } from './shape';

describe('column names in a link', () => {
  test('come back as they were, whatever they are', () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom('a', ',', '\\', ':', '=', ' ', 'ß') });
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(readNames(writeNames(names))).toEqual(names);
      }),
    );
  });

  test('are not taken for the default', () => {
    expect(writeNames([BY_DEFAULT])).not.toBe(BY_DEFAULT);
    expect(readNames(writeNames([BY_DEFAULT]))).toEqual([BY_DEFAULT]);
  });
});

test('cut points come back, also those of columns with colons and commas in their names', () => {
  const cuts = {
    age: { kind: 'points', at: [25, 40.5] },
    'a:1,b': { kind: 'points', at: [-3, 1e-7] },
  } as const;
  expect(readCuts(writeCuts(cuts))).toEqual(cuts);
  expect(readCuts('age:x,b,:3,c:1e999x')).toEqual({ '': { kind: 'points', at: [3] } });
});

describe('settings', () => {
  const dataset = findDataset('german-credit')!;
  const table = parseTable('age,class,job\n20,bad,x\n30,good,y\n40,good,x\n');
  const settled = (patch: object) => settle({ ...defaultsOf(shape), ...patch }, dataset, table);

  test('are the default ones of the data set', () => {
    const { mining, lambda, groups, notes } = settle(defaultsOf(shape), dataset, null);
    expect(mining).toMatchObject({ target: 'class', positive: 'bad', ...dataset.mining });
    expect(lambda).toBe(dataset.lambda);
    expect(groups?.names[0]).toBe('borrowers of 25 or younger');
    expect(notes).toEqual([]);
  });

  test('pass over columns that are not there, and say so', () => {
    const { mining, notes } = settled({ without: 'ghost,age', target: 'phantom', group: 'ghost=1' });
    expect(mining.exclude).toEqual(['age']);
    expect(mining.target).toBe('class');
    expect(notes).toHaveLength(3);
  });

  test('never leave out the target', () => {
    expect(settled({ without: 'class,job' }).mining.exclude).toEqual(['job']);
  });
});
