import { columnsOf } from '../../engine/multiplicity/frequency';
import type { FigureContext } from '../islands/figure-module';
import { subList } from '../models/sub-list';
import type { Exploration } from './exploration';
import { onTable } from './on-table';

/** Reliance takes longer than all else, and its range changes little with more models: so many, fewer in large tables. */
const MOST_MODELS = 2000;
const LEAST_MODELS = 100;
const MODELS_TIMES_ROWS = 2e7;

export interface ReliedOn {
  /** How many models were asked. */
  readonly models: number;
  /** For each column the least and the most accuracy that a model loses without it. */
  readonly columns: ReadonlyMap<string, readonly [number, number]>;
}

/** Every so many places, so that not more than the most are left. */
function thin(places: Uint32Array, rows: number): Uint32Array {
  const most = Math.max(LEAST_MODELS, Math.min(MOST_MODELS, MODELS_TIMES_ROWS / rows));
  const step = Math.ceil(places.length / most);
  return places.filter((_, i) => i % step === 0);
}

/** How much the models rely on each column. */
export async function reliedOn(
  { engine }: FigureContext,
  { found, pool }: Exploration,
  places: Uint32Array,
  job: { signal: AbortSignal },
): Promise<ReliedOn> {
  const { mined, table } = pool;
  const models = subList(found.models, thin(places, table.n));
  // Columns that no rule uses need not go to the worker: a table may have a hundred megabytes.
  const used = new Set(columnsOf(mined.rules));
  const needed = { ...table, columns: table.columns.filter(({ name }) => used.has(name)) };
  const { columns, original, switched } = await onTable({ ...pool, table: needed }, (sent) =>
    engine.run('relianceIn', { models, mined, table: sent }, job),
  );
  const ranges = columns.map((name, f) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    original.forEach((error, k) => {
      const loss = switched[f][k] - error;
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    });
    return [name, [low, high]] as const;
  });
  return { models: models.length, columns: new Map(ranges) };
}
