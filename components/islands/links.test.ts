import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ambiguity from '../ambiguity/state';
import * as balance from '../balance/state';
import * as cells from '../cells/state';
import * as diagram from '../diagram/state';
import * as dichotomies from '../dichotomies/state';
import * as explorer from '../explorer/shape';
import * as fairness from '../fairness/shape';
import * as growth from '../growth/shape';
import * as hashing from '../hashing/state';
import * as importance from '../importance/shape';
import * as lifting from '../lifting/state';
import * as oneVsRest from '../one-vs-rest/state';
import { figureOfHash } from '../permalink/fragment';
import { defaultsOf, linkTo, readLink, type StateOf, type StateShape } from '../permalink/state';
import * as race from '../race/state';
import * as recurrence from '../recurrence/state';
import * as ruleset from '../ruleset/shape';
import * as sampling from '../sampling/state';
import * as search from '../search/state';
import * as teaser from '../teaser/shape';
import * as threshold from '../threshold/state';
import * as verdicts from '../verdicts/shape';
import { figures } from './registry';

type Mend = (state: never) => { state: StateOf<StateShape>; refused: readonly string[] };

/** What a link may say to each figure, and how the figure mends what does not fit together. */
const readers: Record<string, { shape: StateShape; mend?: Mend }> = {
  teaser,
  dichotomies,
  recurrence,
  threshold,
  cells,
  lifting,
  balance,
  'one-vs-rest': oneVsRest,
  ambiguity,
  ruleset,
  growth,
  fairness,
  verdicts,
  importance,
  search,
  diagram,
  hashing: { shape: hashing.shape, mend: hashing.mendFor(700) },
  sampling,
  race,
  explorer,
};

/** What tells a parser from a good one. */
const HOSTILE = [
  '',
  ' ',
  '-0',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '9'.repeat(400),
  `0.${'0'.repeat(300)}1`,
  '٣',
  '１',
  '1.2.'.repeat(900),
  '1,'.repeat(2000),
  ':1'.repeat(1000),
  `${':1'.repeat(900)}x`,
  '\\'.repeat(999),
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '%',
  '%25%32%35',
  '%E0%A4%A',
  '\u0000',
  '\ud800',
  '\u202e',
  '{"a":[1]}',
  'null',
  'undefined',
  'true',
];

/** Without halves of characters, which no address can hold. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '�');

/** Of this text: as it is, or encoded several times over. */
const encoded = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.nat(3)).map(([plain, times]) => {
    let coded = wellFormed(plain);
    for (let i = 0; i < times; i++) coded = encodeURIComponent(coded);
    return coded;
  });

const decimalText = fc.tuple(fc.nat(2000), fc.nat(9)).map(([a, digits]) => String(a / 10 ** digits));
const listText = fc.array(fc.integer({ min: -3, max: 600 }), { maxLength: 70 }).map((list) => list.join('.'));

const values = encoded(
  fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.integer().map(String),
    decimalText,
    listText,
  ),
);

/** Pairs for a figure: mostly keys that it knows, with what they may be, and with what they may not. */
function pairsFor(shape: StateShape) {
  const keys = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...Object.keys(shape)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'v', 'fig', '', 'prototype'),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
  const pair = fc.tuple(keys, values).map(([key, value]) => `${encodeURIComponent(wellFormed(key))}=${value}`);
  return fc.array(pair, { maxLength: 12 }).map((pairs) => pairs.join('&'));
}

/** A link as it may reach a figure: whole, cut short, or said twice. */
const linkFor = (slug: string, shape: StateShape) =>
  fc
    .tuple(fc.constantFrom('#v=1&', '#v=2&', '#'), pairsFor(shape), fc.option(fc.nat(400), { freq: 4 }))
    .map(([start, pairs, cut]) => `${start}fig=${slug}&${pairs}`.slice(0, cut === null ? undefined : 40 + cut));

test('every figure is here', () => {
  expect(Object.keys(readers).sort()).toEqual(Object.keys(figures).sort());
});

describe.each(Object.entries(readers))('a link to %s', (slug, { shape, mend }) => {
  test('of any kind gives a state that the figure knows, and says what it refused', () => {
    fc.assert(
      fc.property(linkFor(slug, shape), (link) => {
        const read = readLink(slug, shape, link);
        if (read === null) return;
        expect(Object.getPrototypeOf(read.state)).toBe(Object.prototype);
        expect(Object.keys(read.state)).toEqual(Object.keys(shape));
        for (const key of read.refused)
          if (Object.hasOwn(shape, key)) expect(read.state[key]).toBe(shape[key].fallback);
        // What was taken is what the address bar will say: read again, it is the same and nothing is refused.
        expect(readLink(slug, shape, linkTo(slug, shape, read.state))).toEqual({ state: read.state, refused: [] });
        if (!mend) return;
        const mended = mend(read.state as never);
        expect(Object.keys(mended.state)).toEqual(Object.keys(shape));
        expect(mend(mended.state as never)).toEqual({ state: mended.state, refused: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test('restores its default', () => {
    const state = defaultsOf(shape);
    expect(mend?.(state as never) ?? { state, refused: [] }).toEqual({ state, refused: [] });
  });
});

test('noise is a link to nobody, or to somebody by name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
      const slug = figureOfHash(`#${noise}`);
      expect(slug === undefined || typeof slug === 'string').toBe(true);
      expect(figureOfHash(`#fig=teaser&${'x'.repeat(9000)}${noise}`)).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
});
