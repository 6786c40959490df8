import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { RunStatus, type SearchKernel } from '../bits/search-contract';
import { acquireKernel } from '../bits/search-kernel';
import { createTwin } from '../bits/search-twin';
import { allowances } from './allowance';
import { type Instance, totalWeight } from './instance';
import { parseRational } from './rational';
import { createSearch } from './search';
import { everyModel, fourteenRules, instances, membersOf, thresholds } from './testing';

interface Case {
  readonly instance: Instance;
  readonly lambda: string;
  readonly theta: string;
}

const cases = (options?: Parameters<typeof instances>[0]): fc.Arbitrary<Case> =>
  instances(options).chain((instance) => thresholds(instance).map((t) => ({ instance, ...t })));

const tableOf = ({ instance, lambda, theta }: Case) =>
  allowances(totalWeight(instance), instance.rules.length, parseRational(lambda), parseRational(theta));

/** Everything that a search tells, in its order. */
async function record(kernel: SearchKernel, c: Case, settings = {}) {
  const search = await createSearch(c.instance, { allowed: tableOf(c), emit: true, kernel, ...settings });
  const models: { rules: number[]; mistakes: number }[] = [];
  const statuses: RunStatus[] = [];
  do {
    statuses.push(search.run());
    search.read((rules, size, mistakes) => models.push({ rules: [...rules.subarray(0, size)], mistakes }));
  } while (statuses.at(-1) !== RunStatus.done);
  return { models, statuses, nodes: search.nodes, found: [...search.found()] };
}

const sets = (models: { rules: readonly number[]; mistakes: number }[]) =>
  models.map(({ rules, mistakes }) => `${[...rules].sort((a, b) => a - b)}: ${mistakes}`).sort();

describe('the depth-first search', { timeout: 60_000 }, () => {
  let wasm: SearchKernel;
  beforeAll(async () => {
    wasm = await acquireKernel();
  });

  it('finds the members that looking at every rule set finds, each once', async () => {
    await fc.assert(
      fc.asyncProperty(cases(), async (c) => {
        const { models, found } = await record(wasm, c);
        const members = membersOf(everyModel(c.instance, c.lambda), c.theta);
        expect(sets(models)).toEqual(sets(members));
        const bySize = Array.from({ length: c.instance.rules.length + 1 }, () => 0);
        for (const { rules } of members) bySize[rules.length]++;
        expect(found).toEqual(bySize);
        expect((await record(wasm, c, { emit: false })).found).toEqual(bySize);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same step for step in WebAssembly and in TypeScript', async () => {
    expect(wasm.name).toBe('WebAssembly');
    const twin = createTwin();
    await fc.assert(
      fc.asyncProperty(cases({ maxPoints: 300, maxRules: 10 }), fc.boolean(), fc.boolean(), async (c, emit, eager) => {
        expect(await record(twin, c, { emit, eager })).toEqual(await record(wasm, c, { emit, eager }));
      }),
      { numRuns: 500 },
    );
  });

  it('falls into parts that together find what one search finds', async () => {
    await fc.assert(
      fc.asyncProperty(cases(), fc.integer({ min: 1, max: 7 }), async (c, of) => {
        const whole = await record(wasm, c);
        const parts = [];
        for (let index = 0; index < of; index++) parts.push(...(await record(wasm, c, { part: { index, of } })).models);
        expect(sets(parts)).toEqual(sets(whole.models));
        const found = whole.found.map(() => 0);
        for (let index = 0; index < of; index++) {
          const part = await record(wasm, c, { part: { index, of }, emit: false });
          part.found.forEach((k, size) => {
            found[size] += k;
          });
        }
        expect(found).toEqual(whole.found);
      }),
      { numRuns: 500 },
    );
  });

  it('stops about where its budget says, and goes on from there', async () => {
    const c = { instance: fourteenRules, lambda: '0', theta: '1' };
    const search = await createSearch(fourteenRules, { allowed: tableOf(c), kernel: wasm });
    let fraction = 0;
    while (wasm.run(10) !== RunStatus.done) {
      expect(wasm.spent).toBeLessThan(10 + 14);
      expect(search.fraction()).toBeGreaterThanOrEqual(fraction);
      fraction = search.fraction();
    }
    expect(search.fraction()).toBe(1);
    expect(search.found().reduce((a, b) => a + b)).toBe(2 ** 14 - 1);
  });

  it('takes the twin where WebAssembly is missing', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const fresh = await import('../bits/search-kernel');
    expect((await fresh.acquireKernel()).name).toBe('TypeScript');
    vi.unstubAllGlobals();
  });

  it('refuses a search that would not fit into memory', async () => {
    const captured = Uint32Array.of(1);
    const rules = Array.from({ length: 30_000 }, (_, j) => ({ name: `${j}`, captured }));
    const instance = { n: 1, labels: Uint32Array.of(1), weights: null, rules };
    await expect(createSearch(instance, { allowed: tableOf({ instance, lambda: '0', theta: '1' }) })).rejects.toThrow(
      /30000 rules, up to 30000 at once/,
    );
  });
});
