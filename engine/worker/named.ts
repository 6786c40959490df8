import type { Engine } from './jobs';

/** An engine of jobs with names; what has no such name is refused, whatever an object may have by birth. */
export const engineOf = (jobs: object): Engine => ({
  async run(name, input, job = {}) {
    if (!Object.hasOwn(jobs, name)) throw new RangeError(`there is no job ${String(name).slice(0, 40)}`);
    // biome-ignore lint/suspicious/noExplicitAny: the name fixes the input's type at every call; a union of functions has none
    return (jobs as any)[name](input, job);
  },
});
