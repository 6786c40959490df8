import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBit } from '../bits/bitset';
import { createRandom } from '../random';
import { listByBruteForce, question, randomQuestion } from './brute-force';
import { type CompileOptions, compile } from './compile';
import type { Diagram } from './diagram';
import { countBySize, countWithin, curve, distribution, totalCount, within } from './diagram-count';
import { expectedRates, marginals } from './diagram-marginals';
import { uniformSampler } from './diagram-sample';
import type { Instance } from './instance';
import { compare, parseRational, toNumber } from './rational';

async function compiled(instance: Instance, options: CompileOptions): Promise<Diagram> {
  const diagram = await compile(instance, options);
  if (diagram.outgrown) throw new Error('outgrown');
  return diagram;
}

/** m rules, each capturing a point of its own: all 2^m rule sets behave differently, and all are members when θ is high. */
const independent = (m: number): Instance => ({
  n: m,
  labels: Uint32Array.from({ length: (m + 31) >> 5 }, () => 0x55555555 & (m % 32 ? 2 ** (m % 32) - 1 : -1)),
  weights: null,
  rules: Array.from({ length: m }, (_, j) => {
    const captured = new Uint32Array((m + 31) >> 5);
    captured[j >> 5] |= 1 << (j & 31);
    return { name: `rule ${j}`, captured };
  }),
});

describe('compile', () => {
  it('counts what brute force counts, by size and for every smaller threshold', async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.integer({ min: 0, max: 120 }), async ({ instance, lambda, theta }, percent) => {
        const members = listByBruteForce(instance, lambda, theta);
        const diagram = await compiled(instance, { lambda, theta });
        const joint = await distribution(diagram);
        expect(totalCount(joint)).toBe(BigInt(members.length));
        countBySize(joint).forEach((count, size) => {
          expect(count).toBe(BigInt(members.filter((model) => model.rules.length === size).length));
        });
        const smaller = [parseRational(`${percent}/100`), parseRational(theta)].sort(compare)[0];
        const text = `${smaller.num}/${smaller.den}`;
        expect(countWithin(curve(diagram, joint), smaller)).toBe(
          BigInt(listByBruteForce(instance, lambda, text).length),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same count in every order of the rules', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const { instance, lambda, theta } = randomQuestion(seed);
      const expected = BigInt(listByBruteForce(instance, lambda, theta).length);
      const backwards = [...instance.rules.keys()].reverse();
      for (const order of ['false-positives', 'loss-to-gain', 'support', 'gain', backwards] as const) {
        const diagram = await compiled(instance, { lambda, theta, order });
        expect(totalCount(await distribution(diagram))).toBe(expected);
      }
    }
  });

  it('counts 2^120 − 1 models exactly', async () => {
    const diagram = await compiled(independent(120), { lambda: '0', theta: '1' });
    const joint = await distribution(diagram);
    expect(totalCount(joint)).toBe(2n ** 120n - 1n);
    const { total, rules, yes } = await marginals(diagram);
    expect(total).toBe(2n ** 120n - 1n);
    expect(new Set([...rules, ...yes])).toEqual(new Set([2n ** 119n]));
    // Half of the rules capture a positive and half a negative: k mistakes in the binomial coefficient (120, k) of all sets.
    expect(countWithin(curve(diagram, joint), parseRational('1/120'))).toBe(121n);
  });

  it('gives up with an account when the budget is too small', async () => {
    const budgets: Partial<CompileOptions>[] = [{ maxStates: 50 }, { maxBytes: 20_000 }];
    for (const budget of budgets) {
      const diagram = await compile(independent(40), { lambda: '0', theta: '1', ...budget });
      expect(diagram.outgrown).toBe(true);
      expect(diagram.states).toBeGreaterThan(20);
      expect(diagram.bytes).toBeGreaterThan(1000);
    }
  });

  it('stops when it is told to', async () => {
    const abort = AbortSignal.abort(new Error('enough'));
    await expect(compile(independent(40), { lambda: '0', theta: '1' }, { signal: abort })).rejects.toThrow('enough');
  });

  it('refuses an order that is none', async () => {
    await expect(compile(independent(3), { lambda: '0', theta: '1', order: [0, 1, 1] })).rejects.toThrow(RangeError);
  });
});

describe('marginals', () => {
  it('are the frequencies among all members', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ instance, lambda, theta }) => {
        const members = listByBruteForce(instance, lambda, theta);
        const m = instance.rules.length;
        const having = (...rules: number[]) =>
          BigInt(members.filter((model) => rules.every((j) => model.rules.includes(j))).length);
        const diagram = await compiled(instance, { lambda, theta });
        const result = await marginals(diagram, { pairs: true });
        const { classOf } = diagram.space.classes;
        let right = 0;
        for (let i = 0; i < instance.n; i++) {
          const yes = members.filter((model) => model.rules.some((j) => hasBit(instance.rules[j].captured, i))).length;
          expect(result.yes[classOf[i]]).toBe(BigInt(yes));
          right += (instance.weights?.[i] ?? 1) * (hasBit(instance.labels, i) ? yes : members.length - yes);
        }
        for (let i = 0; i < m; i++) {
          expect(result.rules[i]).toBe(having(i));
          for (let j = 0; j < m; j++) expect(result.pairs?.[i * m + j]).toBe(having(i, j));
        }
        const { accuracy } = expectedRates(instance, classOf, result);
        const weight = instance.weights?.reduce((a, b) => a + b, 0) ?? instance.n;
        expect(accuracy && toNumber(accuracy)).toEqual(
          members.length === 0 ? null : expect.closeTo(right / (weight * members.length), 12),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('of a smaller threshold come from the same diagram', async () => {
    for (let seed = 0; seed < 80; seed++) {
      const { instance, lambda } = randomQuestion(seed);
      const diagram = await compiled(instance, { lambda, theta: '1.2' });
      const { total, rules } = await marginals(diagram, { keep: within(diagram, parseRational('0.6')) });
      const members = listByBruteForce(instance, lambda, '0.6');
      expect(total).toBe(BigInt(members.length));
      rules.forEach((count, j) => {
        expect(count).toBe(BigInt(members.filter((model) => model.rules.includes(j)).length));
      });
    }
  });
});

describe('uniformSampler', () => {
  it('draws every member equally often', async () => {
    const { instance, lambda, theta } = randomQuestion(5);
    const members = listByBruteForce(instance, lambda, theta);
    expect(members.length).toBeGreaterThan(30);
    const draw = await uniformSampler(await compiled(instance, { lambda, theta }));
    const random = createRandom(1);
    const times = new Map(members.map((model) => [`${model.rules}:${model.mistakes}`, 0]));
    const draws = 200 * members.length;
    for (let k = 0; k < draws; k++) {
      const model = draw!(random);
      const key = `${model.rules}:${model.mistakes}`;
      times.set(key, times.get(key)! + 1);
    }
    expect(times.size).toBe(members.length);
    const chiSquare = [...times.values()].reduce((sum, t) => sum + (t - 200) ** 2 / 200, 0);
    const freedom = members.length - 1;
    expect(Math.abs(chiSquare - freedom) / Math.sqrt(2 * freedom)).toBeLessThan(3.5);
  });

  it('draws beyond 2^53 too: each of 120 independent rules in half of the models', async () => {
    const draw = await uniformSampler(await compiled(independent(120), { lambda: '0', theta: '1' }));
    const random = createRandom(2);
    const times = new Float64Array(120);
    for (let k = 0; k < 2000; k++) for (const j of draw!(random).rules) times[j]++;
    for (const t of times) expect(Math.abs(t - 1000)).toBeLessThan(4.5 * Math.sqrt(500));
  });

  it('has nothing to draw from an empty set', async () => {
    expect(await uniformSampler(await compiled(independent(4), { lambda: '0.1', theta: '0' }))).toBeNull();
  });
});
