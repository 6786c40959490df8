import { setBit, wordsFor } from '../bits/bitset';
import { endsStep, type Job, pacer } from '../job';
import type { Random } from '../random';
import { type Model, toModel } from './models';
import { allLive, type Space, weigh } from './space';
import { shuffleFront } from './unigen';

/** A partial rule set: what it takes, and what that has cost. */
interface Partial {
  readonly positions: Uint32Array;
  readonly uncaptured: Uint32Array;
  readonly size: number;
  readonly lost: number;
  readonly missed: number;
}

const emptySet = (space: Space): Partial => ({
  positions: new Uint32Array(wordsFor(space.m)),
  uncaptured: allLive(space),
  size: 0,
  lost: 0,
  missed: space.missed,
});

/** The partial set with one more rule, or null when the hierarchical bound cuts it. */
function extend(space: Space, from: Partial, p: number): Partial | null {
  const rule = space.captured[p];
  let { lost, missed } = from;
  const uncaptured = from.uncaptured.slice();
  for (let w = 0; w < rule.length; w++) {
    const now = uncaptured[w] & rule[w];
    if (now === 0) continue;
    missed -= weigh(space.positives, now, w);
    lost += weigh(space.negatives, now, w);
    uncaptured[w] &= ~now;
  }
  if (lost > space.allowed[from.size + 1]) return null;
  const positions = from.positions.slice();
  setBit(positions, p);
  return { positions, uncaptured, size: from.size + 1, lost, missed };
}

const isMember = (space: Space, set: Partial): boolean =>
  set.size >= space.fewest && set.lost + set.missed <= space.allowed[set.size];

const asModel = (space: Space, set: Partial): Model => toModel(space, { ...set, mistakes: set.lost + set.missed });

export interface TreeOptions {
  /** ℓ: rules decided at each level. */
  readonly rulesPerLevel: number;
  /** κ: partial sets that are carried on from each level. */
  readonly samplesPerLevel: number;
}

export interface TreeRun {
  /** The members in the last pool. */
  readonly members: readonly Model[];
  /** Unbiased estimate of the number of members. */
  readonly estimate: number;
  /** Partial sets made. */
  readonly nodes: number;
}

const LARGEST_POOL = 4_000_000;

/**
 * One run of BB-sts (the paper; the idea is SearchTreeSampler's: Ermon, Gomes & Selman, UAI 2012): level by level, κ partial sets
 * are drawn without replacement from the pool and extended by every subset of the next ℓ rules that the bound allows. The
 * estimate multiplies the members of the last pool by pool/drawn of all levels. It divides by the number drawn from the
 * last but one pool, as an unbiased estimate must; the published code divides by the size of that pool.
 */
export async function sampleTree(space: Space, options: TreeOptions, random: Random, job?: Job): Promise<TreeRun> {
  for (const [name, value] of Object.entries(options)) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`${name} must be a positive integer, not ${value}`);
  }
  const { rulesPerLevel, samplesPerLevel } = options;
  const pace = pacer(job?.signal);
  let pool = [emptySet(space)];
  let scale = 1;
  let nodes = 1;
  for (let first = 0; first < space.m; first += rulesPerLevel) {
    const drawn = shuffleFront(pool, samplesPerLevel, random).slice(0, samplesPerLevel);
    scale *= pool.length / drawn.length;
    const next: Partial[] = [];
    const end = Math.min(first + rulesPerLevel, space.m);
    const pause = () => {
      if (next.length > LARGEST_POOL)
        throw new RangeError(`more than ${LARGEST_POOL} partial rule sets on one level: take fewer rules a level`);
      return pace();
    };
    for (const set of drawn) {
      // Extensions join behind the set that they extend, and are extended in turn by later rules only.
      const begin = next.push(set) - 1;
      for (let p = first; p < end; p++) {
        for (let i = begin, last = next.length; i < last; i++) {
          const longer = extend(space, next[i], p);
          if (longer) next.push(longer);
          if (endsStep(i)) await pause();
        }
      }
      await pause();
    }
    nodes += next.length;
    pool = next;
  }
  const members: Model[] = [];
  for (const [i, set] of pool.entries()) {
    if (isMember(space, set)) members.push(asModel(space, set));
    if (endsStep(i)) await pace();
  }
  return { members, estimate: members.length * scale, nodes };
}

/**
 * The naive sampler: from the empty set, each time one of the rules after the last one that the bound allows, or, at a member,
 * the end, with equal chances; null in a dead end. Members with few ways down come far too often.
 */
export function walkTree(space: Space, random: Random): Model | null {
  let set = emptySet(space);
  let from = 0;
  for (;;) {
    const ways: { set: Partial; next: number }[] = [];
    for (let p = from; p < space.m; p++) {
      const longer = extend(space, set, p);
      if (longer) ways.push({ set: longer, next: p + 1 });
    }
    const ends = isMember(space, set) ? 1 : 0;
    if (ways.length + ends === 0) return null;
    const choice = random.below(ways.length + ends);
    if (choice === ways.length) return asModel(space, set);
    ({ set, next: from } = ways[choice]);
  }
}
