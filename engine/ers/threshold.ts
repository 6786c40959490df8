import { countBits, hasBit } from '../bits/bitset';
import type { Job } from '../job';
import { allowances } from './allowance';
import { type Instance, totalWeight } from './instance';
import { type OptimumResult, optimum } from './optimum';
import { add, compare, multiply, parseRational, type Rational, rational } from './rational';

/** Which rule sets are members: numbers as the reader typed them. θ itself, or how far above the optimum it lies. */
export interface Threshold {
  readonly lambda: string;
  readonly theta?: string;
  readonly epsilon?: string;
  /** θ = (1 + ε)·f* instead of f* + ε. */
  readonly relative?: boolean;
}

const ZERO = rational(0n);

function parse(name: string, text: unknown): Rational {
  if (typeof text !== 'string') throw new RangeError(`${name} must be a number, given as text`);
  try {
    return parseRational(text);
  } catch (error) {
    throw new RangeError(`${name}: ${(error as Error).message}`);
  }
}

function parseNonNegative(name: string, text: unknown): Rational {
  const value = parse(name, text);
  if (compare(value, ZERO) < 0) throw new RangeError(`${name} must not be negative, but is ${text}`);
  return value;
}

export const parseLambda = (text: unknown): Rational => parseNonNegative('lambda', text);

/** θ as a fraction, with the optimum where ε asks for it (least objective over non-empty rule sets). */
export async function resolveThreshold(
  instance: Instance,
  options: Threshold,
  job?: Job<never>,
): Promise<{ lambda: Rational; theta: Rational; best?: OptimumResult }> {
  const lambda = parseLambda(options.lambda);
  if ((options.theta === undefined) === (options.epsilon === undefined)) {
    throw new RangeError('give either theta or epsilon');
  }
  if (options.theta !== undefined) return { lambda, theta: parse('theta', options.theta) };
  const epsilon = parseNonNegative('epsilon', options.epsilon);
  const best = await optimum(instance, { lambda: options.lambda }, job);
  // Without rules there is no non-empty rule set, and nothing to be near to.
  if (!best.optimum) return { lambda, theta: ZERO, best };
  const theta = options.relative ? multiply(best.optimum, add(rational(1n), epsilon)) : add(best.optimum, epsilon);
  return { lambda, theta, best };
}

/** Mistakes of the empty rule set: the weight of all positives. */
export function emptyMistakes({ n, labels, weights }: Instance): number {
  if (!weights) return countBits(labels);
  let sum = 0;
  for (let i = 0; i < n; i++) if (hasBit(labels, i)) sum += weights[i];
  return sum;
}

/** Whether the empty rule set is a member. */
export const emptyFeasible = (instance: Instance, lambda: Rational, theta: Rational): boolean =>
  emptyMistakes(instance) <= allowances(totalWeight(instance), 0, lambda, theta)[0];
