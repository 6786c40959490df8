import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../job';
import { createRandom } from '../random';
import { bestFound } from './best-found';
import { compare, formatRational, parseRational } from './rational';
import { createSpace } from './space';
import { split } from './splitting';
import { everyModel, fourteenRules, instances, membersOf, thresholds } from './testing';

const OPTIONS = { walkers: 400, steps: 20 };

test('walkers end on members, and tell their number to within a third', async () => {
  const lambda = '0.02';
  const members = membersOf(everyModel(fourteenRules, lambda), '0.5');
  const space = atOnce(createSpace(fourteenRules, parseRational(lambda), parseRational('0.5')));
  const { models, estimate } = await split(space, { walkers: 2000, steps: 40 }, createRandom(1));
  const known = new Map(members.map(({ rules, mistakes }) => [`${rules}`, mistakes]));
  expect(members.length).toBeGreaterThan(50);
  for (const { rules, mistakes } of models) expect(known.get(`${rules}`)).toBe(mistakes);
  expect(estimate / members.length).toBeGreaterThan(2 / 3);
  expect(estimate / members.length).toBeLessThan(3 / 2);
  // Uniform draws would miss a share of about e^(−draws/members).
  expect(new Set(models.map(({ rules }) => `${rules}`)).size).toBeGreaterThan(0.9 * Math.min(members.length, 1500));
  const again = await split(space, { walkers: 2000, steps: 40 }, createRandom(1));
  expect(again.estimate).toBe(estimate);
});

test('no walker leaves the set, whatever the instance and the threshold', async () => {
  const questions = instances({ maxPoints: 40, maxRules: 6 }).chain((instance) =>
    thresholds(instance).map((threshold) => ({ instance, ...threshold })),
  );
  await fc.assert(
    fc.asyncProperty(questions, async ({ instance, lambda, theta }) => {
      const members = membersOf(everyModel(instance, lambda), theta);
      const known = new Set(members.map(({ rules }) => `${rules}`));
      const space = atOnce(createSpace(instance, parseRational(lambda), parseRational(theta)));
      const { models, estimate } = await split(space, OPTIONS, createRandom(7));
      expect(models.every(({ rules }) => known.has(`${rules}`))).toBe(true);
      if (members.length === 0) expect(estimate).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('what a limited search finds is an objective that exists, and the least where it says so', async () => {
  const questions = fc.record({
    instance: instances({ maxPoints: 40, maxRules: 6 }),
    lambda: fc.constantFrom('0', '0.01', '1/7', '2'),
    effort: fc.constantFrom(0, 1e8),
  });
  await fc.assert(
    fc.asyncProperty(questions, async ({ instance, lambda, effort }) => {
      const [, best] = everyModel(instance, lambda);
      const { objective, proven } = await bestFound(instance, { lambda, effort });
      if (!best) {
        expect({ objective, proven }).toEqual({ objective: null, proven: true });
        return;
      }
      expect(compare(objective!, best.objective)).toBeGreaterThanOrEqual(0);
      if (effort > 0) expect(proven).toBe(true);
      if (proven) expect(formatRational(objective!)).toBe(formatRational(best.objective));
    }),
    { numRuns: 60 },
  );
});
