import type { Table } from '../data/table';

/** From so many cells on, sending a table takes the sender longer than a frame. */
const LARGE = 1_000_000;

let last: { readonly name: string; readonly table: Table } | null = null;

/** A table, or the name under which the worker that read it may remember it. */
export type Sent = Table | { readonly remembered: string };

/** The worker that was asked remembers another table, or none: it must be sent after all. */
export class Forgotten extends Error {
  override name = 'Forgotten';
}

/**
 * Keeps a copy of a large table in this worker, the last only, and gives the name by which it can be asked for; null for a small
 * one. The table itself goes to the page, which then need not send it back to have rules made of it.
 */
export function remember(table: Table): string | null {
  last = null;
  if (table.n * table.columns.length < LARGE) return null;
  last = { name: crypto.randomUUID(), table: structuredClone(table) };
  return last.name;
}

/** The table that was sent or is remembered. Throws Forgotten when it is not. */
export function recall(sent: Sent): Table {
  if (!('remembered' in sent)) return sent;
  if (last?.name !== sent.remembered) throw new Forgotten('the table is not remembered here');
  return last.table;
}
