import type { PeerName } from '../../engine/peers/peer';
import type { Runner } from '../../engine/worker/race-lap';
import type { State } from './state';

export type Contestant = Runner | 'threads' | PeerName;

interface Facts {
  readonly name: string;
  /** At the end of its line. */
  readonly short: string;
  readonly what: string;
}

/** In the order of the race and of the table. */
export const CONTESTANTS: Readonly<Record<Contestant, Facts>> = {
  brute: { name: 'Brute force', short: 'brute force', what: 'every rule set in turn' },
  'cp-sat': { name: 'CP-SAT', short: 'CP-SAT', what: 'a general solver; lists all solutions' },
  gecode: { name: 'Gecode', short: 'Gecode', what: 'a general solver; lists all solutions' },
  published: { name: 'BB-enum as published', short: 'BB-enum', what: 'the paper’s search, its three bounds' },
  depth: { name: 'This page, depth first', short: 'depth first', what: 'merged points, gain bound, leaves counted' },
  threads: { name: 'This page, all threads', short: 'all threads', what: 'the same search in parts' },
  compiled: { name: 'This page, compiled', short: 'compiled', what: 'the layered diagram' },
};

export const ALL = Object.keys(CONTESTANTS) as Contestant[];

/** Who takes part. */
export const racing = ({ gecode, cpsat }: State): Contestant[] =>
  ALL.filter((name) => (name === 'gecode' ? gecode === 'on' : name === 'cp-sat' ? cpsat === 'on' : true));

/** Whose work can be told without a clock. */
export const WORKING = ['brute', 'published', 'depth', 'compiled'] as const satisfies Contestant[];

export const isPeer = (name: Contestant): name is PeerName => name === 'gecode' || name === 'cp-sat';
