import { describe, expect, test } from 'vitest';
import { parseTable } from '../data/parse';
import { ruleName } from './mine';
import { readLiteral, readRule } from './read-rule';

describe('a condition as text', () => {
  const table = parseTable('age,age=1,sex\n1,2,f\n2,3,m\n3,5,f\n');
  test.each([
    ['sex=f', { column: 'sex', op: '=', value: 'f' }],
    ['age≤2', { column: 'age', op: '≤', value: 2 }],
    ['age=1>3', { column: 'age=1', op: '>', value: 3 }],
    ['sex=x', null],
    ['sex>f', null],
    ['age≤', null],
    ['age≤old', null],
    ['ghost=1', null],
    ['', null],
  ])('%s', (text, literal) => {
    expect(readLiteral(text, table)).toEqual(literal);
  });
});

test('the name of a rule gives the rule', () => {
  const table = parseTable('a b,since,sex\n1,2020-01-31,f\n-2,2021-02-03,m\n,,\n3,2022-03-04,f\n');
  const rule = [
    { column: 'a b', op: '≤', value: -0.5 },
    { column: 'since', op: '>', value: '2020-12-31' },
    { column: 'sex', op: '=', value: null },
  ] as const;
  expect(readRule(ruleName(rule), table)).toEqual(rule);
  expect(readRule('sex=f ∧ ghost=1', table)).toBeNull();
  expect(readRule('', table)).toBeNull();
});
