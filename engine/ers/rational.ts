/** A fraction in lowest terms, denominator positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const sign = den < 0n ? -1n : 1n;
  const g = gcd(num, den) || 1n;
  return { num: (sign * num) / g, den: (sign * den) / g };
}

/** Reads "0.05", "-1.2e-3", "3", ".5" or "7/20" exactly, as the reader typed it. Throws a RangeError on anything else. */
export function parseRational(text: string): Rational {
  const fraction = /^\s*([+-]?\d{1,400})\s*\/\s*(\d{1,400})\s*$/.exec(text);
  if (fraction) return rational(BigInt(fraction[1]), BigInt(fraction[2]));
  const decimal = /^\s*([+-]?)(\d{0,400})\.?(\d{0,400})(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text);
  if (!decimal || decimal[2] + decimal[3] === '') throw new RangeError(`${JSON.stringify(text)} is not a number`);
  const digits = BigInt(decimal[2] + decimal[3]) * (decimal[1] === '-' ? -1n : 1n);
  const exponent = Number(decimal[4] ?? 0) - decimal[3].length;
  return exponent < 0 ? rational(digits, 10n ** BigInt(-exponent)) : rational(digits * 10n ** BigInt(exponent));
}

export const add = (a: Rational, b: Rational): Rational => rational(a.num * b.den + b.num * a.den, a.den * b.den);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const d = a.num * b.den - b.num * a.den;
  return d < 0n ? -1 : d > 0n ? 1 : 0;
}

/** "a/b", as results print it. */
export const formatRational = (r: Rational): string => `${r.num}/${r.den}`;

/** The nearest double, for drawing only: never for a comparison. */
export function toNumber(r: Rational): number {
  const direct = Number(r.num) / Number(r.den);
  if (Number.isFinite(direct)) return direct;
  const shift = BigInt(Math.max(r.num.toString(2).length, r.den.toString(2).length) - 1000);
  return Number(r.num >> shift) / Number(r.den >> shift);
}
