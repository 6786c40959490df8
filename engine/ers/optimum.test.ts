import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Instance, parseInstance } from './instance';
import { compileBest, optimum } from './optimum';
import { compare, parseRational } from './rational';
import { everyModel, instances, listed, thresholds } from './testing';
import { countTies } from './ties';

const cases = instances().chain((instance) => thresholds(instance).map((t) => ({ instance, ...t })));

it('finds the same best sets from a diagram', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.nat(), async ({ instance, lambda }, from) => {
      const [, ...models] = everyModel(instance, lambda);
      fc.pre(models.length > 0);
      const known = models[from % models.length].objective;
      const best = models.filter((model) => compare(model.objective, models[0].objective) === 0);
      const found = await compileBest(instance, parseRational(lambda), known, Number.POSITIVE_INFINITY);
      expect(found).toMatchObject({ optimum: models[0].objective, complete: true });
      const sets = listed(found!.models).map(({ rules }) => rules.join());
      expect(sets.sort()).toEqual(best.map(({ rules }) => rules.join()).sort());
    }),
    { numRuns: 500 },
  );
  const one = parseInstance(JSON.stringify({ n: 2, labels: '10', rules: [{ captured: '10' }] }));
  expect(await compileBest(one, parseRational('0'), parseRational('1'), 0)).toBeNull();
});

it('counts ties that could never be listed', async () => {
  const rules = Array.from({ length: 90 }, () => ({ captured: '10' }));
  const instance: Instance = parseInstance(JSON.stringify({ n: 2, labels: '10', rules }));
  const best = await optimum(instance, { lambda: '0' });
  expect(best).toMatchObject({ optimum: parseRational('0'), complete: false, models: { length: 10_000 } });
  expect(new Set(listed(best.models).map(({ rules }) => rules.join())).size).toBe(10_000);
  expect(await countTies(instance, '0', best)).toBe(2n ** 90n - 1n);
});
