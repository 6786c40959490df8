import { expect, test } from 'vitest';
import { defaultsOf } from '../permalink/state';
import { shape } from './state';
import { degreesAt, END, familyOf, momentOf, momentOfParent, momentOfTurn, STAGE } from './story';

const family = familyOf(defaultsOf(shape).points);

test('the family of the default: 14 parents, 8 of them split, 22 children', () => {
  expect([family.parents.length, family.split]).toEqual([14, 8]);
  expect(family.parents.map(({ children }) => children.length)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
});

test('the story only grows, and ends with everything told', () => {
  let told = 0;
  for (let at = 0; at <= END; at += 10) {
    const { listed, met, forked, single, focus } = momentOf(at, family);
    expect(listed + met + forked + single).toBeGreaterThanOrEqual(told);
    told = listed + met + forked + single;
    if (focus !== null) expect(family.parents[focus]).toBeDefined();
  }
  expect(momentOf(END, family)).toMatchObject({ listed: 14, met: 8, forked: 8, single: 6 });
});

test('a parent that is picked is the one in focus', () => {
  for (const at of [0, END])
    family.parents.forEach((_, place) => {
      expect(momentOf(momentOfParent(place, at, family), family).focus).toBe(place);
    });
});

test('the direction of the turning line is kept', () => {
  for (let degrees = 0; degrees < 360; degrees += 7) {
    const at = momentOfTurn(degrees, family);
    expect(Math.floor(at / STAGE)).toBe(2);
    expect(Math.cos(((degreesAt(at, family) - degrees) * Math.PI) / 180)).toBeCloseTo(1, 3);
  }
});

test('a new point on an old one splits nothing', () => {
  const twin = familyOf([200, 200, 600, 300, 400, 600, 200, 200]);
  expect(twin.split).toBe(0);
  expect(momentOf(END, twin)).toMatchObject({ met: 0, forked: 0, single: 8, focus: null });
  expect(momentOf(2.5 * STAGE, twin).focus).toBeNull();
});
