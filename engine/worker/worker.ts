import * as Comlink from 'comlink';
import type { Progress } from '../job';
import { directEngine } from './direct';
import type { JobInput, JobName, JobResult } from './jobs';

const running = new Map<number, AbortController>();

/** Every buffer in a result, so that it moves instead of being copied. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (Array.isArray(value)) for (const item of value) buffersOf(item, found);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) buffersOf(item, found);
  return found;
}

const host = {
  async run<K extends JobName>(
    id: number,
    name: K,
    input: JobInput<K>,
    onProgress?: (p: Progress) => void,
  ): Promise<JobResult<K>> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const result = await directEngine.run(name, input, { signal: controller.signal, onProgress });
      return Comlink.transfer(result, [...buffersOf(result)]);
    } finally {
      running.delete(id);
    }
  },
  cancel(id: number): void {
    running.get(id)?.abort();
  },
};

export type Host = typeof host;

Comlink.expose(host);
