import type { Job } from '../job';

/** All long work by name: each entry is `(input, job) => Promise<result>`, input and result structured-cloneable. */
export const jobs = {};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<K extends JobName> = Parameters<Jobs[K]>[0];
export type JobResult<K extends JobName> = Awaited<ReturnType<Jobs[K]>>;

/** One typed way to the engine, whether it runs in a worker or here. */
export interface Engine {
  run<K extends JobName>(name: K, input: JobInput<K>, job?: Job): Promise<JobResult<K>>;
}
