import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closestChanges } from './closest';

const sets = fc.uniqueArray(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 30,
  selector: (set) => [...set].sort().join(),
});

it('finds the models nearest to the first that say the opposite', () => {
  fc.assert(
    fc.property(sets, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.nat(4), (models, captors, most) => {
      const sorted = models.map((set) => [...set].sort((a, b) => a - b));
      const list = {
        length: sorted.length,
        starts: Uint32Array.from([0, ...sorted.map((_, k) => sorted.slice(0, k + 1).flat().length)]),
        rules: Uint16Array.from(sorted.flat()),
        mistakes: new Float64Array(sorted.length),
      };
      const says = (set: number[]) => set.some((j) => captors[j]);
      const edits = (set: number[]) =>
        set.filter((j) => !sorted[0].includes(j)).length + sorted[0].filter((j) => !set.includes(j)).length;
      const expected = sorted
        .map((set, model) => ({ model, edits: edits(set), opposite: says(set) !== says(sorted[0]) }))
        .filter(({ opposite }) => opposite)
        .sort((a, b) => a.edits - b.edits || a.model - b.model)
        .slice(0, most)
        .map(({ model, edits: e }) => ({ model, edits: e }));
      expect(closestChanges(list, list.length, captors, most)).toEqual(expected);
    }),
  );
});
