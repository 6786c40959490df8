import type { Engine } from './jobs';
import { pieces } from './pieces';

/** The pieces of parallel work on this very thread, without the other jobs: those take long to load. */
export const pieceEngine: Engine = {
  // biome-ignore lint/suspicious/noExplicitAny: the name fixes the input's type at every call; a union of functions has none
  run: (name, input, job = {}) => (pieces as any)[name](input, job),
};
