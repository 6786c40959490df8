import { describe, expect, test } from 'vitest';
import { countWithin } from '../ers/diagram-count';
import { add, formatRational, parseRational } from '../ers/rational';
import { everyModel, fourteenRules, listed, membersOf } from '../ers/testing';
import type { Crew } from './crew';
import { directEngine } from './direct';
import { estimateModels, type Way } from './estimate-models';
import { searchModels } from './search-models';

const input = {
  instance: fourteenRules,
  lambda: '0.01',
  epsilon: '0.15',
  budget: 100_000,
  groups: [],
};
const all = await searchModels(input);
const known = new Map(listed(all.models).map(({ rules, mistakes }) => [`${rules}`, mistakes]));

/** A crew in this thread; where nothing compiles, sets are hashed or walked. */
const crew = (size: number, compiles: boolean): Crew => ({
  size,
  run: (name, input, job) =>
    name === 'tryCompiling' && !compiles ? (Promise.resolve(null) as never) : directEngine.run(name, input, job),
});

const ways: readonly Way[] = [{ by: 'hashing', eps: 0.8, delta: 0.2 }, { by: 'walking' }];

describe('an estimate', () => {
  test('is exact where the set compiles, and lists all of it', async () => {
    const members = membersOf(everyModel(fourteenRules, input.lambda), formatRational(all.theta));
    expect(all.count).toBe(BigInt(members.length));
    for (const way of ways) {
      const found = await estimateModels(crew(1, true), input, way);
      expect(found).toMatchObject({ count: all.count, exact: true, complete: true, proven: true, method: 'compiled' });
      expect(listed(found.models)).toEqual(listed(all.models));
      expect(found.confusions).toEqual(all.confusions);
    }
  });

  test.each(ways)('by $by comes near, names members only, and says what it promises', async (way) => {
    const found = await estimateModels(crew(1, false), input, way);
    expect(found.optimum).toEqual(all.optimum);
    expect(found.exact).toBe(false);
    expect(found.guarantee).toEqual(way.by === 'hashing' ? { eps: 0.8, delta: 0.2 } : null);
    expect(found.uniformity).toEqual(way.by === 'hashing' ? { tolerance: 8 } : null);
    const ratio = Number(found.count) / Number(all.count);
    expect(ratio).toBeGreaterThan(1 / 1.8);
    expect(ratio).toBeLessThan(1.8);
    for (const { rules, mistakes } of listed(found.models)) expect(known.get(`${rules}`)).toBe(mistakes);
    expect(found.yesCounts.length).toBe(fourteenRules.n);
    const alike = await estimateModels(crew(3, false), input, way);
    expect(alike.count).toBe(found.count);
    expect(listed(alike.models)).toEqual(listed(found.models));
  });

  test('of a compiled set beyond the budget tells the number for every smaller ε', async () => {
    const found = await estimateModels(crew(1, true), { ...input, budget: 50 }, ways[0]);
    expect(found).toMatchObject({ count: all.count, exact: true, complete: false, proven: true });
    expect(found.models.length).toBe(50);
    const near = add(all.optimum, parseRational('0.05'));
    const fewer = membersOf(everyModel(fourteenRules, input.lambda), formatRational(near)).length;
    expect(fewer).toBeLessThan(Number(all.count));
    expect(countWithin(found.curve!, near)).toBe(BigInt(fewer));
  });

  test('of an empty pool says what to do', async () => {
    const empty = { ...input, instance: { ...fourteenRules, rules: [] } };
    await expect(estimateModels(crew(1, true), empty, ways[0])).rejects.toThrow('allow less support');
  });
});
