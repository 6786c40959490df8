import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growth } from './growth';
import { add, compare, parseRational } from './rational';
import { everyModel, instances } from './testing';

const EPSILONS = ['0', '0.01', '0.05', '1/8', '0.3', '1'];
const ROOMY = { maxStates: 1_000_000 };
const NO_DIAGRAM = { maxStates: 1 };

it('counts the members within each tolerance, from a diagram or depth first', async () => {
  await fc.assert(
    fc.asyncProperty(instances(), fc.constantFrom('0', '0.01', '1/16', '0.2'), async (instance, lambda) => {
      const models = everyModel(instance, lambda);
      const objectives = models.filter(({ rules }) => rules.length > 0).map((model) => model.objective);
      const least = objectives.reduce((a, b) => (compare(a, b) <= 0 ? a : b), objectives[0]);
      const expected = EPSILONS.map((epsilon) =>
        least ? BigInt(objectives.filter((f) => compare(f, add(least, parseRational(epsilon))) <= 0).length) : 0n,
      );
      for (const budget of [ROOMY, NO_DIAGRAM]) {
        const found = await growth(instance, { lambda, epsilons: EPSILONS, budget, maxNodes: 1e9 });
        expect(found.counts).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});

it('says where its budgets end, and is right up to there', async () => {
  await fc.assert(
    fc.asyncProperty(instances(), fc.nat(60), async (instance, maxNodes) => {
      const options = { lambda: '0.01', epsilons: EPSILONS };
      const all = await growth(instance, { ...options, budget: ROOMY, maxNodes: 1e9 });
      const some = await growth(instance, { ...options, budget: NO_DIAGRAM, maxNodes });
      const known = some.counts.indexOf(null) < 0 ? EPSILONS.length : some.counts.indexOf(null);
      expect(some.counts.slice(0, known)).toEqual(all.counts.slice(0, known));
      expect(some.counts.slice(known).every((count) => count === null)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
