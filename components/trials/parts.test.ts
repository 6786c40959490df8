import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTallies } from '../../engine/cover/trials';
import { directEngine } from '../../engine/worker/direct';
import { cutList, cutSpan } from './parts';

test('parts follow one another, and none is empty', () => {
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 8 }),
      (from, trials, parts) => {
        let next = from;
        for (const span of cutSpan({ seed: 1, from, trials }, parts)) {
          expect(span.from).toBe(next);
          expect(span.trials).toBeGreaterThan(0);
          next += span.trials;
        }
        expect(next).toBe(from + trials);
      },
    ),
  );
});

test('parts of a list are the list again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 8 }), (list, parts) => {
      const cut = cutList(list, parts);
      expect(cut.flat()).toEqual(list);
      expect(cut.every((part) => part.length > 0)).toBe(true);
    }),
  );
});

test('a seed fixes the tally, whatever the parts', async () => {
  const places = [{ points: 12, dimension: 6 }];
  const measure = (span: { seed: number; from: number; trials: number }) =>
    directEngine.run('measureThreshold', { places, span });
  const whole = await measure({ seed: 3, from: 20, trials: 100 });
  for (const parts of [2, 3, 7]) {
    const tallies = await Promise.all(cutSpan({ seed: 3, from: 20, trials: 100 }, parts).map(measure));
    expect(tallies.map(([tally]) => tally).reduce(addTallies)).toEqual(whole[0]);
  }
});
