import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBit } from '../bits/bitset';
import { listByBruteForce, question } from '../ers/brute-force';
import { drawInstance } from '../ers/testing';
import { compileModels } from './compile-models';
import { showDiagram } from './show-diagram';

const SETTINGS = { draws: 20, seed: 1 };

describe('compileModels', () => {
  it('tells the count, the curve and all shares that brute force tells', async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.constantFrom('0', '0.1', '0.25'), async ({ instance, lambda }, epsilon) => {
        fc.pre(instance.rules.length > 0);
        const found = await compileModels({ instance, lambda, epsilon, ...SETTINGS });
        if (found.outgrown) throw new Error('outgrown');
        const members = listByBruteForce(instance, lambda, found.theta);
        expect(found.count).toBe(BigInt(members.length));
        expect(found.curve.counts.at(-1)).toBe(found.count);
        const share = (holds: (rules: readonly number[]) => boolean) =>
          members.filter(({ rules }) => holds(rules)).length / members.length;
        instance.rules.forEach((_, j) => {
          expect(found.containing[j]).toBeCloseTo(
            share((rules) => rules.includes(j)),
            9,
          );
        });
        for (let i = 0; i < instance.n; i++) {
          expect(found.yes[i]).toBeCloseTo(
            share((rules) => rules.some((j) => hasBit(instance.rules[j].captured, i))),
            9,
          );
        }
        const known = new Set(members.map(({ rules }) => rules.join()));
        expect(found.drawn).toHaveLength(SETTINGS.draws);
        for (const rules of found.drawn) expect(known.has(rules.join())).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives up within its budget and counts by search instead', async () => {
    const instance = drawInstance({
      seed: 9,
      n: 120,
      densities: Array(12).fill(0.2),
      positives: 0.6,
      duplicates: false,
      heaviest: 0,
    });
    const asked = { instance, lambda: '0.005', epsilon: '0.05', ...SETTINGS };
    const whole = await compileModels(asked);
    const states: number[] = [];
    const given = await compileModels(
      { ...asked, maxStates: 50 },
      { onProgress: ({ partial }) => partial && 'states' in partial && states.push(partial.states) },
    );
    expect(given).toMatchObject({ outgrown: true, count: (whole as { count: bigint }).count });
    expect(states.every((count) => count <= 50)).toBe(true);
  });

  it('refuses an instance without rules', async () => {
    const [none] = fc.sample(
      question.filter(({ instance }) => instance.rules.length === 0),
      1,
    );
    await expect(compileModels({ ...none, epsilon: '0', ...SETTINGS })).rejects.toThrow('no candidate rule');
    await expect(showDiagram({ ...none, epsilon: '0', ...SETTINGS, order: undefined, maxStates: 10 })).rejects.toThrow(
      'no candidate rule',
    );
  });
});

describe('showDiagram', () => {
  it('agrees with compileModels, and refuses what is too large to be drawn', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ instance, lambda }) => {
        fc.pre(instance.rules.length > 0);
        const asked = { instance, lambda, epsilon: '0.1', ...SETTINGS };
        const shown = await showDiagram({ ...asked, order: undefined, maxStates: 5000 });
        const compiled = await compileModels(asked);
        if (compiled.outgrown) throw new Error('outgrown');
        expect(shown.count).toBe(compiled.count);
        expect(shown.theta).toBe(compiled.theta);
        expect(shown.drawn).toEqual(compiled.drawn);
        shown.containing.forEach((members, j) => {
          expect(Number(members) / Number(shown.count)).toBeCloseTo(compiled.containing[j], 9);
        });
      }),
      { numRuns: 100 },
    );
    const [{ instance, lambda }] = fc.sample(
      question.filter((q) => q.instance.rules.length > 4),
      1,
    );
    await expect(
      showDiagram({ instance, lambda, epsilon: '1', ...SETTINGS, order: undefined, maxStates: 2 }),
    ).rejects.toThrow('more than 2 states');
  });
});
