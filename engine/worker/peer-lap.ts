import type { Job } from '../job';
import { constraintModel } from '../peers/constraint-model';
import type { PeerAnswer, PeerName } from '../peers/peer';
import { recall, type SharedInstance } from './shared';

export interface PeerLapInput {
  readonly peer: PeerName;
  readonly shared: SharedInstance;
  readonly lambda: string;
  readonly theta: string;
  readonly limitMs: number;
}

/** Loads a solver; how long that took. */
export async function loadPeer({ peer }: { peer: PeerName }, _?: Job): Promise<{ ms: number }> {
  const began = performance.now();
  if (peer === 'gecode') await (await import('../peers/gecode')).startGecode();
  else await (await import('../peers/cp-sat')).startCpSat();
  return { ms: performance.now() - began };
}

/** Has a general solver count the same set. Its code comes with the first call. */
export async function peerLap({ peer, shared, lambda, theta, limitMs }: PeerLapInput, job?: Job): Promise<PeerAnswer> {
  const model = constraintModel(recall(shared), lambda, theta);
  if (peer === 'gecode') return (await import('../peers/gecode')).countByGecode(model, limitMs, job?.signal);
  return (await import('../peers/cp-sat')).countByCpSat(model, limitMs);
}
