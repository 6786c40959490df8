// The depth-first search of the Rashomon set (engine/ers/search.ts says what it computes), on a memory image that
// engine/bits/search-image.ts lays out. search-twin.ts is the same search in TypeScript, line for line: change both.
// Weights, mistakes and allowances are i64 here; the host writes them as f64 and `adopt` converts them in place.

const LEVEL: usize = 32; // lost i64, missed i64, start i32, end i32, next i32, rule i32
const NONE: i64 = -(1 << 53);

const DONE = 0;
const PAUSED = 1;
const FULL = 2;
const FOUND = 3;

const USES: i32 = 3; // of a rule as the last but one, before its overlaps with all others are worth weighing

let positive: i32 = 0; // slices of positives, of negatives
let negative: i32 = 0;
let stride: usize = 0; // bytes of all slices of one rule
let coefficients: usize = 0;
let slices: usize = 0;
let uncaptured: usize = 0;
let levels: usize = 0;
let rules: usize = 0;
let gains: usize = 0;
let losses: usize = 0;
let sums: usize = 0;
let allowed: usize = 0;
let found: usize = 0;
let output: usize = 0;
let outputEnd: usize = 0;
let gaps: usize = 0;
let overlaps: usize = 0;
let uses: usize = 0;

let rulesInAll: i32 = 0;
let emit: bool = false;
let eager: bool = false;
let part: i32 = 0;
let parts: i32 = 1;

let fresh: i32 = -1;
let ticket: i32 = 0;
let skip: i64 = 0;
let gap: usize = 0;
let gapEnd: usize = 0;
let least: i64 = 0;
let deepest: i64 = 0;

export let depth: i32 = 0;
export let spent: i32 = 0; // evaluations
let passed: i32 = 0; // candidates decided without one
export let written: usize = 0;

export function layout(
  positive_: i32,
  negative_: i32,
  coefficients_: usize,
  slices_: usize,
  uncaptured_: usize,
  levels_: usize,
  rules_: usize,
  gains_: usize,
  losses_: usize,
  sums_: usize,
  allowed_: usize,
  found_: usize,
  output_: usize,
  outputEnd_: usize,
  gaps_: usize,
  overlaps_: usize,
  uses_: usize,
): void {
  positive = positive_;
  negative = negative_;
  stride = (<usize>(positive + negative)) << 3;
  coefficients = coefficients_;
  slices = slices_;
  uncaptured = uncaptured_;
  levels = levels_;
  rules = rules_;
  gains = gains_;
  losses = losses_;
  sums = sums_;
  allowed = allowed_;
  found = found_;
  output = output_;
  outputEnd = outputEnd_;
  gaps = gaps_;
  overlaps = overlaps_;
  uses = uses_;
}

export function adopt(at: usize, count: i32): void {
  for (const end = at + ((<usize>count) << 3); at < end; at += 8) store<i64>(at, <i64>load<f64>(at));
}

export function setGaps(count: i32): void {
  gap = gaps;
  gapEnd = gaps + ((<usize>count) << 3);
  if (skip < 0) skip = nextGap();
}

function nextGap(): i64 {
  if (gap >= gapEnd) return 0;
  const value = <i64>load<f64>(gap);
  gap += 8;
  return value;
}

@inline
function weigh(bits: usize, slice: usize, coefficient: usize, count: i32): i64 {
  let sum: i64 = 0;
  for (const end = bits + ((<usize>count) << 3); bits < end; bits += 8, slice += 8, coefficient += 8) {
    sum += load<i64>(coefficient) * popcnt<i64>(load<i64>(bits) & load<i64>(slice));
  }
  return sum;
}

/** Level 0 is the empty set; its candidates are all rules, in the order of the host. */
export function start(m: i32, emit_: bool, eager_: bool, part_: i32, parts_: i32): void {
  rulesInAll = m;
  emit = emit_;
  eager = eager_;
  part = part_;
  parts = parts_;
  depth = 0;
  spent = 0;
  written = output;
  ticket = 0;
  skip = -1;
  gap = gapEnd = gaps;
  least = NONE;
  deepest = -NONE;
  fresh = m;
}

/**
 * Whether a set of `size` rules that has `lost` and `missed` so far can be extended to a member by the candidates after
 * `c`; leaves in `least` and `deepest` what a candidate must reach to be worth weighing.
 */
function reachable(size: i32, c: i32, end: i32, lost: i64, missed: i64): bool {
  const before = load<i64>(sums + ((<usize>c) << 3));
  let gained: i64 = 0;
  let deep = NONE;
  let any = false;
  const limit = end - c;
  for (let t = 1; t < limit; t++) {
    const room = load<i64>(allowed + ((<usize>(size + t)) << 3)) - lost;
    if (room < 0) break;
    // `gained` are the t − 1 largest gains here: a candidate with fewer than missed − room − gained net is of no use.
    if (t > 1) deep = max(deep, room - missed + gained);
    gained = load<i64>(sums + ((<usize>(c + t)) << 3)) - before;
    if (missed - gained <= room) any = true;
  }
  if (!any) return false;
  deepest = deep;
  least = min(lost + missed - load<i64>(allowed + ((<usize>(size + 1)) << 3)), -deep);
  return true;
}

/** Weighs the candidates first..end against level d; counts the members among them, keeps those that can go deeper. */
function expand(d: i32, first: i32, end: i32, shared: i64, mine: bool): void {
  const level = levels + (<usize>d) * LEVEL;
  const bits = uncaptured + (<usize>d) * stride;
  const bitsN = bits + ((<usize>positive) << 3);
  const coefficientsN = coefficients + ((<usize>positive) << 3);
  const lost = load<i64>(level);
  const missed = load<i64>(level, 8);
  const within = load<i64>(allowed + ((<usize>(d + 1)) << 3)) - lost - missed;
  const beyond = load<i64>(allowed + ((<usize>(d + 2)) << 3)) - lost;
  const deep = deepest;
  const floor = least;
  const start = end;
  const record = written;
  if (emit && mine) written = writeHeader(d);
  let top = start;
  let members = 0;
  let c = first;
  for (; c < end; c++) {
    const before = load<i64>(gains + ((<usize>c) << 3));
    if (before < floor) break;
    const unavoidable = max(load<i64>(losses + ((<usize>c) << 3)) - shared, 0);
    if (before - unavoidable < floor) continue;
    const rule = load<i32>(rules + ((<usize>c) << 2));
    const slice = slices + (<usize>rule) * stride;
    spent++;
    const gain = weigh(bits, slice, coefficients, positive);
    if (gain - unavoidable < floor) continue;
    const loss = weigh(bitsN, slice + ((<usize>positive) << 3), coefficientsN, negative);
    const net = loss - gain;
    if (net <= within && mine) {
      members++;
      if (emit) write(rule, lost + missed + net);
    }
    if (net <= deep && loss <= beyond) {
      let at = top++;
      for (; at > start && load<i64>(gains + ((<usize>(at - 1)) << 3)) < gain; at--) {
        store<i64>(gains + ((<usize>at) << 3), load<i64>(gains + ((<usize>(at - 1)) << 3)));
        store<i64>(losses + ((<usize>at) << 3), load<i64>(losses + ((<usize>(at - 1)) << 3)));
        store<i32>(rules + ((<usize>at) << 2), load<i32>(rules + ((<usize>(at - 1)) << 2)));
      }
      store<i64>(gains + ((<usize>at) << 3), gain);
      store<i64>(losses + ((<usize>at) << 3), loss);
      store<i32>(rules + ((<usize>at) << 2), rule);
    }
  }
  let sum: i64 = 0;
  for (let at = start; at < top; at++) {
    sum += load<i64>(gains + ((<usize>at) << 3));
    store<i64>(sums + ((<usize>at) << 3), sum);
  }
  store<i32>(level, start, 16);
  store<i32>(level, top, 20);
  store<i32>(level, start, 24);
  addFound(d + 1, members);
  if (emit && mine) closeRecord(record, d);
}

/** The uncaptured classes of level d + 1: those of level d without those of a rule. */
function uncapture(d: i32, rule: i32): void {
  let slice = slices + (<usize>rule) * stride;
  let from = uncaptured + (<usize>d) * stride;
  for (const stop = from + stride; from < stop; from += 8, slice += 8) {
    store<i64>(from + stride, load<i64>(from) & ~load<i64>(slice));
  }
}

/** For every other rule the positives that it captures together with this one; 0 as long as that is not worth weighing. */
function overlapsOf(rule: i32): usize {
  const count = uses + ((<usize>rule) << 2);
  const used = load<i32>(count);
  if (overlaps == 0 || used < USES) {
    store<i32>(count, used + 1);
    return 0;
  }
  const row = overlaps + (((<usize>rule) * (<usize>rulesInAll)) << 3);
  if (used == USES) {
    store<i32>(count, used + 1);
    spent += rulesInAll;
    const slice = slices + (<usize>rule) * stride;
    for (let other = 0; other < rulesInAll; other++) {
      const overlap = weigh(slice, slices + (<usize>other) * stride, coefficients, positive);
      store<i64>(row + ((<usize>other) << 3), overlap);
    }
  }
  return row;
}

/**
 * Counts the members that have one rule more than level d with its candidate c. Candidate j will gain no less than its gain
 * without its overlap with c, and lose no more than it would now: where that suffices it is a member, unweighed.
 */
function countLast(d: i32, c: i32, end: i32): void {
  const floor = least;
  const own = load<i64>(gains + ((<usize>c) << 3));
  const shared = load<i64>(losses + ((<usize>c) << 3));
  const last = load<i32>(rules + ((<usize>c) << 2));
  const row = overlapsOf(last);
  const bits = uncaptured + (<usize>(d + 1)) * stride;
  const bitsN = bits + ((<usize>positive) << 3);
  const coefficientsN = coefficients + ((<usize>positive) << 3);
  let ready = false;
  let members = 0;
  let j = c + 1;
  for (; j < end; j++) {
    const before = load<i64>(gains + ((<usize>j) << 3));
    if (before < floor) break;
    const loss = load<i64>(losses + ((<usize>j) << 3));
    const unavoidable = max(loss - shared, 0);
    if (before - unavoidable < floor) continue;
    const rule = load<i32>(rules + ((<usize>j) << 2));
    if (row && before - min(load<i64>(row + ((<usize>rule) << 3)), own) - loss >= floor) {
      members++;
      continue;
    }
    if (!ready) {
      uncapture(d, last);
      ready = true;
    }
    spent++;
    const slice = slices + (<usize>rule) * stride;
    const gain = weigh(bits, slice, coefficients, positive);
    if (gain - unavoidable < floor) continue;
    if (gain - weigh(bitsN, slice + ((<usize>positive) << 3), coefficientsN, negative) >= floor) members++;
  }
  passed += j - c;
  addFound(d + 2, members);
}

function addFound(size: i32, members: i32): void {
  if (members) store<f64>(found + ((<usize>size) << 3), load<f64>(found + ((<usize>size) << 3)) + <f64>members);
}

/** A record: number of members, size of the prefix, the prefix; then for each member its mistakes and its last rule. */
function headerBytes(d: i32): usize {
  return 8 + (<usize>((d + 1) >> 1) << 3);
}

function writeHeader(d: i32): usize {
  store<i32>(written, d, 4);
  for (let i = 1; i <= d; i++) {
    store<i32>(written + ((<usize>i) << 2), load<i32>(levels + (<usize>i) * LEVEL, 28), 4);
  }
  return written + headerBytes(d);
}

function write(rule: i32, mistakes: i64): void {
  if (skip > 0) {
    skip--;
    return;
  }
  skip = nextGap();
  store<f64>(written, <f64>mistakes);
  store<i32>(written, rule, 8);
  written += 16;
}

function closeRecord(record: usize, d: i32): void {
  const count = <i32>((written - record - headerBytes(d)) >> 4);
  if (count) store<i32>(record, count);
  else written = record;
}

/** Goes on for about `budget` evaluations. */
export function run(budget: i32): i32 {
  spent = 0;
  passed = 0;
  written = output;
  if (fresh >= 0) {
    expand(0, 0, fresh, 0, part == 0);
    fresh = -1;
    if (eager && written > output) return FOUND;
  }
  while (depth >= 0) {
    if (spent + (passed >> 4) >= budget) return PAUSED;
    const level = levels + (<usize>depth) * LEVEL;
    const c = load<i32>(level, 24);
    const end = load<i32>(level, 20);
    if (c + 1 >= end) {
      depth--;
      continue;
    }
    const d = depth + 1;
    const room = <usize>(end - c);
    if (emit && (written + headerBytes(d) + (room << 4) > outputEnd || (gapEnd > gaps && gap + (room << 3) > gapEnd))) {
      return FULL;
    }
    store<i32>(level, c + 1, 24);
    passed++;
    const loss = load<i64>(losses + ((<usize>c) << 3));
    const lost = load<i64>(level) + loss;
    const missed = load<i64>(level, 8) - load<i64>(gains + ((<usize>c) << 3));
    if (!reachable(d, c, end, lost, missed)) continue;
    const mine = d > 2 || ticket++ % parts == part;
    if (!mine && (d == 2 || deepest == NONE)) continue;
    if (!emit && deepest == NONE) {
      countLast(depth, c, end);
      continue;
    }
    const rule = load<i32>(rules + ((<usize>c) << 2));
    const child = level + LEVEL;
    store<i64>(child, lost);
    store<i64>(child, missed, 8);
    store<i32>(child, rule, 28);
    uncapture(depth, rule);
    expand(d, c + 1, end, loss, mine);
    depth = d;
    if (eager && written > output) return FOUND;
  }
  return DONE;
}
