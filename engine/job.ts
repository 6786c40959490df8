/** What long work takes beside its input: a way to stop it, and an ear for its progress (DESIGN.md, "One contract"). */
export interface Job<Partial = unknown> {
  readonly signal?: AbortSignal;
  // A method, so that one ear can hear jobs that tell more and less.
  onProgress?(progress: Progress<Partial>): void;
}

export interface Progress<Partial = unknown> {
  /** From 0 to 1; never falls. */
  readonly fraction: number;
  readonly partial?: Partial;
}

/** What a result cost. `nodes` counts evaluated rule sets or states; the method says which. */
export interface Cost {
  readonly nodes: number;
  readonly ms: number;
  readonly threads: number;
}

/** Lets messages in without the clamp of `setTimeout`. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const PAUSE_EVERY_MS = 8;

export type Pace = () => Promise<void> | void;

/**
 * A pacer for long loops: `await pace()` every so often returns at once, or, after 8 ms of work, lets other tasks in;
 * it throws the signal's reason when the work was cancelled.
 */
export function pacer(signal?: AbortSignal): Pace {
  let last = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - last < PAUSE_EVERY_MS) return;
    return nextTask().then(() => {
      last = performance.now();
      signal?.throwIfAborted();
    });
  };
}

/** Work that yields after every step of a millisecond or so, and ends with its result. */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Takes the steps at a pace. */
export async function paced<Result>(steps: Steps<Result>, pace: Pace): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const wait = pace();
    if (wait) await wait;
  }
}

/** Whether a step ends after the i-th of many small things. */
export const endsStep = (i: number): boolean => (i & 4095) === 4095;
