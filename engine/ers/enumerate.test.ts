import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { count } from './count';
import { enumerate } from './enumerate';
import { parseInstance } from './instance';
import { optimum } from './optimum';
import { chooseRanks } from './ranks';
import { add, compare, formatRational, multiply, parseRational } from './rational';
import { everyModel, fourteenRules, instances, listed, membersOf, thresholds } from './testing';

const cases = instances().chain((instance) => thresholds(instance).map((t) => ({ instance, ...t })));
const plain = (models: { rules: number[]; mistakes: number }[]) =>
  models.map(({ rules, mistakes }) => ({ rules, mistakes }));

const twoPoints = parseInstance(
  JSON.stringify({ n: 2, labels: '10', rules: [{ captured: '10' }, { captured: '11' }, { captured: '00' }] }),
);

describe('optimum', { timeout: 60_000 }, () => {
  it('is what looking at every rule set finds, with all the best sets', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ instance, lambda }) => {
        const [empty, ...models] = everyModel(instance, lambda);
        const result = await optimum(instance, { lambda });
        expect(result.emptyObjective).toEqual(empty.objective);
        expect(result.optimum).toEqual(models.length ? models[0].objective : null);
        const best = models.filter((model) => compare(model.objective, models[0].objective) === 0);
        expect(result.complete).toBe(true);
        expect(listed(result.models)).toEqual(plain(best));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('count', { timeout: 60_000 }, () => {
  it('is the number of members, by size, with the empty set where asked for', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async ({ instance, lambda, theta }, includeEmpty) => {
        const models = everyModel(instance, lambda);
        const feasible = compare(models[0].objective, parseRational(theta)) <= 0;
        const members = membersOf(models, theta).concat(includeEmpty && feasible ? models[0] : []);
        const result = await count(instance, { lambda, theta, includeEmpty });
        expect(result.count).toBe(BigInt(members.length));
        expect(result.emptyFeasible).toBe(feasible);
        expect(result.emptyCounted).toBe(feasible && includeEmpty);
        result.bySize.forEach((k, size) => {
          expect(k).toBe(BigInt(members.filter(({ rules }) => rules.length === size).length));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('takes θ from the optimum and ε, absolute or relative', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom('0', '0.05', '1/3'), fc.boolean(), async (c, epsilon, relative) => {
        const models = everyModel(c.instance, c.lambda);
        const result = await count(c.instance, { lambda: c.lambda, epsilon, relative });
        const best = models[1]?.objective ?? null;
        expect(result.optimum).toEqual(best);
        if (best) {
          const above = parseRational(epsilon);
          expect(result.theta).toEqual(add(best, relative ? multiply(best, above) : above));
        }
        const members = best ? membersOf(models, formatRational(result.theta)) : [];
        expect(result.count).toBe(BigInt(members.length));
      }),
      { numRuns: 300 },
    );
  });

  it('says which number is wrong', async () => {
    const wrong = (options: Parameters<typeof count>[1]) => expect(count(twoPoints, options)).rejects;
    await wrong({ lambda: '-1', theta: '0' }).toThrow(new RangeError('lambda must not be negative, but is -1'));
    await wrong({ lambda: 'a lot', theta: '0' }).toThrow(new RangeError('lambda: "a lot" is not a number'));
    await wrong({ lambda: '0', theta: 'NaN' }).toThrow(new RangeError('theta: "NaN" is not a number'));
    await wrong({ lambda: '0', epsilon: '-0.1' }).toThrow(new RangeError('epsilon must not be negative, but is -0.1'));
    await wrong({ lambda: '0' }).toThrow(new RangeError('give either theta or epsilon'));
    await wrong({ lambda: '0', theta: '1', epsilon: '1' }).toThrow(new RangeError('give either theta or epsilon'));
    await wrong({ lambda: 0.1 as never, theta: '1' }).toThrow(RangeError);
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const rules = Array.from({ length: 40 }, () => ({ captured: '10' }));
    const endless = parseInstance(JSON.stringify({ n: 2, labels: '10', rules }));
    const fractions: number[] = [];
    const running = count(
      endless,
      { lambda: '0', theta: '1' },
      { signal: controller.signal, onProgress: (p) => fractions.push(p.fraction) },
    );
    setTimeout(() => controller.abort(new Error('enough')), 30);
    await expect(running).rejects.toThrow('enough');
    expect(fractions.length).toBeGreaterThan(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });
});

describe('enumerate', { timeout: 60_000 }, () => {
  it('lists all members in canonical order', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ instance, lambda, theta }) => {
        const result = await enumerate(instance, { lambda, theta });
        expect(listed(result.models)).toEqual(plain(membersOf(everyModel(instance, lambda), theta)));
        expect(result.complete).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('puts the empty set where its objective belongs', async () => {
    const { models } = await enumerate(twoPoints, { lambda: '0.2', theta: '0.9', includeEmpty: true });
    expect(listed(models)).toEqual([
      { rules: [0], mistakes: 0 },
      { rules: [0, 2], mistakes: 0 },
      { rules: [], mistakes: 1 },
      { rules: [1], mistakes: 1 },
      { rules: [2], mistakes: 1 },
      { rules: [0, 1], mistakes: 1 },
      { rules: [1, 2], mistakes: 1 },
    ]);
  });

  it('gives the first of them on request', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 1, max: 20 }), async ({ instance, lambda, theta }, limit) => {
        const members = membersOf(everyModel(instance, lambda), theta);
        const result = await enumerate(instance, { lambda, theta, limit });
        expect(listed(result.models)).toEqual(plain(members.slice(0, limit)));
        expect(result.count).toBe(BigInt(members.length));
        expect(result.complete).toBe(members.length <= limit);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the first of many', async () => {
    const members = membersOf(everyModel(fourteenRules, '0.01'), '5');
    const result = await enumerate(fourteenRules, { lambda: '0.01', theta: '5', limit: 100 });
    expect(listed(result.models)).toEqual(plain(members.slice(0, 100)));
  });

  it('draws uniformly beyond its budget, the same for the same seed', async () => {
    const rules = Array.from({ length: 5 }, (_, j) => ({ captured: '0'.repeat(j) + '1'.padEnd(5 - j, '0') }));
    const instance = parseInstance(JSON.stringify({ n: 5, labels: '11100', rules }));
    const options = { lambda: '0.1', theta: '0.9', includeEmpty: true };
    const draw = async (seed: number, budget: number) => {
      const { models } = await enumerate(instance, { ...options, seed, budget });
      return listed(models).map((model) => `${model.rules}`);
    };
    const all = await draw(1, 100);
    const times = new Map(all.map((set) => [set, 0]));
    const seeds = 2000;
    for (let seed = 0; seed < seeds; seed++) {
      for (const set of await draw(seed, 4)) times.set(set, times.get(set)! + 1);
    }
    const expected = (4 * seeds) / all.length;
    const deviation = Math.sqrt(expected * (1 - 4 / all.length));
    for (const k of times.values()) expect(Math.abs(k - expected)).toBeLessThan(5 * deviation);
    expect(await draw(9, 4)).toEqual(await draw(9, 4));
    expect(await draw(9, 4)).not.toEqual(await draw(10, 4));
  });

  it('samples more models than fit into one buffer', async () => {
    const options = { lambda: '0.01', theta: '5' };
    const all = new Set(listed((await enumerate(fourteenRules, options)).models).map((model) => `${model.rules}`));
    const { models, complete, count } = await enumerate(fourteenRules, { ...options, budget: 9000 });
    const drawn = new Set(listed(models).map((m) => `${m.rules}`));
    expect([count, complete, drawn.size]).toEqual([16383n, false, 9000]);
    expect([...drawn].every((rules) => all.has(rules))).toBe(true);
  });

  it('refuses a limit, a budget or a seed that is none', async () => {
    for (const bad of [{ limit: 0 }, { limit: 1.5 }, { budget: -1 }, { seed: -1 }, { seed: Number.NaN }]) {
      await expect(enumerate(twoPoints, { lambda: '0', theta: '1', ...bad })).rejects.toThrow(RangeError);
    }
  });
});

describe('chooseRanks', { timeout: 60_000 }, () => {
  it('gives different numbers in rising order, however many of however many', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(), (a, b, seed) => {
        const [k, n] = [Math.min(a, b), Math.max(a, b)];
        const ranks = [...chooseRanks(n, k, createRandom(seed))];
        expect(ranks).toHaveLength(k);
        expect(ranks.every((rank, i) => rank >= 0 && rank < n && (i === 0 || rank > ranks[i - 1]))).toBe(true);
      }),
    );
    expect(chooseRanks(2 ** 52, 3, createRandom(1)).every((rank) => rank < 2 ** 52)).toBe(true);
  });
});
