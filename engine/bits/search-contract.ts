/** Why a kernel stopped: no more to do, budget spent, output buffer nearly full, or (eager) members written. */
export const RunStatus = { done: 0, paused: 1, full: 2, found: 3 } as const;
export type RunStatus = (typeof RunStatus)[keyof typeof RunStatus];

/** Where things lie in the memory of a kernel: byte offsets, all multiples of 8, and two numbers of slices. */
export interface SearchLayout {
  /** Slices (64-bit words with one coefficient each) of the positive and of the negative classes. */
  readonly positive: number;
  readonly negative: number;
  /** Bytes of all slices of one rule. */
  readonly stride: number;
  readonly coefficients: number;
  readonly slices: number;
  /** The uncaptured classes at each level, `stride` bytes a level. */
  readonly uncaptured: number;
  /** The levels, 32 bytes each. */
  readonly levels: number;
  /** The stack of candidates: rule, gain, loss, and the running sum of the gains of its level. */
  readonly rules: number;
  readonly gains: number;
  readonly losses: number;
  readonly sums: number;
  readonly allowed: number;
  /** Members found, by size. */
  readonly found: number;
  readonly output: number;
  readonly outputEnd: number;
  /** Numbers of members to leave out before the next one that is written. */
  readonly gaps: number;
  /** For each pair of rules the positives that both capture, weighed when needed; 0 where there is no room for that. */
  readonly overlaps: number;
  /** For each rule how often its overlaps would have been of use; zero at the start. */
  readonly uses: number;
}

export interface SearchOptions {
  /** Write members into the output buffer; else only count them. */
  readonly emit: boolean;
  /** Return as soon as members have been written. */
  readonly eager: boolean;
  /** Do part `part` of `parts` independent parts of the search. */
  readonly part: number;
  readonly parts: number;
}

/** The search, in WebAssembly or as its TypeScript twin. engine/ers/search.ts drives it. */
export interface SearchKernel {
  readonly name: 'WebAssembly' | 'TypeScript';
  /** Makes the memory at least this large. Earlier buffers are void then. */
  reserve(bytes: number): ArrayBuffer;
  layout(layout: SearchLayout): void;
  /** Takes over `count` numbers that the host has written at an offset as f64. */
  adopt(offset: number, count: number): void;
  /** Takes over `count` gaps. */
  setGaps(count: number): void;
  start(m: number, options: SearchOptions): void;
  /** Empties the output buffer and goes on for about `budget` evaluations. */
  run(budget: number): RunStatus;
  /** Number of rules of the current node, −1 when done. */
  readonly depth: number;
  /** Evaluations of the last run. */
  readonly spent: number;
  /** Where the output of the last run ends. */
  readonly written: number;
}
