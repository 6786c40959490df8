import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frontierOf, judge } from './frontier';

const value = fc.constantFrom(-0.2, -0.1, 0, 0.1, 0.2, 0.3, Number.NaN);
const models = fc.array(fc.tuple(fc.nat(4), value, value), { maxLength: 30 });

it('keeps the models that no other beats, and of equal ones the first', () => {
  fc.assert(
    fc.property(models, fc.nat(30), (list, most) => {
      const count = Math.min(most, list.length);
      const [cost, a, b] = [0, 1, 2].map((i) => Float64Array.from(list, (model) => model[i]));
      const size = (k: number) => [cost[k], Math.abs(a[k]), Math.abs(b[k])];
      const beats = (k: number, l: number) => {
        const [p, q] = [size(k), size(l)];
        return p.every((v, i) => v <= q[i]) && (p.some((v, i) => v < q[i]) || k < l);
      };
      const known = [...list.keys()].filter((k) => k < count && size(k).every((v) => !Number.isNaN(v)));
      const expected = known.filter((l) => !known.some((k) => k !== l && beats(k, l)));
      expect(frontierOf(judge(cost, a, b), count).sort((k, l) => k - l)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
