import { compare, parseRational, type Rational, rational } from './rational';

const ZERO = rational(0n);

/** A parameter as the reader typed it; throws a RangeError that names it. */
export function parseParameter(name: string, text: unknown): Rational {
  if (typeof text !== 'string') throw new RangeError(`${name} must be a number, given as text`);
  try {
    return parseRational(text);
  } catch (error) {
    throw new RangeError(`${name}: ${(error as Error).message}`);
  }
}

export function parseNonNegative(name: string, text: unknown): Rational {
  const value = parseParameter(name, text);
  if (compare(value, ZERO) < 0) throw new RangeError(`${name} must not be negative, but is ${text}`);
  return value;
}

export const parseLambda = (text: unknown): Rational => parseNonNegative('lambda', text);
