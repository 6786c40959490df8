// One pass over listed models (sweep-kernel.ts says what it counts), on a memory that sweep-kernel.ts lays out.
// sweep-twin.ts is the same in TypeScript: change both.

let words: usize = 0; // 64-bit words of a set of cells
let strata: i32 = 0;
let captured: usize = 0; // rule j at j·words
let ends: usize = 0; // i32 for each stratum, in words
let first: usize = 0; // i32 for each word and one more
let slices: usize = 0; // mask u64, shift u64
let base: usize = 0;
let levels: usize = 0;
let union: usize = 0;

export function layout(
  words_: usize,
  strata_: i32,
  captured_: usize,
  ends_: usize,
  first_: usize,
  slices_: usize,
  base_: usize,
  levels_: usize,
  union_: usize,
): void {
  words = words_;
  strata = strata_;
  captured = captured_;
  ends = ends_;
  first = first_;
  slices = slices_;
  base = base_;
  levels = levels_;
  union = union_;
}

@inline
function unite(rules: usize, from: u32, to: u32): void {
  if (from == to) {
    memory.fill(union, 0, words << 3);
    return;
  }
  const bytes = words << 3;
  memory.copy(union, captured + bytes * <usize>load<u16>(rules + (<usize>from << 1)), bytes);
  for (let r = from + 1; r < to; r++) {
    const rule = captured + bytes * <usize>load<u16>(rules + (<usize>r << 1));
    for (let w: usize = 0; w < bytes; w += 8) {
      store<u64>(union + w, load<u64>(union + w) | load<u64>(rule + w));
    }
  }
}

@inline
function points(w: usize, bits: u64): u32 {
  let count: u64 = 0;
  const end = slices + (<usize>load<i32>(first + (w << 2), 4) << 4);
  for (let e = slices + (<usize>load<i32>(first + (w << 2)) << 4); e < end; e += 16) {
    count += popcnt<u64>(bits & load<u64>(e)) << load<u64>(e, 8);
  }
  return <u32>count;
}

@inline
function tally(into: usize): void {
  let w: usize = 0;
  for (let s = 0; s < strata; s++) {
    const end = <usize>load<i32>(ends + (<usize>s << 2));
    let count: u32 = 0;
    for (; w < end; w++) {
      const bits = load<u64>(union + (w << 3));
      if (bits) count += points(w, bits);
    }
    store<u32>(into + (<usize>s << 2), count);
  }
}

@inline
function distance(): u32 {
  let count: u32 = 0;
  for (let w: usize = 0; w < words; w++) {
    const bits = load<u64>(union + (w << 3)) ^ load<u64>(base + (w << 3));
    if (bits) count += points(w, bits);
  }
  return count;
}

@inline
function addToCounters(): void {
  const bytes = words << 3;
  for (let w: usize = 0; w < bytes; w += 8) {
    let carry = load<u64>(union + w);
    for (let at = levels + w; carry; at += bytes) {
      const bits = load<u64>(at);
      store<u64>(at, bits ^ carry);
      carry &= bits;
    }
  }
}

/** `starts` are relative to `rules`; an output at 0 is not asked for. */
export function run(models: i32, starts: usize, rules: usize, tallies: usize, distances: usize, counting: bool): void {
  for (let k = 0; k < models; k++) {
    const at = starts + (<usize>k << 2);
    unite(rules, load<u32>(at), load<u32>(at, 4));
    if (tallies) {
      tally(tallies);
      tallies += <usize>strata << 2;
    }
    if (distances) {
      store<u32>(distances, distance());
      distances += 4;
    }
    if (counting) addToCounters();
  }
}
