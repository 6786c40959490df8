import type { Job } from '../job';

/** A stretch of a job's progress, for work in several phases; `Job<never>` is a job without partial results. */
export function phase<T>(job: Job<T> | undefined, from: number, to: number): Job<T> {
  const onProgress = job?.onProgress;
  return {
    signal: job?.signal,
    onProgress: onProgress && ((p) => onProgress({ ...p, fraction: from + p.fraction * (to - from) })),
  };
}
