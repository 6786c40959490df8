import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, referenceSearch } from './reference';
import { everyModel, instances, membersOf, thresholds } from './testing';

const cases = instances().chain((instance) => thresholds(instance).map((t) => ({ instance, ...t })));
const bounds: fc.Arbitrary<Bounds> = fc.record({
  hierarchical: fc.boolean(),
  lookAhead: fc.boolean(),
  size: fc.boolean(),
  equivalentPoints: fc.boolean(),
});

describe('referenceSearch', { timeout: 60_000 }, () => {
  it('finds the same members whatever bounds are on', async () => {
    fc.assert(
      fc.property(cases, bounds, ({ instance, lambda, theta }, on) => {
        const result = referenceSearch(instance, { lambda, theta, bounds: on });
        expect(result.count).toBe(membersOf(everyModel(instance, lambda), theta).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks at every rule set when all bounds are off, and at no more with a bound than without', () => {
    const off = { hierarchical: false, lookAhead: false, size: false };
    fc.assert(
      fc.property(cases, bounds, ({ instance, lambda, theta }, on) => {
        const all = referenceSearch(instance, { lambda, theta, bounds: off });
        expect(all.evaluations).toBe(2 ** instance.rules.length - 1);
        expect(referenceSearch(instance, { lambda, theta, bounds: on }).evaluations).toBeLessThanOrEqual(
          all.evaluations,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('traces every evaluated rule set under its parent, with the reason why it goes no deeper', () => {
    fc.assert(
      fc.property(cases, bounds, ({ instance, lambda, theta }, on) => {
        const { trace, count, evaluations } = referenceSearch(instance, { lambda, theta, bounds: on, trace: 1000 });
        expect(trace).toHaveLength(evaluations + 1);
        expect(trace.slice(1).filter((node) => node.member)).toHaveLength(count);
        trace.slice(1).forEach((node, k) => {
          expect(node.parent).toBeLessThanOrEqual(k);
          expect(trace[node.parent].verdict).toBe('open');
          expect(node.size).toBe(trace[node.parent].size + 1);
          expect(node.least).toBeGreaterThanOrEqual(trace[node.parent].least);
          expect(node.falsePositives).toBeLessThanOrEqual(node.least);
          expect(node.least).toBeLessThanOrEqual(node.mistakes);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('saves objectives by the hierarchical bound and the queue by the look-ahead; the size bound asks what the look-ahead asks', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ instance, lambda, theta }, equivalentPoints) => {
        const run = (hierarchical: boolean, lookAhead: boolean, size: boolean) =>
          referenceSearch(instance, { lambda, theta, bounds: { hierarchical, lookAhead, size, equivalentPoints } });
        const all = run(true, true, true);
        const withoutHierarchical = run(false, true, true);
        const withoutLookAhead = run(true, false, true);
        for (const search of [withoutHierarchical, withoutLookAhead, run(true, true, false), run(false, true, false)]) {
          expect(search.evaluations).toBe(all.evaluations);
        }
        expect(withoutHierarchical).toMatchObject({ objectives: all.evaluations, queued: all.queued });
        expect(withoutLookAhead).toMatchObject({ objectives: all.objectives, queued: all.objectives });
      }),
      { numRuns: 300 },
    );
  });

  it('stops at its limits and says so', () => {
    const [instance] = fc.sample(
      instances().filter((i) => i.rules.length > 3),
      { numRuns: 1, seed: 1 },
    );
    const result = referenceSearch(instance, { lambda: '0', theta: '1', evaluations: 5, trace: 3 });
    expect(result).toMatchObject({ evaluations: 5, complete: false });
    expect(result.trace).toHaveLength(3);
  });
});
