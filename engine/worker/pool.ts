import * as Comlink from 'comlink';
import type { Progress } from '../job';
import { type Heartbeat, watchOver } from './heartbeat';
import type { Host } from './host';
import type { Engine } from './jobs';

/** One worker as the pool sees it. */
export interface Seat {
  readonly host: Comlink.Remote<Host>;
  /** Calls back once, when the worker has died by itself. */
  onDeath(tell: (reason: string) => void): void;
  terminate(): void;
}

/** A worker died, of memory or by force, and died again when its work was done anew. */
export class WorkerDied extends Error {
  override name = 'WorkerDied';
  constructor(
    message: string,
    /** The pool itself took the worker, for the sake of another job. */
    readonly taken = false,
  ) {
    super(message);
  }
}

/** How often a job is begun before its workers' deaths are taken for its own doing. */
const ATTEMPTS = 2;

/** A cancelled job that has not let go after so long loses its worker; what else ran there is done anew. */
const GRACE_MS = 40;

interface Place {
  readonly seat: Seat;
  /** Rejects with WorkerDied when the worker is gone. */
  readonly death: Promise<never>;
  readonly kill: (reason: string, taken?: boolean) => void;
  /** Settles when the worker has loaded. */
  readonly up: Promise<unknown>;
  running: number;
  /** Only a worker that has work is looked after. */
  heartbeat: Heartbeat | null;
}

export interface Pool extends Engine {
  /** The most workers. */
  readonly size: number;
  /** Starts all workers, and waits until they have loaded. */
  ready(): Promise<void>;
  close(): void;
}

/**
 * Workers that share the jobs: each job goes to the least busy one, and workers start when they are first needed. The
 * answer of a job does not depend on which worker gives it. A worker that dies is replaced and its jobs are done anew.
 */
export function createPool(spawn: () => Seat, size: number): Pool {
  const places: Place[] = [];
  let closed = false;
  let lastId = 0;

  function open(): Place {
    const seat = spawn();
    let die: (error: Error) => void = () => {};
    const death = new Promise<never>((_, reject) => {
      die = reject;
    });
    death.catch(() => {});
    const kill = (reason: string, taken = false) => {
      const at = places.indexOf(place);
      if (at >= 0) places.splice(at, 1);
      place.heartbeat?.stop();
      seat.terminate();
      die(new WorkerDied(reason, taken));
    };
    // A worker that is still loading cannot hear a cancel: it answers this call first.
    const up = Promise.resolve(seat.host.cancel(0));
    const place: Place = { seat, death, kill, up, running: 0, heartbeat: null };
    seat.onDeath((reason) => kill(reason));
    places.push(place);
    return place;
  }

  function leastBusy(): Place {
    const best = places.reduce<Place | null>((a, b) => (a && a.running <= b.running ? a : b), null);
    return best && (best.running === 0 || places.length >= size) ? best : open();
  }

  function watch(place: Place): void {
    if (place.running === 0 || !places.includes(place)) return;
    place.heartbeat?.stop();
    place.heartbeat = watchOver(
      async () => place.seat.host.cancel(0),
      () => place.kill('a worker fell silent'),
    );
  }

  async function runOnce<T>(
    place: Place,
    start: (host: Host, id: number, heard: () => void) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const id = ++lastId;
    // Comlink's mapped types lose the generic of `run`.
    const host = place.seat.host as unknown as Host;
    if (place.running++ === 0) place.up.then(() => watch(place));
    const result = start(host, id, () => place.heartbeat?.heard());
    const settled = result.then(
      () => {},
      () => {},
    );
    settled.then(() => {
      if (--place.running === 0) place.heartbeat?.stop();
    });
    let onAbort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => {
        reject(signal!.reason);
        host.cancel(id);
        let done = false;
        settled.then(() => {
          done = true;
        });
        const take = () => {
          if (!done) place.kill('a cancelled job did not stop', true);
        };
        place.up.then(() => setTimeout(take, GRACE_MS));
      };
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    // One signal may see many jobs.
    const forget = () => signal?.removeEventListener('abort', onAbort);
    return Promise.race([result, place.death, aborted]).finally(forget);
  }

  return {
    size,
    async run(name, input, { signal, onProgress } = {}) {
      let reached = 0;
      const report = (progress: Progress, heard: () => void) => {
        heard();
        if (signal?.aborted || progress.fraction < reached) return;
        reached = progress.fraction;
        onProgress?.(progress);
      };
      for (let attempt = 1; ; ) {
        signal?.throwIfAborted();
        try {
          return await runOnce(
            leastBusy(),
            (host, id, heard) =>
              host.run(id, name, input, onProgress && Comlink.proxy((progress: Progress) => report(progress, heard))),
            signal,
          );
        } catch (error) {
          if (!(error instanceof WorkerDied) || closed) throw error;
          if (!error.taken && ++attempt > ATTEMPTS)
            throw new WorkerDied(`the engine stopped ${ATTEMPTS} times, perhaps for want of memory (${error.message})`);
        }
      }
    },
    async ready() {
      while (places.length < size) open();
      // Whoever dies now is replaced when there is work.
      await Promise.allSettled(places.map(({ up, death }) => Promise.race([up, death])));
    },
    close() {
      closed = true;
      for (const place of [...places]) place.kill('the pool was closed');
    },
  };
}
