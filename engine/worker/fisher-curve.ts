import { fisherChance } from '../cover/one-vs-rest';
import { type Job, pacer } from '../job';

interface FisherCurveInput {
  /** How many points in all, M. */
  readonly points: number;
  readonly maxDimension: number;
}

/** `fisherChance` in dimensions 1, 2, …: a few milliseconds each, so not for the page's own thread. */
export async function fisherCurve(
  { points, maxDimension }: FisherCurveInput,
  { signal }: Job = {},
): Promise<readonly number[]> {
  const pace = pacer(signal);
  const chances: number[] = [];
  for (let dimension = 1; dimension <= maxDimension; dimension++) {
    await pace();
    chances.push(fisherChance(dimension, points));
  }
  return chances;
}
