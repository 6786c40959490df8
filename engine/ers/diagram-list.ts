import { pacer } from '../job';
import type { Diagram } from './diagram';
import { endOf, type Keep, memberBounds } from './diagram-count';
import { ModelCollector } from './model-collector';

/** Edges between two pauses. */
const EDGES_A_STEP = 4096;

/** Lists the members of a compiled set that are kept, up to `most` of them, walking only where there are some. */
export async function listMembers(
  diagram: Diagram,
  keep: Keep,
  most: number,
  signal?: AbortSignal,
): Promise<ModelCollector> {
  const { layers, space } = diagram;
  const pace = pacer(signal);
  const below = await memberBounds(diagram, pace, keep);
  const found = new ModelCollector();
  const rules: number[] = [];
  // At each position the state, and how many of its two edges have been tried.
  const states = new Int32Array(space.m + 1);
  const tried = new Uint8Array(space.m + 1);
  let p = 0;
  for (let edges = 0; p >= 0 && found.length < most && below[0][0] > 0; edges++) {
    if (edges % EDGES_A_STEP === 0) await pace();
    if (p === space.m) {
      found.add(rules, rules.length, endOf(diagram, states[p]).mistakes);
      p--;
      continue;
    }
    const edge = tried[p]++;
    if (edge === 1) rules.push(space.order[p]);
    if (edge === 2) {
      rules.pop();
      p--;
      continue;
    }
    const next = (edge === 0 ? layers[p].skip : layers[p].take)[states[p]];
    if (next < 0 || below[p + 1][next] === 0) continue;
    states[++p] = next;
    tried[p] = 0;
  }
  return found;
}
