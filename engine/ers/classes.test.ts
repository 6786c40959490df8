import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsToString, countAnd, hasBit } from '../bits/bitset';
import { sliceWeights, writeSlices } from '../bits/slices';
import { atOnce } from '../job';
import { mergePoints, type SignedClasses } from './classes';
import { everyModel, instances } from './testing';

const weigh = ({ weights }: SignedClasses, has: (k: number) => boolean): number =>
  weights.reduce((sum, weight, k) => (has(k) ? sum + weight : sum), 0);

describe('mergePoints', () => {
  it('keeps the mistakes of every rule set', () => {
    fc.assert(
      fc.property(instances({ maxRules: 6 }), (instance) => {
        const { unavoidable, positives, negatives } = atOnce(mergePoints(instance));
        for (const { rules, mistakes } of everyModel(instance, '0')) {
          const captured = (side: SignedClasses) => (k: number) => rules.some((j) => hasBit(side.captured[j], k));
          const missed = weigh(positives, (k) => !captured(positives)(k));
          expect(unavoidable + weigh(negatives, captured(negatives)) + missed).toBe(mistakes);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('puts points into one class just when the same rules capture them', () => {
    fc.assert(
      fc.property(instances({ maxRules: 40, maxPoints: 200 }), ({ rules, ...instance }) => {
        const { classOf, signatures } = atOnce(mergePoints({ ...instance, rules }));
        const texts = signatures.map((signature) => bitsToString(signature, rules.length));
        expect(new Set(texts).size).toBe(texts.length);
        for (let i = 0; i < instance.n; i++) {
          expect(texts[classOf[i]]).toBe(rules.map(({ captured }) => (hasBit(captured, i) ? '1' : '0')).join(''));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('sorts the classes of both signs by weight', () => {
    fc.assert(
      fc.property(instances(), (instance) => {
        const { positives, negatives } = atOnce(mergePoints(instance));
        for (const { weights } of [positives, negatives])
          expect([...weights]).toEqual([...weights].sort((a, b) => b - a));
      }),
    );
  });
});

describe('sliceWeights', () => {
  const weightLists = fc.array(fc.oneof(fc.constantFrom(7, 14, 700), fc.integer({ min: 1, max: 2 ** 45 })), {
    maxLength: 200,
  });

  it('adds up to the weights of any set of classes', () => {
    fc.assert(
      fc.property(weightLists, fc.array(fc.nat()), (list, chosen) => {
        const weights = Float64Array.from(list).sort().reverse();
        const bits = new Uint32Array((list.length + 31) >>> 5);
        for (const x of list.length ? chosen : []) bits[(x % list.length) >>> 5] |= 1 << (x % list.length);
        const slices = atOnce(sliceWeights(weights));
        const cut = new Uint32Array(2 * slices.words.length);
        writeSlices(slices, bits, cut, 0);
        const sum = slices.coefficients.reduce(
          (total, coefficient, k) =>
            total + coefficient * countAnd(cut.subarray(2 * k, 2 * k + 2), cut.subarray(2 * k, 2 * k + 2)),
          0,
        );
        expect(sum).toBe(weights.reduce((total, weight, k) => (hasBit(bits, k) ? total + weight : total), 0));
      }),
    );
  });

  it('needs one slice where all weights are equal, and few where they have a common divisor', () => {
    expect(atOnce(sliceWeights(new Float64Array(64).fill(123_457))).coefficients).toEqual([123_457]);
    expect(
      atOnce(sliceWeights(Float64Array.from({ length: 64 }, (_, k) => 1000 * (1 + (k % 3))))).coefficients.sort(),
    ).toEqual([1000, 2000]);
  });
});
