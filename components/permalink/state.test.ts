import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalBetween } from '../controls/decimal-slider';
import {
  choice,
  decimal,
  defaultsOf,
  integer,
  integers,
  linkTo,
  optionalInteger,
  readLink,
  ruleSet,
  text,
} from './state';

const shape = {
  lambda: decimal(0.0001, 1, '0.01'),
  data: choice(['hmda', 'votes'], 'hmda'),
  rules: integer(1, 200, 60),
  person: optionalInteger(0, 2379),
  model: integers(0, 59, 10, [3, 7]),
  name: text(20, ''),
};

const states = fc.record({
  lambda: fc.constantFrom('0.01', '0.02', '1', '0.0001', '0.5'),
  data: fc.constantFrom('hmda', 'votes'),
  rules: fc.integer({ min: 1, max: 200 }),
  person: fc.option(fc.integer({ min: 0, max: 2379 })),
  model: fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 10 }),
  name: fc.string({ maxLength: 20 }),
});

const models = { model: ruleSet(60, 4) };

test('names a model by ascending rules only', () => {
  expect(readLink('f', models, '#v=1&fig=f&model=1.4.59')?.state.model).toEqual([1, 4, 59]);
  for (const text of ['0.0.0', '4.1', '1.60', '1.2.3.4.5']) {
    expect(readLink('f', models, `#v=1&fig=f&model=${text}`)?.refused).toEqual(['model']);
  }
});

test('what may be typed may stand in a link', () => {
  const check = decimalBetween(0, 1, 'ε');
  const shape = { epsilon: decimal(0, 1, '0.5') };
  fc.assert(
    fc.property(fc.stringMatching(/^\s?\d{0,7}\.?\d{0,13}\s?$/), (typed) => {
      const refused = readLink('f', shape, linkTo('f', shape, { epsilon: typed.trim() }))?.refused;
      expect(refused).toEqual(check(typed) === null || typed.trim() === '0.5' ? [] : ['epsilon']);
    }),
  );
});

describe('a link', () => {
  test('restores every state exactly', () => {
    fc.assert(
      fc.property(states, (state) => {
        const read = readLink('figure', shape, linkTo('figure', shape, state as never));
        expect(read).toEqual({ state, refused: [] });
      }),
    );
  });

  test('leaves defaults out', () => {
    expect(linkTo('figure', shape, defaultsOf(shape))).toBe('#v=1&fig=figure');
  });

  test('of another figure is not read', () => {
    expect(readLink('figure', shape, '#v=1&fig=other&lambda=0.02')).toBeNull();
    expect(readLink('figure', shape, '#a-heading')).toBeNull();
    expect(readLink('figure', shape, '')).toBeNull();
  });

  test.each([
    ['lambda=0', 'lambda'],
    ['lambda=-1', 'lambda'],
    ['lambda=1e9', 'lambda'],
    ['data=unknown', 'data'],
    ['rules=1000000000', 'rules'],
    ['rules=2.5', 'rules'],
    ['person=99999', 'person'],
    ['model=1.2.', 'model'],
    ['model=1.99', 'model'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
    [`name=${'x'.repeat(21)}`, 'name'],
  ])('with %s falls back and says so', (pair, key) => {
    expect(readLink('figure', shape, `#v=1&fig=figure&${pair}`)).toEqual({
      state: defaultsOf(shape),
      refused: [key],
    });
  });

  test('of another version, cut in half or full of noise never throws', () => {
    expect(readLink('figure', shape, '#v=9&fig=figure')?.refused).toEqual(['v']);
    fc.assert(
      fc.property(fc.string(), fc.nat(60), (noise, cut) => {
        readLink('figure', shape, `#v=1&fig=figure&${noise}`);
        readLink('figure', shape, '#v=1&fig=figure&lambda=0.02&model=1.2.3&rules=12'.slice(0, cut));
        expect(Object.keys(readLink('figure', shape, `#fig=figure&${noise}`)?.state ?? defaultsOf(shape))).toEqual(
          Object.keys(shape),
        );
      }),
    );
  });
});
