import type { Job } from '../job';
import type { Instance } from './instance';
import { type OptimumResult, optimum } from './optimum';
import { parseLambda, parseNonNegative, parseParameter } from './parameters';
import { add, multiply, type Rational, rational } from './rational';

/** Which rule sets are members: numbers as the reader typed them. θ itself, or how far above the optimum it lies. */
export interface Threshold {
  readonly lambda: string;
  readonly theta?: string;
  readonly epsilon?: string;
  /** θ = (1 + ε)·f* instead of f* + ε. */
  readonly relative?: boolean;
}

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
  if (options.theta !== undefined) return { lambda, theta: parseParameter('theta', options.theta) };
  const epsilon = parseNonNegative('epsilon', options.epsilon);
  const best = await optimum(instance, { lambda: options.lambda }, job);
  // Without rules there is no non-empty rule set, and nothing to be near to.
  if (!best.optimum) return { lambda, theta: rational(0n), best };
  const theta = options.relative ? multiply(best.optimum, add(rational(1n), epsilon)) : add(best.optimum, epsilon);
  return { lambda, theta, best };
}
