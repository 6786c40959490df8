import type { Job } from '../job';
import { type CountOptions, type CountResult, type CountSoFar, count } from './count';
import type { Instance } from './instance';

/**
 * Counts depth first, and gives up (null) once more than `most` models are found, or far more are foreseen: once a
 * quarter of `most` is found, and the part of the search that is done would make it a hundred times `most`. That part is a
 * rough guess, too low rather than too high, hence the large factor.
 */
export async function countUpTo(
  instance: Instance,
  options: CountOptions,
  most: number,
  job?: Job<CountSoFar>,
): Promise<CountResult | null> {
  const enough = new AbortController();
  const signal = job?.signal ? AbortSignal.any([job.signal, enough.signal]) : enough.signal;
  try {
    return await count(instance, options, {
      signal,
      onProgress: (progress) => {
        job?.onProgress?.(progress);
        const found = progress.partial?.count ?? 0;
        if (found > most || (found > most / 4 && found > 100 * most * progress.fraction)) enough.abort();
      },
    });
  } catch (error) {
    if (enough.signal.aborted && !job?.signal?.aborted) return null;
    throw error;
  }
}
