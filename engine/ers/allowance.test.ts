import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowances, objective } from './allowance';
import { compare, formatRational, parseRational, rational } from './rational';

describe('allowances', () => {
  const fraction = fc.tuple(fc.bigInt(-50n, 300n), fc.bigInt(1n, 100n)).map(([a, b]) => rational(a, b));
  const price = fc.tuple(fc.bigInt(0n, 30n), fc.bigInt(1n, 100n)).map(([a, b]) => rational(a, b));

  it('allow just the mistakes with which the objective stays within θ, or below it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(6),
        price,
        fraction,
        fc.boolean(),
        (W, m, lambda, theta, strict) => {
          const table = allowances(W, m, lambda, theta, strict);
          expect(table).toHaveLength(m + 2);
          expect(table[m + 1]).toBe(-1);
          for (let size = 0; size <= m; size++) {
            for (let mistakes = 0; mistakes <= W; mistakes++) {
              const above = compare(objective(W, lambda, mistakes, size), theta);
              expect(mistakes <= table[size]).toBe(strict ? above < 0 : above <= 0);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('hold for weights up to 2^53 and decimals of any length', () => {
    const W = Number.MAX_SAFE_INTEGER;
    const theta = parseRational('0.3333333333333333333333333333333333');
    const [most] = allowances(W, 0, parseRational('0'), theta);
    expect(compare(rational(BigInt(most), BigInt(W)), theta)).toBeLessThanOrEqual(0);
    expect(compare(rational(BigInt(most) + 1n, BigInt(W)), theta)).toBeGreaterThan(0);
  });
});

describe('parseRational', () => {
  it('reads numbers as they are typed', () => {
    const read = (text: string) => formatRational(parseRational(text));
    expect(['0.05', '-1.2e-3', '3', '.5', '7/20', ' 1e2 ', '-0', '10/4'].map(read)).toEqual([
      '1/20',
      '-3/2500',
      '3/1',
      '1/2',
      '7/20',
      '100/1',
      '0/1',
      '5/2',
    ]);
  });

  it('refuses what is no number', () => {
    for (const text of ['', '.', 'e5', '1,5', '0x10', 'Infinity', '1/0', '1e9999', '1 2']) {
      expect(() => parseRational(text)).toThrow(RangeError);
    }
  });
});
