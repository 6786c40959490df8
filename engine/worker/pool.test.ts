import * as Comlink from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job } from '../job';
import { createHost, type Host } from './host';
import type { Engine } from './jobs';
import { createPool, type Seat } from './pool';

interface Task {
  steps: number;
  /** Worker numbers in which the task kills its worker. */
  fatalIn?: number[];
  deaf?: boolean;
  /** Worker numbers that die without a word. */
  lostIn?: number[];
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Workers played by message channels in this thread; each runs a job that counts its steps. */
function fakeWorkers() {
  const deaths: ((reason: string) => void)[] = [];
  const terminated: number[] = [];
  const log: string[] = [];
  const spawn = (): Seat => {
    const number = deaths.length;
    const engine: Engine = {
      async run(_name, input, { signal, onProgress }: Job = {}) {
        const { steps, fatalIn = [], lostIn = [], deaf = false } = input as unknown as Task;
        log.push(`start in ${number}`);
        for (let i = 1; i <= steps; i++) {
          await turn();
          if (!deaf && signal?.aborted) log.push('stopped');
          if (!deaf) signal?.throwIfAborted();
          onProgress?.({ fraction: i / steps });
          if (lostIn.includes(number) && i === 2) {
            port1.close();
            return new Promise<never>(() => {});
          }
          if (fatalIn.includes(number) && i === 2) {
            deaths[number]('out of memory');
            return new Promise<never>(() => {});
          }
        }
        return { steps, doubles: new Float64Array([steps]) } as never;
      },
    };
    const { port1, port2 } = new MessageChannel();
    Comlink.expose(createHost(engine), port1 as never);
    port1.start();
    port2.start();
    deaths.push(() => {});
    return {
      host: Comlink.wrap<Host>(port2 as never),
      onDeath: (tell) => {
        deaths[number] = tell;
      },
      terminate: () => {
        terminated.push(number);
        port1.close();
        port2.close();
      },
    };
  };
  return { spawn, terminated, log, started: () => deaths.length };
}

const run = (pool: Engine, task: Task, job?: Job) =>
  pool.run('prepare', task as never, job) as unknown as Promise<{ steps: number; doubles: Float64Array }>;

describe('the pool', () => {
  test('gives results and progress that only grows', async () => {
    const { spawn } = fakeWorkers();
    const pool = createPool(spawn, 2);
    const fractions: number[] = [];
    const result = await run(pool, { steps: 5 }, { onProgress: (p) => fractions.push(p.fraction) });
    expect(result).toEqual({ steps: 5, doubles: new Float64Array([5]) });
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    pool.close();
  });

  test('starts workers when needed and never more than its size', async () => {
    const { spawn, started } = fakeWorkers();
    const pool = createPool(spawn, 2);
    await run(pool, { steps: 1 });
    await run(pool, { steps: 1 });
    expect(started()).toBe(1);
    await Promise.all([1, 2, 3, 4].map((steps) => run(pool, { steps })));
    expect(started()).toBe(2);
    pool.close();
  });

  test('does the work of a dead worker again, progress not falling', async () => {
    const { spawn, started } = fakeWorkers();
    const pool = createPool(spawn, 1);
    const fractions: number[] = [];
    const result = await run(pool, { steps: 4, fatalIn: [0] }, { onProgress: (p) => fractions.push(p.fraction) });
    expect(result.steps).toBe(4);
    expect(started()).toBe(2);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    pool.close();
  });

  test('gives up on a job that kills every worker', async () => {
    const { spawn } = fakeWorkers();
    const pool = createPool(spawn, 1);
    await expect(run(pool, { steps: 4, fatalIn: [0, 1] })).rejects.toThrow('out of memory');
    expect((await run(pool, { steps: 1 })).steps).toBe(1);
    pool.close();
  });

  test('cancels a job and keeps its worker', async () => {
    const { spawn, log, terminated } = fakeWorkers();
    const pool = createPool(spawn, 1);
    const controller = new AbortController();
    const result = run(pool, { steps: 10_000 }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(result).rejects.toThrow(/abort/i);
    await expect.poll(() => log).toContain('stopped');
    expect(terminated).toEqual([]);
    await expect(run(pool, { steps: 1 }, { signal: controller.signal })).rejects.toThrow(/abort/i);
    pool.close();
  });

  test('takes the worker from a job that does not stop; what else ran there is done anew', async () => {
    const { spawn, terminated } = fakeWorkers();
    const pool = createPool(spawn, 1);
    const controller = new AbortController();
    const deaf = run(pool, { steps: 100_000, deaf: true }, { signal: controller.signal });
    const other = run(pool, { steps: 200 });
    setTimeout(() => controller.abort(), 10);
    await expect(deaf).rejects.toThrow(/abort/i);
    expect((await other).steps).toBe(200);
    expect(terminated).toEqual([0]);
    pool.close();
  });

  describe('where a worker dies without a word', () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] }));
    afterEach(() => vi.useRealTimers());

    /** Seconds between which there is time to answer. */
    async function seconds(count: number): Promise<void> {
      for (let s = 0; s < count; s++) {
        vi.advanceTimersByTime(1000);
        await turn();
      }
    }

    test('does its work again, and gives up when that ends in the same way', async () => {
      const { spawn, terminated } = fakeWorkers();
      const pool = createPool(spawn, 1);
      const once = run(pool, { steps: 4, lostIn: [0] });
      await seconds(100);
      expect((await once).steps).toBe(4);
      const twice = expect(run(pool, { steps: 4, lostIn: [1, 2] })).rejects.toThrow('fell silent');
      await seconds(200);
      await twice;
      expect(terminated).toEqual([0, 1, 2]);
      expect(vi.getTimerCount()).toBe(0);
      pool.close();
    });

    test('has patience with one that works for long, and after the page was asleep', async () => {
      const { spawn, terminated } = fakeWorkers();
      const pool = createPool(spawn, 1);
      const controller = new AbortController();
      const busy = run(pool, { steps: 100_000 }, { signal: controller.signal });
      await seconds(150);
      vi.setSystemTime(Date.now() + 3_600_000);
      // So many looks at once, before any message comes in.
      vi.advanceTimersByTime(30_000);
      expect(terminated).toEqual([]);
      controller.abort();
      await expect(busy).rejects.toThrow(/abort/i);
      pool.close();
    });
  });
});
