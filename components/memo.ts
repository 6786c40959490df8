import type { Job } from '../engine/job';

type Wish = Pick<Job, 'signal'>;

interface Shared<T> {
  readonly answer: Promise<T>;
  readonly stop: AbortController;
  /** How many have not given up. */
  waiting: number;
}

/** The shared answer, for somebody who may give up; the last who does stops the work. */
function waitFor<T>(shared: Shared<T>, signal: AbortSignal | undefined, forget: () => void): Promise<T> {
  shared.waiting++;
  if (!signal) return shared.answer;
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      reject(signal.reason);
      if (--shared.waiting > 0) return;
      forget();
      shared.stop.abort(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    shared.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Long work whose answer several ask for is done once for each context and question. It goes on until all who asked have
 * given up; what failed or was stopped is done anew for the next.
 */
export function memo<C extends object, Q, T>(
  make: (context: C, question: Q, job: Wish) => Promise<T>,
  keyOf: (question: Q) => string,
): (context: C, question: Q, job?: Wish) => Promise<T> {
  const made = new WeakMap<C, Map<string, Shared<T>>>();
  return async (context, question, { signal } = {}) => {
    signal?.throwIfAborted();
    const known = made.get(context) ?? new Map<string, Shared<T>>();
    made.set(context, known);
    const key = keyOf(question);
    let shared = known.get(key);
    const forget = () => {
      if (known.get(key) === shared) known.delete(key);
    };
    if (!shared) {
      const stop = new AbortController();
      shared = { answer: make(context, question, { signal: stop.signal }), stop, waiting: 0 };
      known.set(key, shared);
      shared.answer.catch(forget);
    }
    return waitFor(shared, signal, forget);
  };
}
