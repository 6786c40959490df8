import type { SampleOptions, SampleResult } from '../../engine/ers/sample';
import type { State } from './state';

export type SamplerName = 'walk' | 'tree' | 'approx' | 'exact';

interface Sampler {
  readonly title: string;
  /** How it draws, in a sentence. */
  readonly how: string;
  /** What it takes from the state beside the number of draws and the seed. */
  readonly options: (state: State) => Partial<SampleOptions>;
}

/** From the worst to the best. */
export const SAMPLERS: Readonly<Record<SamplerName, Sampler>> = {
  walk: {
    title: 'Naive walk',
    how: 'At every node one of the ways on, or the end, by lot.',
    options: () => ({}),
  },
  tree: {
    title: 'BB-sts',
    how: 'Level by level, κ partial sets by lot; each grows by the next ℓ rules.',
    options: ({ ell, kappa }) => ({ rulesPerLevel: ell, samplesPerLevel: Number(kappa) }),
  },
  approx: {
    title: 'Parity cells (UniGen)',
    how: 'A random cell of a good size; one of its models by lot.',
    options: ({ tolerance }) => ({ tolerance: Number(tolerance) }),
  },
  exact: {
    title: 'Compiled',
    how: 'Down the diagram; every step in proportion to the models below.',
    options: () => ({}),
  },
};

export const NAMES = Object.keys(SAMPLERS) as SamplerName[];

/** What is promised of every model's chance. */
export function promiseOf({ method, uniformity }: Pick<SampleResult, 'method' | 'uniformity'>): string {
  if (method === 'list') return 'exactly uniform: the set is small enough to be listed';
  if (uniformity === 'exact') return 'exactly uniform';
  return uniformity ? `within a factor ${1 + uniformity.tolerance} of uniform` : 'no promise';
}
