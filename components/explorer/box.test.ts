import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countIn, placesIn, readBox, writeBox } from './box';

test('a rectangle in a link comes back, and nonsense is none', () => {
  const end = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((value) => +value.toPrecision(5));
  fc.assert(
    fc.property(fc.tuple(end, end, end, end), ([a, b, c, d]) => {
      fc.pre(a !== b && c !== d);
      const box = { x: [Math.min(a, b), Math.max(a, b)], y: [Math.min(c, d), Math.max(c, d)] } as const;
      expect(readBox(writeBox(box))).toEqual({ x: box.x.map((v) => v + 0), y: box.y.map((v) => v + 0) });
    }),
  );
  for (const text of ['', ':', '1:2:3', '1:2:3:4:5', '2:1:3:4', '1:2:3:x', '1:2::4', '1:2:3:Infinity', '1:1:3:4'])
    expect(readBox(text)).toBeNull();
});

test('points are in a rectangle with its edges', () => {
  const points = { x: Float64Array.of(0, 1, 2, 3), y: Float64Array.of(0, 1, 2, 3) };
  const box = { x: [1, 2], y: [0, 2] } as const;
  expect([...placesIn(box, points, Uint32Array.of(3, 2, 1))]).toEqual([2, 1]);
  expect(countIn(box, points, 4)).toBe(2);
  expect(countIn(box, points, 2)).toBe(1);
});
