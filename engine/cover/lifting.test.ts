import { expect, test } from 'vitest';
import { createRandom } from '../random';
import { separableChance } from './chance';
import { evaluatePolynomial, featureCount, liftAndSeparate, liftPoints } from './lifting';
import { labelledPoints, type Pattern } from './patterns';
import { separable } from './separable';
import { coinLabels } from './threshold';
import { wilson } from './trials';

const leastDegree = (pattern: Pattern, count: number, seed: number) => {
  const { points, labels } = labelledPoints(pattern, count, seed);
  for (let degree = 0; ; degree++) if (liftAndSeparate(points, labels, degree).polynomial) return degree;
};

test('3, 6, 10, 15 features', () => {
  expect([1, 2, 3, 4].map(featureCount)).toEqual([3, 6, 10, 15]);
  expect(liftPoints(Float64Array.of(0, 0, 1, 2), 3).length).toBe(20);
});

test('rings and XOR need a conic, spirals degree 5, coins about N/2 features', () => {
  for (const seed of [1, 2, 3]) {
    expect(leastDegree('rings', 60, seed)).toBe(2);
    expect(leastDegree('xor', 60, seed)).toBe(2);
    expect(leastDegree('spiral', 60, seed)).toBe(5);
    const features = featureCount(leastDegree('coin', 60, seed));
    expect(features).toBeGreaterThan(20);
    expect(features).toBeLessThan(50);
  }
});

test('the polynomial separates the points, at every degree from the first on', () => {
  for (const pattern of ['rings', 'xor', 'spiral', 'coin'] as const) {
    const { points, labels } = labelledPoints(pattern, 40, 5);
    let before = false;
    for (let degree = 1; degree <= 9; degree++) {
      const { polynomial, separation } = liftAndSeparate(points, labels, degree);
      expect(separation.separable).toBe(polynomial !== null);
      if (before) expect(polynomial).not.toBeNull();
      before = polynomial !== null;
      if (polynomial)
        labels.forEach((label, i) => {
          expect(Math.sign(evaluatePolynomial(polynomial, points[2 * i], points[2 * i + 1]))).toBe(label);
        });
    }
    expect(before).toBe(true);
  }
});

test('coin labels are separable by d features as often as P(N,d) says', () => {
  const random = createRandom(8);
  let successes = 0;
  for (let t = 0; t < 400; t++) {
    const points = Float64Array.from({ length: 60 }, () => random.uniform());
    if (separable(liftPoints(points, 4), 15, coinLabels(random, 30))) successes++;
  }
  const [low, high] = wilson({ trials: 400, successes }, 4.4);
  expect(low).toBeLessThan(separableChance(30, 15));
  expect(high).toBeGreaterThan(0.5);
});

test('the same seed gives the same points; they stay in the square', () => {
  for (const pattern of ['rings', 'xor', 'spiral', 'coin'] as const) {
    const drawn = labelledPoints(pattern, 200, 3);
    expect(drawn).toEqual(labelledPoints(pattern, 200, 3));
    expect(Math.max(...drawn.points.map(Math.abs))).toBeLessThanOrEqual(1.01);
    expect(new Set(drawn.labels)).toEqual(new Set([1, -1]));
  }
});

test('far from the origin, one point, all alike', () => {
  const { points, labels } = labelledPoints('rings', 40, 1);
  expect(
    liftAndSeparate(
      points.map((x) => 1e6 + 1e-3 * x),
      labels,
      2,
    ).polynomial,
  ).not.toBeNull();
  expect(liftAndSeparate(Float64Array.of(2, 3), [1], 0).polynomial).not.toBeNull();
  expect(liftAndSeparate(Float64Array.of(2, 3, 2, 3), [1, -1], 5).polynomial).toBeNull();
  expect(() => liftAndSeparate(points, labels, 1.5)).toThrow('1.5');
});
