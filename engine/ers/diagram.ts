import { wordsFor } from '../bits/bitset';
import { type Job, paced, pacer } from '../job';
import { type Layer, LayerStep, layerBytes, rootLayer } from './diagram-layer';
import type { Space } from './space';

/**
 * A Rashomon set as a layered decision diagram: every path from the root to the last layer is a member, or the empty set, and
 * every member is one path. Layer p stands before the decision on the rule at position p.
 * Merging prefixes that behave alike is the state-space reduction of decision diagrams for optimization (Bergman, Cire,
 * van Hoeve & Hooker, 2016, chapter 3), here with exact states.
 */
export interface Diagram {
  readonly outgrown: false;
  readonly space: Space;
  /** m + 1 layers. The last has one node, or none; the size and mistakes of its states are those of the members. */
  readonly layers: readonly Layer[];
  readonly nodes: number;
  readonly states: number;
  readonly bytes: number;
}

/** What is known when a diagram needs more than its budget. */
export interface Outgrown {
  readonly outgrown: true;
  readonly space: Space;
  /** Positions decided so far. */
  readonly depth: number;
  readonly nodes: number;
  readonly states: number;
  readonly bytes: number;
}

export interface Budget {
  /** Most states; 20 million unless told. */
  readonly maxStates?: number;
  /** Most nodes: on small memory they are what takes the time. No limit unless told. */
  readonly maxNodes?: number;
  /** Most words of points looked at, about: most time goes into the gains of the rules at each node. No limit unless told. */
  readonly maxWork?: number;
  /** Most bytes at any time; 1 GB unless told. */
  readonly maxBytes?: number;
}

export interface DiagramSoFar {
  readonly states: number;
  readonly bytes: number;
}

/** Builds the diagram of a space, layer by layer. */
export async function buildDiagram(
  space: Space,
  budget: Budget = {},
  job?: Job<DiagramSoFar>,
): Promise<Diagram | Outgrown> {
  const { maxStates = 20_000_000, maxWork = Number.POSITIVE_INFINITY, maxBytes = 2 ** 30 } = budget;
  const workOfNode = Math.max(1, wordsFor(space.live[0]) * space.m);
  const maxNodes = Math.min(budget.maxNodes ?? Number.POSITIVE_INFINITY, maxWork / workOfNode);
  const pace = pacer(job?.signal);
  let layer = rootLayer(space);
  const layers = [layer];
  let nodes = 1;
  let states = 1;
  let bytes = layerBytes(layer);
  for (let p = 0; p < space.m; p++) {
    const outgrown = (more: number): Outgrown => ({
      outgrown: true,
      space,
      depth: p,
      nodes,
      states,
      bytes: bytes + more,
    });
    const stepBytes = LayerStep.bytes(space, p, layer);
    if (bytes + stepBytes > maxBytes) return outgrown(stepBytes);
    const step = new LayerStep(space, p, layer);
    await paced(step.expand(), pace);
    const mergeBytes = stepBytes + 8 * step.mostStates;
    if (bytes + mergeBytes > maxBytes) return outgrown(mergeBytes);
    layer = await paced(step.merge(), pace);
    layers.push(layer);
    nodes += layer.nodes;
    states += layer.keys.length;
    bytes += layerBytes(layer);
    if (states > maxStates || nodes > maxNodes || bytes > maxBytes) return outgrown(0);
    job?.onProgress?.({ fraction: (p + 1) / space.m, partial: { states, bytes } });
  }
  return { outgrown: false, space, layers, nodes, states, bytes };
}
