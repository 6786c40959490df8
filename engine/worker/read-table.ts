import type { PublicSource } from '../data/catalogue/types';
import { checkSize, decodeText } from '../data/decode';
import { type ColumnFacts, describeTable } from '../data/describe';
import { fingerprint } from '../data/fingerprint';
import { type ParseOptions, parseTable } from '../data/parse';
import { applyRecipe, checkSource, columnsToRead } from '../data/recipe';
import type { Table } from '../data/table';
import type { Job } from '../job';
import { remember } from './recall';

export interface ReadTableInput {
  /** The text of a CSV file, or the file. */
  readonly source: string | Blob;
  readonly parse?: ParseOptions;
  /** Where the table is a public one: it must be that, bit for bit, and is cut down to what the recipe keeps. */
  readonly recipe?: PublicSource;
}

export interface ReadTable {
  readonly table: Table;
  readonly facts: readonly ColumnFacts[];
  /** SHA-256 of the file or, encoded as UTF-8, of the text. */
  readonly fingerprint: string;
  /** Under which name the worker keeps a large table (see `recall`). */
  readonly remembered: string | null;
}

async function bytesOf(source: string | Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof source === 'string') return new TextEncoder().encode(source);
  checkSize(source.size);
  return new Uint8Array(await source.arrayBuffer());
}

/** From a CSV file to its typed columns and what is worth knowing of them. Throws a DataError that says what is wrong, and where. */
export async function readTable({ source, parse, recipe }: ReadTableInput, job: Job = {}): Promise<ReadTable> {
  const bytes = await bytesOf(source);
  job.signal?.throwIfAborted();
  // Nothing is parsed of a file that is not the one meant.
  const print = recipe ? await checkSource(bytes, recipe) : await fingerprint(bytes);
  job.onProgress?.({ fraction: 0.1 });
  const text = typeof source === 'string' ? source : decodeText(bytes);
  const columns = recipe && columnsToRead(recipe);
  const all = parseTable(text, { ...parse, columns }, (fraction) =>
    job.onProgress?.({ fraction: 0.1 + 0.7 * fraction }),
  );
  job.signal?.throwIfAborted();
  const table = recipe ? applyRecipe(all, recipe) : all;
  return { table, facts: describeTable(table), fingerprint: print, remembered: remember(table) };
}
