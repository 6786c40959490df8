import { expect, test } from 'vitest';
import { describeTable } from './describe';
import { parseTable } from './parse';
import { suggestProtected, suggestTarget } from './suggest';

const facts = (text: string) => describeTable(parseTable(text));

test('a column is described by its values, commonest first, and where it would be cut', () => {
  const [x, y] = facts('x,y\n1,b\n2,a\n3,a\n4,NA\n');
  expect(x).toMatchObject({ kind: 'numeric', distinct: 4, missing: 0 });
  expect(x.numbers).toMatchObject({ least: 1, most: 4 });
  expect(x.numbers!.bins.reduce((a, b) => a + b)).toBe(4);
  expect(y).toMatchObject({ kind: 'categorical', distinct: 2, missing: 1, numbers: null });
  expect(y.levels).toEqual([
    { value: 'a', count: 2 },
    { value: 'b', count: 1 },
  ]);
});

test('whole numbers are spread evenly over the bins of a histogram, and a cut stands between two', () => {
  const [x, y] = facts(`x,y\n${Array.from({ length: 200 }, (_, i) => `${i % 100},${i / 8}`).join('\n')}`);
  expect(x.numbers).toMatchObject({ whole: true, width: 4, bins: new Array(25).fill(8) });
  expect(y.numbers).toMatchObject({ whole: false });
  expect(y.numbers!.bins.reduce((a, b) => a + b)).toBe(200);
});

test('an empty column has no numbers to show', () => {
  expect(facts('x,y\n,a\n,b\n')[0]).toMatchObject({ distinct: 0, missing: 2, numbers: null });
});

test.each([
  ['sex,age,churn\nf,1,yes\nm,2,no\nf,3,no\n', 'churn'],
  ['label,a,b\n0,1,x\n1,2,y\n0,3,z\n', 'label'],
  ['a,b,c\n1,x,p\n2,y,q\n3,x,p\n', 'c'],
  [`a,target\n${Array.from({ length: 150 }, (_, i) => `${i % 9},t${i % 50}`).join('\n')}\n`, 'target'],
])('the target is guessed by its values, its name and its place', (text, target) => {
  expect(suggestTarget(facts(text))).toBe(target);
});

test('without a column of few values there is no target to guess', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i},${i / 7}`);
  expect(suggestTarget(facts(`a,b\n${rows.join('\n')}\n`))).toBeNull();
});

test('protected attributes are told by their names', () => {
  expect(suggestProtected(facts('Sex,wage,age_group,message,y\nf,1,a,x,0\nm,2,b,z,1\n'), 'y')).toEqual([
    'Sex',
    'age_group',
  ]);
});
