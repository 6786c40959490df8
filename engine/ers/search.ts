import { fullBits } from '../bits/bitset';
import { RunStatus, type SearchKernel, type SearchLayout } from '../bits/search-contract';
import { acquireKernel, releaseKernel } from '../bits/search-kernel';
import { sliceWeights, type WeightSlices, writeSlices } from '../bits/slices';
import { paced, pacer, type Steps } from '../job';
import type { Classes } from './classes';
import type { Instance } from './instance';
import { classesOf } from './space';

/**
 * The depth-first search of the Rashomon set, driven from outside a slice of work at a time.
 *
 * A node is a set of rules with what it has lost (captured negatives, and what no rule set can avoid), what it misses
 * (uncaptured positives) and its candidates: the rules that may still be added, each with its gain (positives it would newly
 * capture) and loss (negatives), in falling order of gain. Every set is found once: from the node of all its rules but the
 * last in that order. With `allowed[s]`, the mistakes that a member of s rules may make, a node of s rules
 * - is left alone unless for some t ≥ 1: lost + max(0, missed − the t largest gains) ≤ allowed[s + t];
 * - counts a candidate when lost + loss + missed − gain ≤ allowed[s + 1];
 * - keeps it for its children when lost + loss ≤ allowed[s + 2] (a rule that is lost here is lost below) and its net gain,
 *   with the largest gains of others, can still reach a member;
 * - where no member is two rules away, only counts, stops at the first candidate whose gain cannot suffice, and weighs none
 *   whose overlap with the last rule tells already that it suffices.
 * Hierarchical, look-ahead and size bound, equivalent points: Angelino et al., JMLR 2018, and the paper's BB-enum. The
 * gain bound is that of weighted clique searches: gains only fall as rules are added.
 */
export interface Search {
  /** Works for about a millisecond; the output buffer is void afterwards. */
  run(): RunStatus;
  /** Evaluated rule sets so far. */
  readonly nodes: number;
  /** What they cost at most, in pairs of words weighed. */
  readonly work: number;
  /** Part of the search that is done: a rough guess that only grows. */
  fraction(): number;
  /** Members found so far, by size. */
  found(): Float64Array;
  /** Tells of every member that the last run has written; `rules` is in no order and void afterwards. */
  read(visit: (rules: Int32Array, size: number, mistakes: number) => void): void;
  /** Replaces the allowances by lower ones. */
  tighten(allowed: Float64Array): void;
  /** Takes the numbers of members to leave out before each that is written; at most `gapRoom` of them. */
  setGaps(gaps: Float64Array): void;
  readonly gapRoom: number;
  /** Frees the memory. */
  close(): void;
}

export interface SearchSettings {
  /** `allowances` of the instance: the most mistakes for each size. */
  readonly allowed: Float64Array;
  /** Write members, not only count them. */
  readonly emit?: boolean;
  /** Let every run end with the first members that it finds. */
  readonly eager?: boolean;
  /** One of several parts that can be searched on their own; together they find what one search finds. */
  readonly part?: { readonly index: number; readonly of: number };
  /** For tests: the kernel to use. */
  readonly kernel?: SearchKernel;
}

interface Prepared {
  readonly classes: Classes;
  readonly positives: WeightSlices;
  readonly negatives: WeightSlices;
  /** The slices of the full set, then of every rule. */
  readonly slices: Uint32Array;
}

const preparedInstances = new WeakMap<Instance, Prepared>();

/** Merges and slices the points of an instance, once. */
function* prepare(instance: Instance): Steps<Prepared> {
  const known = preparedInstances.get(instance);
  if (known) return known;
  const classes = yield* classesOf(instance);
  const positives = yield* sliceWeights(classes.positives.weights);
  const negatives = yield* sliceWeights(classes.negatives.weights);
  const half = 2 * positives.words.length;
  const stride = half + 2 * negatives.words.length;
  const slices = new Uint32Array((instance.rules.length + 1) * stride);
  const write = (row: number, p: Uint32Array, n: Uint32Array) => {
    writeSlices(positives, p, slices, row * stride);
    writeSlices(negatives, n, slices, row * stride + half);
  };
  write(0, fullBits(classes.positives.count), fullBits(classes.negatives.count));
  for (let j = 0; j < instance.rules.length; j++) {
    write(j + 1, classes.positives.captured[j], classes.negatives.captured[j]);
    yield;
  }
  const prepared = { classes, positives, negatives, slices };
  preparedInstances.set(instance, prepared);
  return prepared;
}

const LEVEL = 32;
const OUTPUT_BYTES = 1 << 18;
const GAPS = 4096;
/** The most rules whose pairs are worth a table. */
const OVERLAPPING = 2048;
const MEMORY_LIMIT = 2 ** 31 - 65536;
/** Slices weighed in one run: about a millisecond in WebAssembly, a few in the twin. */
const WORK = 500_000;

/** Lays everything out in memory, from byte 64. */
function plan(m: number, positive: number, negative: number, sizes: number): SearchLayout & { bytes: number } {
  const stride = (positive + negative) * 8;
  // Level d holds at most the m − d rules that are not in its set, above all those of the levels before it.
  const depths = Math.min(sizes, m) + 1;
  const candidates = m + depths * m - (depths * (depths - 1)) / 2;
  let end = 64;
  const room = (bytes: number) => {
    const offset = end;
    end += Math.ceil(bytes / 8) * 8;
    return offset;
  };
  const layout = {
    positive,
    negative,
    stride,
    coefficients: room((positive + negative) * 8),
    slices: room(m * stride),
    uncaptured: room((depths + 1) * stride),
    levels: room((depths + 1) * LEVEL),
    rules: room(candidates * 4),
    gains: room(candidates * 8),
    losses: room(candidates * 8),
    sums: room(candidates * 8),
    allowed: room((m + 2) * 8),
    found: room((m + 2) * 8),
    gaps: room((m + GAPS) * 8),
    overlaps: m <= OVERLAPPING ? room(m * m * 8) : 0,
    uses: room(m * 4),
    output: room(OUTPUT_BYTES + 24 * m + 64),
    outputEnd: end,
    bytes: end,
  };
  if (end > MEMORY_LIMIT) {
    throw new RangeError(`a search over ${m} rules, up to ${sizes} at once, needs ${Math.round(end / 2 ** 20)} MB`);
  }
  return layout;
}

export async function createSearch(
  instance: Instance,
  settings: SearchSettings,
  signal?: AbortSignal,
): Promise<Search> {
  const { classes, positives, negatives, slices } = await paced(prepare(instance), pacer(signal));
  const { emit = false, eager = false, part = { index: 0, of: 1 } } = settings;
  const m = instance.rules.length;
  const sizes = settings.allowed.indexOf(-1) - 1;
  const at = plan(m, positives.words.length, negatives.words.length, Math.max(sizes, 0));
  const kernel = settings.kernel ?? (await acquireKernel());
  const buffer = kernel.reserve(at.bytes);
  const numbers = new Float64Array(buffer);
  const ints = new Int32Array(buffer);

  const writeNumbers = (offset: number, values: ArrayLike<number>) => {
    numbers.set(values, offset >>> 3);
    kernel.adopt(offset, values.length);
  };
  const heaviest = classes.positives.weights.reduce((sum, w) => sum + w, 0);
  kernel.layout(at);
  writeNumbers(at.coefficients, [...positives.coefficients, ...negatives.coefficients]);
  ints.set(slices.subarray(0, at.stride >>> 2), at.uncaptured >>> 2);
  ints.set(slices.subarray(at.stride >>> 2), at.slices >>> 2);
  writeNumbers(at.levels, [classes.unavoidable, heaviest]);
  writeNumbers(at.gains, new Float64Array(m).fill(heaviest));
  writeNumbers(at.losses, new Float64Array(m));
  for (let j = 0; j < m; j++) ints[(at.rules >>> 2) + j] = j;
  writeNumbers(at.allowed, settings.allowed);
  numbers.fill(0, at.found >>> 3, (at.found >>> 3) + m + 2);
  ints.fill(0, at.uses >>> 2, (at.uses >>> 2) + m);
  kernel.start(m, { emit, eager, part: part.index, parts: part.of });

  const workOfNode = at.positive + at.negative + 4;
  const budget = Math.max(1, Math.floor(WORK / workOfNode));
  const path = new Int32Array(m);
  let nodes = 0;
  let best = 0;
  return {
    run() {
      const status = kernel.run(budget);
      nodes += kernel.spent;
      return status;
    },
    get nodes() {
      return nodes;
    },
    get work() {
      return nodes * workOfNode;
    },
    fraction() {
      if (kernel.depth < 0) return 1;
      // Later children have fewer candidates: with c of k left, about (c/k)³ of a level's work is left.
      let left = 0;
      let share = 1;
      for (let d = 0; d <= Math.min(kernel.depth, 3); d++) {
        const level = (at.levels + d * LEVEL) >>> 2;
        const [start, end, next] = ints.subarray(level + 4, level + 7);
        const ahead = ((end - next) / (end - start || 1)) ** 3;
        const here = ((end - next + 1) / (end - start || 1)) ** 3;
        left += share * ahead;
        share *= Math.max(0, Math.min(1, here) - ahead);
      }
      best = Math.max(best, 1 - Math.min(1, left + share));
      return best;
    },
    found: () => numbers.slice(at.found >>> 3, (at.found >>> 3) + m + 1),
    read(visit) {
      for (let record = at.output >>> 2, end = kernel.written >>> 2; record < end; ) {
        const count = ints[record];
        const size = ints[record + 1] + 1;
        for (let i = 0; i < size - 1; i++) path[i] = ints[record + 2 + i];
        record += 2 + ((size >> 1) << 1);
        for (let k = 0; k < count; k++, record += 4) {
          path[size - 1] = ints[record + 2];
          visit(path, size, numbers[record >>> 1]);
        }
      }
    },
    tighten: (allowed) => writeNumbers(at.allowed, allowed),
    setGaps(gaps) {
      numbers.set(gaps, at.gaps >>> 3);
      kernel.setGaps(gaps.length);
    },
    gapRoom: m + GAPS,
    close() {
      if (!settings.kernel) releaseKernel(kernel);
    },
  };
}

/**
 * Runs a search to its end, lets other tasks in, and calls `onRun`, and waits for it, after every slice of work; one that answers
 * `false` ends the search.
 */
export async function drive(
  search: Search,
  signal: AbortSignal | undefined,
  onRun: (status: RunStatus) => unknown,
): Promise<void> {
  const pace = pacer(signal);
  try {
    for (;;) {
      const status = search.run();
      const goOn = await onRun(status);
      if (status === RunStatus.done || goOn === false) return;
      await pace();
    }
  } finally {
    search.close();
  }
}
