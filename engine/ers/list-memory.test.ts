import { expect, test } from 'vitest';
import { enumerate } from './enumerate';
import { drawInstance } from './testing';

const instance = drawInstance({
  seed: 5,
  n: 90,
  densities: Array(24).fill(0.15),
  positives: 0.4,
  duplicates: true,
  heaviest: 3,
});

// Two million models with ten rules each take 64 MB.
test.each([
  ['all of a set', 2_000_000],
  ['a budget of it', 500],
])('%s takes 12 bytes a model and 2 a rule, and no more', async (_, budget) => {
  const { models, count } = await enumerate(instance, { lambda: '0.02', theta: '0.5', budget });
  const { length, starts, mistakes, rules } = models;
  expect(length).toBe(Math.min(budget, Number(count)));
  expect(length).toBeGreaterThan(400);
  const held = new Set([starts.buffer, mistakes.buffer, rules.buffer]);
  const bytes = [...held].reduce((sum, buffer) => sum + buffer.byteLength, 0);
  expect(bytes).toBeLessThanOrEqual(4 * (length + 1) + 8 * length + 2 * starts[length]);
});
