import type { Table } from '../../engine/data/table';
import type { Sent } from '../../engine/worker/recall';

/** A table, and the name under which a worker may remember it. */
export interface Remembered {
  readonly table: Table;
  readonly remembered: string | null;
}

/** Has work done on a table, which is sent only where the worker that is asked does not remember it. */
export async function onTable<T>({ table, remembered }: Remembered, run: (sent: Sent) => Promise<T>): Promise<T> {
  if (remembered === null) return run(table);
  try {
    return await run({ remembered });
  } catch (error) {
    // Another worker may have been asked than the one that read the table.
    if ((error as Error).name !== 'Forgotten') throw error;
    return run(table);
  }
}
