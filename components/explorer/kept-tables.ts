import { clear, createStore, delMany, entries, get, set, type UseStore } from 'idb-keyval';

/** A table of the reader's, kept on this device under its fingerprint: a link names that, so a reload finds it. */
export interface KeptTable {
  readonly name: string;
  readonly source: string | Blob;
  /** When it was opened last. */
  readonly at: number;
}

/** So many tables are kept, those opened last. */
const MOST = 5;

let store: UseStore | null = null;
const tables = (): UseStore => {
  store ??= createStore('how-many-models-fit', 'tables');
  return store;
};

export const findTable = (print: string): Promise<KeptTable | undefined> => get<KeptTable>(print, tables());

/**
 * Keeps a table. Tabs do not fight: each names its table by fingerprint in its own address, and whoever keeps the same
 * table keeps the same bytes. Rejects where the browser refuses.
 */
export async function keepTable(print: string, table: KeptTable): Promise<void> {
  await set(print, table, tables());
  const old = (await entries<string, KeptTable>(tables())).sort(([, a], [, b]) => b.at - a.at).slice(MOST);
  await delMany(
    old.map(([key]) => key),
    tables(),
  );
}

export const forgetTables = (): Promise<void> => clear(tables());
