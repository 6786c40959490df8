import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listByBruteForce, question } from '../ers/brute-force';
import { traceSearch } from './trace-search';

describe('traceSearch', () => {
  it('traces the search asked for, among the costs of all choices of bounds', async () => {
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.record({
          hierarchical: fc.boolean(),
          lookAhead: fc.boolean(),
          size: fc.boolean(),
          equivalentPoints: fc.boolean(),
        }),
        async ({ instance, lambda }, bounds) => {
          fc.pre(instance.rules.length > 0);
          const { theta, count, trace, tallies } = await traceSearch({ instance, lambda, epsilon: '0.1', bounds });
          expect(count).toBe(listByBruteForce(instance, lambda, theta).length);
          expect(tallies).toHaveLength(16);
          const asked = tallies.filter((tally) => JSON.stringify(tally.bounds) === JSON.stringify(bounds));
          expect(asked).toHaveLength(1);
          expect(trace).toHaveLength(asked[0].evaluations + 1);
          expect(trace.slice(1).filter((node) => node.verdict !== 'hierarchical')).toHaveLength(asked[0].objectives);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('refuses an instance without rules', async () => {
    const [{ instance, lambda }] = fc.sample(
      question.filter((q) => q.instance.rules.length === 0),
      1,
    );
    const bounds = { hierarchical: true, lookAhead: true, size: true, equivalentPoints: false };
    await expect(traceSearch({ instance, lambda, epsilon: '0', bounds })).rejects.toThrow('no candidate rule');
  });
});
