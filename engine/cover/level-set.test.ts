import { expect, test } from 'vitest';
import { type Grid, positiveRings } from './level-set';

const sample = (columns: number, rows: number, f: (x: number, y: number) => number): Grid => ({
  columns,
  rows,
  values: Array.from({ length: columns * rows }, (_, i) => f(i % columns, Math.floor(i / columns))),
});

/** Signed area: positive for a ring that has its inside on the left. */
const area = (ring: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]];
    sum += ring[i] * y - x * ring[i + 1];
  }
  return sum / 2;
};
const total = (rings: readonly number[][]): number => rings.reduce((sum, ring) => sum + area(ring), 0);

test('nothing, everything', () => {
  expect(positiveRings(sample(5, 4, () => -1))).toEqual([]);
  const whole = positiveRings(sample(5, 4, () => 1));
  expect(whole).toHaveLength(1);
  expect(total(whole)).toBeCloseTo(12);
});

test('a half plane is cut straight', () => {
  const rings = positiveRings(sample(11, 7, (x, y) => x + 2 * y - 8.5));
  expect(rings).toHaveLength(1);
  // the corner beyond x + 2y = 8.5 of the 10 × 6 board
  const inside = (x: number, y: number) => (x + 2 * y > 8.5 ? 1 : 0);
  let share = 0;
  for (let x = 0; x < 1000; x++) for (let y = 0; y < 600; y++) share += inside((x + 0.5) / 100, (y + 0.5) / 100);
  expect(total(rings)).toBeCloseTo(share / 1e4, 1);
  for (let i = 0; i < rings[0].length; i += 2) {
    const [x, y] = [rings[0][i], rings[0][i + 1]];
    const border = x === 0 || y === 0 || x === 10 || y === 6;
    expect(border || Math.abs(x + 2 * y - 8.5) < 1e-9).toBe(true);
  }
});

test('a disc, its complement, a ring with a hole', () => {
  const disc = positiveRings(sample(61, 61, (x, y) => 400 - (x - 30) ** 2 - (y - 30) ** 2));
  expect(disc).toHaveLength(1);
  expect(total(disc) / (400 * Math.PI)).toBeCloseTo(1, 2);
  const complement = positiveRings(sample(61, 61, (x, y) => (x - 30) ** 2 + (y - 30) ** 2 - 400));
  expect(complement).toHaveLength(2);
  expect(total(complement)).toBeCloseTo(3600 - total(disc), 6);
  const annulus = positiveRings(
    sample(61, 61, (x, y) => {
      const square = (x - 30) ** 2 + (y - 30) ** 2;
      return (625 - square) * (square - 225);
    }),
  );
  expect(annulus.map((ring) => Math.sign(area(ring))).sort()).toEqual([-1, 1]);
  expect(total(annulus) / (400 * Math.PI)).toBeCloseTo(1, 1);
});

test('saddles: every ring closes, and the area is between the corners', () => {
  const rings = positiveRings(sample(20, 20, (x, y) => ((x + y) % 2 ? 1 : -0.9)));
  for (const ring of rings) expect(ring.length).toBeGreaterThanOrEqual(6);
  const opposite = positiveRings(sample(20, 20, (x, y) => ((x + y) % 2 ? -1 : 0.9)));
  expect(total(rings)).toBeGreaterThan(total(opposite));
  expect(total(rings) + total(opposite)).toBeCloseTo(19 * 19, 6);
});
