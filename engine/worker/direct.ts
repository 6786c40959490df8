import { type Engine, jobs } from './jobs';

/** The engine on this very thread: in the build, in tests, in the command line. */
export const directEngine: Engine = {
  // biome-ignore lint/suspicious/noExplicitAny: the name fixes the input's type at every call; a union of functions has none
  run: (name, input, job = {}) => (jobs[name] as any)(input, job),
};
