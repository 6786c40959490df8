import * as Comlink from 'comlink';
import { describe, expect, test } from 'vitest';
import type { Job } from '../job';
import { createHost, type Host } from './host';
import type { Engine } from './jobs';
import { createPool, type Seat } from './pool';

interface Task {
  steps: number;
  /** Worker numbers in which the task kills its worker. */
  fatalIn?: number[];
  deaf?: boolean;
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
        const { steps, fatalIn = [], deaf = false } = input as unknown as Task;
        log.push(`start in ${number}`);
        for (let i = 1; i <= steps; i++) {
          await turn();
          if (!deaf && signal?.aborted) log.push('stopped');
          if (!deaf) signal?.throwIfAborted();
          onProgress?.({ fraction: i / steps });
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
});
