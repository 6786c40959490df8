import { engineOf } from './named';
import { pieces } from './pieces';

/** The pieces of parallel work on this very thread, without the other jobs: those take long to load. */
export const pieceEngine = engineOf(pieces);
