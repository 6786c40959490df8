import { expect, test } from 'vitest';
import { parseTable } from '../data/parse';
import { mine } from './mine';
import { pinRules } from './pin';

const rows = Array.from({ length: 40 }, (_, i) => `${i},${'abcd'[i % 4]},${i % 3 === 0 || i > 30 ? 'yes' : 'no'}`);
const table = parseTable(`age,job,left\n${rows.join('\n')}\n`);
const mined = await mine(table, { target: 'left', positive: 'yes', rules: 5 });

test('a rule of one’s own comes first, the worst gives way, and it is described like the others', () => {
  const literals = [
    { column: 'age', op: '>', value: 30 },
    { column: 'job', op: '≠', value: 'a' },
  ] as const;
  const { rules, instance } = pinRules(mined, table, [literals], 5);
  expect(instance.rules.map(({ name }) => name)).toEqual([
    'age>30 ∧ job≠a',
    ...mined.instance.rules.slice(0, 4).map(({ name }) => name),
  ]);
  expect(rules[0]).toEqual({ literals, captured: 7, positives: 7 });
  expect(rules).toHaveLength(5);
});

test('a rule that is there already moves to the front once', () => {
  const { rules } = pinRules(mined, table, [mined.rules[3].literals, mined.rules[3].literals], 5);
  expect(rules[0]).toEqual(mined.rules[3]);
  expect(rules).toHaveLength(5);
  expect(new Set(rules).size).toBe(5);
});

test('a rule that tells nobody apart is left out', () => {
  const nobody = [{ column: 'age', op: '>', value: 1000 }] as const;
  const everybody = [{ column: 'age', op: '≤', value: 1000 }] as const;
  expect(pinRules(mined, table, [nobody, everybody], 5)).toEqual(mined);
});
