import { setBit, wordsFor } from '../bits/bitset';
import { type Job, pacer } from '../job';
import type { Random } from '../random';
import { totalWeight } from './instance';
import { type Model, toModel } from './models';
import { toNumber } from './rational';
import type { Space } from './space';
import { createWeigher } from './weigher';

export interface SplittingOptions {
  /** Rule sets that walk at the same time; the more, the less the estimate varies. */
  readonly walkers: number;
  /** Steps that each walks on every level. */
  readonly steps: number;
}

export interface SplittingRun {
  /** Where the walkers end: members, the same one more than once where there are few. */
  readonly models: readonly Model[];
  /** Estimate of the number of members; 0 where no walker arrived. */
  readonly estimate: number;
  /** Rule sets weighed. */
  readonly nodes: number;
}

/** A rule set on its way: positions in the order of the space, with its mistakes, and its objective in weights of mistakes. */
interface Walker {
  readonly rules: Uint16Array;
  readonly mistakes: number;
  readonly cost: number;
}

const WALKERS = { most: 500, least: 100 };
const STEPS = 20;

/** A step looks at the words that a rule captures; with more of them fewer can walk in the seconds of a quick look. */
const WORDS = 100_000;

/** What a quick look can afford: a few seconds, whatever the number of points. */
export function quick({ live }: Space): SplittingOptions {
  const walkers = Math.floor(WORDS / Math.max(wordsFor(live[0]), 1));
  return { walkers: Math.min(WALKERS.most, Math.max(WALKERS.least, walkers)), steps: STEPS };
}

/** The share of the walkers that goes on to the next level. */
const KEPT = 0.5;

/** Among members walkers go on for so many times longer, so that copies part. */
const LAST = 5;

/** Draws uniformly from the rule sets of at most `longest` rules: first the size, then the rules. */
function createStarter({ m, fewest }: Space, longest: number) {
  const lnOfSize: number[] = [];
  for (let s = 0, ln = 0; s <= longest; ln += Math.log((m - s) / (s + 1)), s++)
    lnOfSize.push(s < fewest ? Number.NEGATIVE_INFINITY : ln);
  const most = Math.max(...lnOfSize);
  const weights = lnOfSize.map((ln) => Math.exp(ln - most));
  const total = weights.reduce((a, b) => a + b, 0);
  const order = Array.from({ length: m }, (_, p) => p);
  const draw = (random: Random): Uint16Array => {
    let ticket = random.uniform() * total;
    let size = 0;
    while (size < longest && ticket >= weights[size]) ticket -= weights[size++];
    for (let i = 0; i < size; i++) {
      const j = i + random.below(m - i);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return Uint16Array.from(order.slice(0, size));
  };
  return { draw, lnCount: most + Math.log(total) };
}

/** A step to a neighbour: the index of the rule that goes, and the position of the one that comes; −1 is none. */
interface Move {
  out: number;
  more: number;
}

/**
 * Draws a neighbour so that the way back is as likely: one rule more, one less, or one in place of another. False where the
 * draw leads nowhere.
 */
function drawMove({ m, fewest }: Space, rules: Uint16Array, longest: number, random: Random, move: Move): boolean {
  const size = rules.length;
  const p = random.below(m);
  const at = rules.indexOf(p);
  if (random.below(2) === 0) {
    move.out = at;
    move.more = at < 0 ? p : -1;
    return at < 0 ? size < longest : size > fewest;
  }
  if (at >= 0 || size === 0) return false;
  move.out = random.below(size);
  move.more = p;
  return true;
}

function moved(rules: Uint16Array, { out, more }: Move): Uint16Array {
  const size = rules.length;
  if (out >= 0 && more >= 0) {
    const next = rules.slice();
    next[out] = more;
    return next;
  }
  const next = new Uint16Array(out < 0 ? size + 1 : size - 1);
  next.set(out < 0 ? rules : rules.subarray(0, size - 1));
  if (out < 0) next[size] = more;
  else if (out < size - 1) next[out] = rules[size - 1];
  return next;
}

/** The cost that the cheaper half does not exceed; where that is what all cost, the next lower one. */
function nextBound(walkers: readonly Walker[]): number {
  const costs = Float64Array.from(walkers, ({ cost }) => cost).sort();
  const bound = costs[Math.floor(KEPT * costs.length)];
  if (bound < costs[costs.length - 1]) return bound;
  return costs.findLast((cost) => cost < bound) ?? Number.NEGATIVE_INFINITY;
}

function asModel(space: Space, { rules, mistakes }: Walker): Model {
  const positions = new Uint32Array(wordsFor(space.m));
  for (const p of rules) setBit(positions, p);
  return toModel(space, { positions, size: rules.length, mistakes });
}

/**
 * Members of a set that can neither be listed, nor compiled, nor hashed in time, and how many there are: multilevel splitting
 * (Botev & Kroese, Methodol. Comput. Appl. Probab. 2008). Walkers begin anywhere among the rule sets that are short enough.
 * Level by level the dearer half goes, copies of the others take its place, and all walk on at random below the cost that is
 * reached. The count is that of the short rule sets times the shares that went on. Always ends soon, and promises nothing:
 * walkers that do not get around leave members out.
 */
export async function split(
  space: Space,
  { walkers: many, steps }: SplittingOptions,
  random: Random,
  job?: Job,
): Promise<SplittingRun> {
  const longest = space.allowed.subarray(0, space.m + 1).findLastIndex((most) => most >= 0);
  if (longest < space.fewest) return { models: [], estimate: 0, nodes: 0 };
  const price = toNumber(space.lambda) * totalWeight(space.instance);
  const weigher = createWeigher(space);
  const weighed = (rules: Uint16Array): Walker => {
    const mistakes = weigher.hold(rules);
    return { rules, mistakes, cost: mistakes + price * rules.length };
  };
  type Passes = (mistakes: number, size: number) => boolean;
  const belongs: Passes = (mistakes, size) => mistakes <= space.allowed[size];
  const { draw, lnCount } = createStarter(space, longest);
  const pace = pacer(job?.signal);
  let walkers = Array.from({ length: many }, () => weighed(draw(random)));
  let nodes = many;
  let ln = lnCount;
  // If half go at every level, a single member is reached after so many: members are mostly reached before.
  const levels = lnCount / -Math.log(KEPT);

  const move: Move = { out: -1, more: -1 };
  const walk = async (passes: Passes, far: number) => {
    for (let i = 0; i < many; i++) {
      let here = walkers[i];
      weigher.hold(here.rules, here.mistakes);
      for (let step = 0; step < far; step++) {
        if (!drawMove(space, here.rules, longest, random, move)) continue;
        nodes++;
        const { out, more } = move;
        const size = here.rules.length + (more < 0 ? -1 : out < 0 ? 1 : 0);
        const mistakes = weigher.weighWith(more, out < 0 ? -1 : here.rules[out]);
        if (!passes(mistakes, size)) continue;
        here = { rules: moved(here.rules, move), mistakes, cost: mistakes + price * size };
        weigher.hold(here.rules, mistakes);
      }
      walkers[i] = here;
      const wait = pace();
      if (wait) await wait;
    }
  };
  for (let level = 1; ; level++) {
    const members = walkers.filter(({ mistakes, rules }) => belongs(mistakes, rules.length));
    const arrived = members.length >= KEPT * many;
    const bound = nextBound(walkers);
    const kept = arrived ? members : walkers.filter(({ cost }) => cost <= bound);
    if (kept.length === 0) return { models: [], estimate: 0, nodes };
    ln += Math.log(kept.length / many);
    walkers = Array.from({ length: many }, (_, i) => kept[i < kept.length ? i : random.below(kept.length)]);
    const cheap: Passes = (mistakes, size) => mistakes + price * size <= bound;
    await walk(arrived ? belongs : cheap, arrived ? LAST * steps : steps);
    job?.onProgress?.({ fraction: arrived ? 1 : Math.min(0.95, level / levels) });
    if (arrived) break;
  }
  return { models: walkers.map((walker) => asModel(space, walker)), estimate: Math.exp(ln), nodes };
}
