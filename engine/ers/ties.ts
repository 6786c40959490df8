import type { Job } from '../job';
import { countCompiled } from './choose';
import { countUpTo } from './count-up-to';
import type { Instance } from './instance';
import type { OptimumResult } from './optimum';
import { formatRational } from './rational';

/** Ties that are worth counting one by one, a second or so. */
const MOST = 20_000_000;

/** How many rule sets reach the optimum, exactly; null where that takes more memory and time than it is worth. */
export async function countTies(
  instance: Instance,
  lambda: string,
  { optimum, models, complete }: OptimumResult,
  job?: Job,
): Promise<bigint | null> {
  if (!optimum || complete) return BigInt(models.length);
  const question = { lambda, theta: formatRational(optimum), order: 'false-positives' } as const;
  const compiled = await countCompiled(instance, question, job);
  const counted = compiled ?? (await countUpTo(instance, question, MOST, { signal: job?.signal }));
  return counted ? counted.count : null;
}
