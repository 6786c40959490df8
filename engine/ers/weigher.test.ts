import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../job';
import { rational } from './rational';
import { createSpace } from './space';
import { instances } from './testing';
import { createWeigher } from './weigher';

test('a rule more, one less, or one in place of another: what a change weighs is what the changed set weighs', () => {
  const questions = instances({ maxPoints: 120, maxRules: 8 })
    .filter(({ rules }) => rules.length > 1)
    .chain((instance) => {
      const position = fc.nat(instance.rules.length - 1);
      return fc.record({
        instance: fc.constant(instance),
        // The rule that comes, then the set, the first of which goes.
        positions: fc.uniqueArray(position, { minLength: 1 }),
        comes: fc.boolean(),
        goes: fc.boolean(),
      });
    });
  fc.assert(
    fc.property(questions, ({ instance, positions: [more, ...set], comes, goes }) => {
      const weigher = createWeigher(atOnce(createSpace(instance, rational(1n, 100n), rational(1n))));
      const out = goes && set.length > 0 ? set[0] : -1;
      const changed = [...set.filter((p) => p !== out), ...(comes ? [more] : [])];
      const wanted = weigher.hold(changed);
      const known = weigher.hold(set);
      expect(weigher.weighWith(comes ? more : -1, out)).toBe(wanted);
      weigher.hold(changed);
      weigher.hold(set, known);
      expect(weigher.weighWith(comes ? more : -1, out)).toBe(wanted);
    }),
  );
});
