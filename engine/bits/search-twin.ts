import { RunStatus, type SearchKernel, type SearchLayout } from './search-contract';

const LEVEL = 32; // bytes: lost f64, missed f64, start i32, end i32, next i32, rule i32
const NONE = -(2 ** 53);
const USES = 3; // of a rule as the last but one, before its overlaps with all others are worth weighing

/** Number of set bits of two 32-bit words. */
function popcountPair(a: number, b: number): number {
  let x = a - ((a >>> 1) & 0x55555555);
  let y = b - ((b >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  y = (y & 0x33333333) + ((y >>> 2) & 0x33333333);
  const sum = x + y;
  return Math.imul((sum & 0x0f0f0f0f) + ((sum >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}

/** The search of search.as.ts in plain TypeScript, step for step: the same members, in the same order, for the same nodes. */
export function createTwin(): SearchKernel {
  let buffer = new ArrayBuffer(0);
  let numbers = new Float64Array(buffer);
  let ints = new Int32Array(buffer);
  let at: SearchLayout;

  let emit = false;
  let eager = false;
  let part = 0;
  let parts = 1;
  let fresh = -1;
  let ticket = 0;
  let skip = 0;
  let gap = 0;
  let gapEnd = 0;
  let least = 0;
  let deepest = 0;
  let depth = 0;
  let spent = 0;
  let passed = 0;
  let rulesInAll = 0;
  let written = 0;

  function nextGap(): number {
    if (gap >= gapEnd) return 0;
    gap += 8;
    return numbers[(gap >>> 3) - 1];
  }

  function weigh(bits: number, slice: number, coefficient: number, count: number): number {
    let sum = 0;
    let b = bits >>> 2;
    let s = slice >>> 2;
    let k = coefficient >>> 3;
    for (const end = k + count; k < end; k++, b += 2, s += 2) {
      sum += numbers[k] * popcountPair(ints[b] & ints[s], ints[b + 1] & ints[s + 1]);
    }
    return sum;
  }

  function reachable(size: number, c: number, end: number, lost: number, missed: number): boolean {
    const allowed = at.allowed >>> 3;
    const sums = at.sums >>> 3;
    const before = numbers[sums + c];
    let gained = 0;
    let deep = NONE;
    let any = false;
    const limit = end - c;
    for (let t = 1; t < limit; t++) {
      const room = numbers[allowed + size + t] - lost;
      if (room < 0) break;
      if (t > 1) deep = Math.max(deep, room - missed + gained);
      gained = numbers[sums + c + t] - before;
      if (missed - gained <= room) any = true;
    }
    if (!any) return false;
    deepest = deep;
    least = Math.min(lost + missed - numbers[allowed + size + 1], -deep);
    return true;
  }

  function expand(d: number, first: number, end: number, shared: number, mine: boolean): void {
    const { positive, negative, stride } = at;
    const gains = at.gains >>> 3;
    const losses = at.losses >>> 3;
    const rules = at.rules >>> 2;
    const level = at.levels + d * LEVEL;
    const bits = at.uncaptured + d * stride;
    const bitsN = bits + (positive << 3);
    const coefficientsN = at.coefficients + (positive << 3);
    const lost = numbers[level >>> 3];
    const missed = numbers[(level >>> 3) + 1];
    const within = numbers[(at.allowed >>> 3) + d + 1] - lost - missed;
    const beyond = numbers[(at.allowed >>> 3) + d + 2] - lost;
    const deep = deepest;
    const floor = least;
    const start = end;
    const record = written;
    if (emit && mine) written = writeHeader(d);
    let top = start;
    let members = 0;
    for (let c = first; c < end; c++) {
      const before = numbers[gains + c];
      if (before < floor) break;
      const unavoidable = Math.max(numbers[losses + c] - shared, 0);
      if (before - unavoidable < floor) continue;
      const rule = ints[rules + c];
      const slice = at.slices + rule * stride;
      spent++;
      const gain = weigh(bits, slice, at.coefficients, positive);
      if (gain - unavoidable < floor) continue;
      const loss = weigh(bitsN, slice + (positive << 3), coefficientsN, negative);
      const net = loss - gain;
      if (net <= within && mine) {
        members++;
        if (emit) write(rule, lost + missed + net);
      }
      if (net <= deep && loss <= beyond) {
        let to = top++;
        for (; to > start && numbers[gains + to - 1] < gain; to--) {
          numbers[gains + to] = numbers[gains + to - 1];
          numbers[losses + to] = numbers[losses + to - 1];
          ints[rules + to] = ints[rules + to - 1];
        }
        numbers[gains + to] = gain;
        numbers[losses + to] = loss;
        ints[rules + to] = rule;
      }
    }
    let sum = 0;
    for (let c = start; c < top; c++) {
      sum += numbers[gains + c];
      numbers[(at.sums >>> 3) + c] = sum;
    }
    ints[(level >>> 2) + 4] = start;
    ints[(level >>> 2) + 5] = top;
    ints[(level >>> 2) + 6] = start;
    addFound(d + 1, members);
    if (emit && mine) closeRecord(record, d);
  }

  function uncapture(d: number, rule: number): void {
    const words = at.stride >>> 2;
    const slice = (at.slices + rule * at.stride) >>> 2;
    const from = (at.uncaptured + d * at.stride) >>> 2;
    for (let w = 0; w < words; w++) ints[from + words + w] = ints[from + w] & ~ints[slice + w];
  }

  function overlapsOf(rule: number): number {
    const count = (at.uses >>> 2) + rule;
    const used = ints[count];
    if (at.overlaps === 0 || used < USES) {
      ints[count]++;
      return 0;
    }
    const row = (at.overlaps >>> 3) + rule * rulesInAll;
    if (used === USES) {
      ints[count]++;
      spent += rulesInAll;
      const slice = at.slices + rule * at.stride;
      for (let other = 0; other < rulesInAll; other++) {
        numbers[row + other] = weigh(slice, at.slices + other * at.stride, at.coefficients, at.positive);
      }
    }
    return row;
  }

  function countLast(d: number, c: number, end: number): void {
    const { positive, negative, stride } = at;
    const gains = at.gains >>> 3;
    const losses = at.losses >>> 3;
    const rules = at.rules >>> 2;
    const floor = least;
    const own = numbers[gains + c];
    const shared = numbers[losses + c];
    const last = ints[rules + c];
    const row = overlapsOf(last);
    const bits = at.uncaptured + (d + 1) * stride;
    const bitsN = bits + (positive << 3);
    const coefficientsN = at.coefficients + (positive << 3);
    let ready = false;
    let members = 0;
    let j = c + 1;
    for (; j < end; j++) {
      const before = numbers[gains + j];
      if (before < floor) break;
      const loss = numbers[losses + j];
      const unavoidable = Math.max(loss - shared, 0);
      if (before - unavoidable < floor) continue;
      const rule = ints[rules + j];
      if (row && before - Math.min(numbers[row + rule], own) - loss >= floor) {
        members++;
        continue;
      }
      if (!ready) {
        uncapture(d, last);
        ready = true;
      }
      spent++;
      const slice = at.slices + rule * stride;
      const gain = weigh(bits, slice, at.coefficients, positive);
      if (gain - unavoidable < floor) continue;
      if (gain - weigh(bitsN, slice + (positive << 3), coefficientsN, negative) >= floor) members++;
    }
    passed += j - c;
    addFound(d + 2, members);
  }

  function addFound(size: number, members: number): void {
    numbers[(at.found >>> 3) + size] += members;
  }

  const headerBytes = (d: number): number => 8 + (((d + 1) >> 1) << 3);

  function writeHeader(d: number): number {
    const header = written >>> 2;
    ints[header + 1] = d;
    for (let i = 1; i <= d; i++) ints[header + 1 + i] = ints[((at.levels + i * LEVEL) >>> 2) + 7];
    return written + headerBytes(d);
  }

  function write(rule: number, mistakes: number): void {
    if (skip > 0) {
      skip--;
      return;
    }
    skip = nextGap();
    numbers[written >>> 3] = mistakes;
    ints[(written >>> 2) + 2] = rule;
    written += 16;
  }

  function closeRecord(record: number, d: number): void {
    const count = (written - record - headerBytes(d)) >>> 4;
    if (count) ints[record >>> 2] = count;
    else written = record;
  }

  function run(budget: number): RunStatus {
    spent = 0;
    passed = 0;
    written = at.output;
    if (fresh >= 0) {
      expand(0, 0, fresh, 0, part === 0);
      fresh = -1;
      if (eager && written > at.output) return RunStatus.found;
    }
    const gains = at.gains >>> 3;
    const losses = at.losses >>> 3;
    while (depth >= 0) {
      if (spent + (passed >> 4) >= budget) return RunStatus.paused;
      const level = at.levels + depth * LEVEL;
      const c = ints[(level >>> 2) + 6];
      const end = ints[(level >>> 2) + 5];
      if (c + 1 >= end) {
        depth--;
        continue;
      }
      const d = depth + 1;
      const room = end - c;
      if (
        emit &&
        (written + headerBytes(d) + (room << 4) > at.outputEnd || (gapEnd > at.gaps && gap + (room << 3) > gapEnd))
      ) {
        return RunStatus.full;
      }
      ints[(level >>> 2) + 6] = c + 1;
      passed++;
      const loss = numbers[losses + c];
      const lost = numbers[level >>> 3] + loss;
      const missed = numbers[(level >>> 3) + 1] - numbers[gains + c];
      if (!reachable(d, c, end, lost, missed)) continue;
      const mine = d > 2 || ticket++ % parts === part;
      if (!mine && (d === 2 || deepest === NONE)) continue;
      if (!emit && deepest === NONE) {
        countLast(depth, c, end);
        continue;
      }
      const rule = ints[(at.rules >>> 2) + c];
      const child = level + LEVEL;
      numbers[child >>> 3] = lost;
      numbers[(child >>> 3) + 1] = missed;
      ints[(child >>> 2) + 7] = rule;
      uncapture(depth, rule);
      expand(d, c + 1, end, loss, mine);
      depth = d;
      if (eager && written > at.output) return RunStatus.found;
    }
    return RunStatus.done;
  }

  return {
    name: 'TypeScript',
    reserve(bytes) {
      if (buffer.byteLength < bytes) {
        buffer = new ArrayBuffer((bytes + 7) & ~7);
        numbers = new Float64Array(buffer);
        ints = new Int32Array(buffer);
      }
      return buffer;
    },
    layout(layout) {
      at = layout;
    },
    adopt() {},
    setGaps(count) {
      gap = at.gaps;
      gapEnd = at.gaps + count * 8;
      if (skip < 0) skip = nextGap();
    },
    start(m, options) {
      ({ emit, eager, part, parts } = options);
      rulesInAll = m;
      fresh = m;
      depth = 0;
      ticket = 0;
      skip = -1;
      gap = at.gaps;
      gapEnd = at.gaps;
      least = NONE;
      deepest = -NONE;
    },
    run,
    get depth() {
      return depth;
    },
    get spent() {
      return spent;
    },
    get written() {
      return written;
    },
  };
}
