import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { count } from '../ers/count';
import { enumerate } from '../ers/enumerate';
import { drawInstance, listed } from '../ers/testing';
import { type NodeCrew, nodeCrew } from './node-pool';
import { countWithPool, enumerateWithPool } from './parallel';

/** The threads that were started, so that a test can kill them. */
const threads = vi.hoisted(() => [] as Worker[]);
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  class Known extends real.Worker {
    // The thread itself reads TypeScript and WebAssembly without Vite.
    constructor(...[url, options]: ConstructorParameters<typeof Worker>) {
      super(url, { ...options, execArgv: ['--import', 'tsx', '--import', './build/wasm-loader.mjs'] });
      threads.push(this);
    }
  }
  return { ...real, default: { ...real, Worker: Known }, Worker: Known };
});

const question = { lambda: '0.02', theta: '0.5', includeEmpty: true };
/** Compiling gives up at once, so that the search counts. */
const searching = { ...question, maxStates: 10 };
/** More than a slice of work, so that it is shared out. */
const longer = { ...searching, theta: '0.8' };
const instance = drawInstance({
  seed: 5,
  n: 90,
  densities: Array(25).fill(0.15),
  positives: 0.4,
  duplicates: true,
  heaviest: 3,
});

/** Threads take long to start: those of a size serve all tests of it. */
const crews = new Map<number, NodeCrew>();

/** Threads that share out even what takes one hand no time. */
function impatient(size: number): NodeCrew {
  const crew = crews.get(size) ?? { ...nodeCrew(size), patience: 0, ready: async () => {} };
  crews.set(size, crew);
  return crew;
}
afterAll(() => {
  for (const crew of crews.values()) crew.close();
});

describe('with real threads', { timeout: 60_000 }, () => {
  test.each([1, 2, 8])('%i: the count and the list are the same', async (size) => {
    const known = threads.length;
    const expected = await count(instance, question);
    expect(expected.count).toBeGreaterThan(1000n);
    const counted = await countWithPool(impatient(size), instance, searching);
    expect(counted).toMatchObject({ count: expected.count, bySize: expected.bySize, method: 'depth-first' });
    const shared = await enumerateWithPool(impatient(size), instance, question);
    expect(shared).toMatchObject({ count: expected.count, complete: true });
    expect(listed(shared.models)).toEqual(listed((await enumerate(instance, question)).models));
    expect(threads.length > known).toBe(size > 1);
  });

  test('those that die are replaced, and their work is done again', async () => {
    let known = 0;
    const { count: members } = await countWithPool(impatient(2), instance, longer, {
      onProgress: ({ fraction }) => {
        if (known > 0 || fraction < 0.3) return;
        known = threads.length;
        for (const thread of threads) void thread.terminate();
      },
    });
    expect(known).toBeGreaterThan(0);
    expect(members).toBe((await count(instance, { ...question, theta: longer.theta })).count);
    expect(threads.length).toBeGreaterThan(known);
  });

  test('they stop when told to, and go on with other work', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const stopped = countWithPool(impatient(2), instance, longer, {
      signal: controller.signal,
      onProgress: ({ fraction }) => fraction > 0.16 && controller.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
    const again = await countWithPool(impatient(2), instance, searching);
    expect(again.count).toBe((await count(instance, question)).count);
  });
});
