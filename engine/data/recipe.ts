import { hasBit } from '../bits/bitset';
import type { PublicSource } from './catalogue/types';
import { fingerprint } from './fingerprint';
import { captureAll } from './literals';
import { DataError, findColumn, type Table, takeRows } from './table';

/** Throws a DataError unless these are, bit for bit, the bytes that a recipe was written for. Gives their fingerprint. */
export async function checkSource(
  bytes: Uint8Array<ArrayBuffer>,
  { sha256, bytes: size }: PublicSource,
): Promise<string> {
  const found = await fingerprint(bytes);
  if (found !== sha256)
    throw new DataError(
      `this is not the file that the recipe was written for: it has ${bytes.length.toLocaleString('en-US')} bytes and SHA-256 ${found.slice(0, 16)}…, not ${size.toLocaleString('en-US')} bytes and ${sha256.slice(0, 16)}…, so nothing of it is used`,
    );
  return found;
}

/** The columns that must be read: those that are kept, and those by which rows are. */
export const columnsToRead = ({ columns, filters }: PublicSource): string[] => [
  ...new Set([...columns, ...filters.flatMap(({ literals }) => literals.map(({ column }) => column))]),
];

/** The rows that pass all filters, with the columns that are kept. */
export function applyRecipe(table: Table, { columns, filters }: PublicSource): Table {
  const literals = filters.flatMap((filter) => filter.literals);
  const passed = captureAll(table, literals);
  const rows = Int32Array.from({ length: table.n }, (_, i) => i).filter((i) => hasBit(passed, i));
  const kept = columns.map((name) => findColumn(table, name));
  return takeRows({ n: table.n, columns: kept }, rows);
}
