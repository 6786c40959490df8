import * as Comlink from 'comlink';
import type { Progress } from '../job';
import type { Engine, JobInput, JobName, JobResult } from './jobs';
import { sayMemory } from './memory';

/** Every buffer in a result, so that it moves instead of being copied. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (Array.isArray(value)) for (const item of value) buffersOf(item, found);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) buffersOf(item, found);
  return found;
}

/** The worker's side: runs jobs by name, each under a number by which it can be cancelled. */
export interface Host {
  run<K extends JobName>(
    id: number,
    name: K,
    input: JobInput<K>,
    onProgress?: (p: Progress) => void,
  ): Promise<JobResult<K>>;
  cancel(id: number): void;
}

export function createHost(engine: Engine): Host {
  const running = new Map<number, AbortController>();
  return {
    async run(id, name, input, onProgress) {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const result = await engine.run(name, input, { signal: controller.signal, onProgress });
        const buffers = [...buffersOf(result)];
        return buffers.length > 0 ? Comlink.transfer(result, buffers) : result;
      } catch (error) {
        throw sayMemory(error);
      } finally {
        running.delete(id);
      }
    },
    cancel(id) {
      running.get(id)?.abort();
    },
  };
}
