import { type ColumnFacts, describeTable } from '../data/describe';
import { type ParseOptions, parseTable } from '../data/parse';
import type { Table } from '../data/table';
import type { Job } from '../job';

export interface ReadTableInput {
  /** The text of a CSV file. */
  readonly csv: string;
  readonly parse?: ParseOptions;
}

export interface ReadTable {
  readonly table: Table;
  readonly facts: readonly ColumnFacts[];
}

/** From the text of a table to its typed columns and what is worth knowing of them. */
export async function readTable({ csv, parse }: ReadTableInput, job?: Job): Promise<ReadTable> {
  const table = parseTable(csv, parse);
  job?.signal?.throwIfAborted();
  return { table, facts: describeTable(table) };
}
