import { jobs } from './jobs';
import { engineOf } from './named';

/** The engine on this very thread: in the build, in tests, in the command line. */
export const directEngine = engineOf(jobs);
