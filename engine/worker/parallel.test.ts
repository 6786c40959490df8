import * as Comlink from 'comlink';
import { describe, expect, test } from 'vitest';
import { approxCount } from '../ers/approx-count';
import { count } from '../ers/count';
import { enumerate } from '../ers/enumerate';
import { sample } from '../ers/sample';
import { drawInstance, fourteenRules, listed } from '../ers/testing';
import { runAll } from './crew';
import { createHost, type Host } from './host';
import type { Engine } from './jobs';
import { approxCountWithPool, countWithPool, enumerateWithPool, sampleWithPool } from './parallel';
import { pieceEngine } from './pieces-here';
import { createPool, type Pool, type Seat } from './pool';

/** A worker played by a message channel in this thread: it dies when it begins one of the jobs in `fatal`, counted from 1. */
function workers(fatal: readonly number[] = []) {
  let begun = 0;
  let started = 0;
  const names: string[] = [];
  const spawn = (): Seat => {
    started++;
    let die = (_: string) => {};
    const engine: Engine = {
      async run(name, input, job) {
        names.push(name);
        if (name.endsWith('Part') && fatal.includes(++begun)) {
          die('out of memory');
          return new Promise<never>(() => {});
        }
        return pieceEngine.run(name, input, job);
      },
    };
    const { port1, port2 } = new MessageChannel();
    Comlink.expose(createHost(engine), port1 as never);
    port1.start();
    port2.start();
    return {
      host: Comlink.wrap<Host>(port2 as never),
      onDeath: (tell) => {
        die = tell;
      },
      terminate: () => {
        port1.close();
        port2.close();
      },
    };
  };
  return { spawn, names, started: () => started };
}

/** A pool that finds that nothing is done in a short time, so that all is shared out. */
function impatient(size: number, fatal?: readonly number[]): Pool & { names: string[]; started: () => number } {
  const { spawn, names, started } = workers(fatal);
  const pool = createPool(spawn, size);
  return {
    ...pool,
    names,
    started,
    run: (name, input, job) =>
      size > 1 && (name === 'countUpTo' || (name === 'listPart' && !('part' in (input as never as Whole).options)))
        ? new Promise((_, reject) => job?.signal?.addEventListener('abort', () => reject(job.signal!.reason)))
        : pool.run(name, input, job),
  };
}
type Whole = { options: object };

const manyRules = drawInstance({
  seed: 5,
  n: 90,
  densities: Array(24).fill(0.15),
  positives: 0.4,
  duplicates: true,
  heaviest: 3,
});
const question = { lambda: '0.02', theta: '0.5', includeEmpty: true };
/** Compiling gives up at once, so that the search counts. */
const searching = { ...question, maxStates: 10 };

describe('with several workers', { timeout: 60_000 }, () => {
  for (const size of [1, 2, 8]) {
    test(`${size}: the count, the list, the estimate and the draws are those of one thread`, async () => {
      const pool = impatient(size);
      const counted = await countWithPool(pool, manyRules, searching);
      const expected = await count(manyRules, question);
      expect(counted).toMatchObject({
        count: expected.count,
        bySize: expected.bySize,
        method: 'depth-first',
        emptyCounted: expected.emptyCounted,
        threads: size,
      });
      expect(expected.count).toBeGreaterThan(1000n);
      if (size > 1) expect(pool.names.filter((name) => name === 'countPart').length).toBe(16 * size);

      for (const limit of [undefined, 100]) {
        const options = { ...question, limit };
        const { models, count, bySize, listed: how, complete } = await enumerate(manyRules, options);
        const shared = await enumerateWithPool(pool, manyRules, options);
        expect(shared).toMatchObject({ count, bySize, listed: how, complete });
        expect(listed(shared.models)).toEqual(listed(models));
      }

      const roughly = { ...question, theta: '0.6', eps: 0.8, delta: 0.2, seed: 7, exactUpTo: 0 };
      const trials = await approxCountWithPool(pool, manyRules, roughly);
      const alone = await approxCount(manyRules, roughly);
      expect({ ...trials, ms: 0, threads: 1, nodes: 0, trials: trials.trials.map((trial) => trial.estimate) }).toEqual({
        ...alone,
        ms: 0,
        nodes: 0,
        trials: alone.trials.map((trial) => trial.estimate),
      });
      expect(trials.exact).toBe(false);

      for (const method of ['approx', 'exact', 'tree'] as const) {
        const options = { ...question, k: 30, method, seed: 3 };
        const { models } = await sampleWithPool(pool, fourteenRules, options);
        expect(listed(models)).toEqual(listed((await sample(fourteenRules, options)).models));
      }
      pool.close();
    });
  }

  test('beyond the budget the sample is that of one thread', async () => {
    const pool = impatient(2);
    const options = { ...question, budget: 50, seed: 4 };
    const { spawn } = workers();
    const patient = createPool(spawn, 2);
    const expected = await enumerate(manyRules, options);
    const shared = await enumerateWithPool(patient, manyRules, options);
    expect(shared.listed).toBe('sample');
    expect(listed(shared.models)).toEqual(listed(expected.models));
    pool.close();
    patient.close();
  });

  test('a worker that dies is replaced, and its part is counted again', async () => {
    const pool = impatient(2, [3, 9]);
    const { count: members } = await countWithPool(pool, manyRules, searching);
    expect(members).toBe((await count(manyRules, question)).count);
    expect(pool.started()).toBe(4);
    pool.close();
  });

  test('stops within 50 ms when told to, and the workers go on with other work', async () => {
    const pool = impatient(2);
    const controller = new AbortController();
    const reason = new Error('enough');
    let asked = 0;
    const running = countWithPool(
      pool,
      manyRules,
      { ...searching, theta: '2' },
      {
        signal: controller.signal,
        onProgress: ({ fraction }) => {
          if (asked > 0 || fraction < 0.16) return;
          asked = performance.now();
          controller.abort(reason);
        },
      },
    );
    await expect(running).rejects.toBe(reason);
    expect(performance.now() - asked).toBeLessThan(50);
    expect((await countWithPool(pool, fourteenRules, question)).count).toBe(
      (await count(fourteenRules, question)).count,
    );
    pool.close();
  });

  test('the first failure stops all parts', async () => {
    const pool = impatient(2);
    const input = (i: number) => ({
      shared: { id: -1, instance: manyRules },
      options: { lambda: i === 3 ? '-1' : '0', theta: '2' },
    });
    await expect(runAll(pool, 'countPart', 20, input)).rejects.toThrow('lambda must not be negative');
    expect(pool.names.length).toBeLessThan(10);
    pool.close();
  });
});
