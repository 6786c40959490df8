import { type ParseOptions, parseTable } from '../data/parse';
import type { Table } from '../data/table';
import type { Job } from '../job';
import { type Mined, type MineOptions, mine } from '../rules/mine';

export interface PrepareInput {
  /** The text of a CSV file. */
  readonly csv: string;
  readonly parse?: ParseOptions;
  readonly mining: MineOptions;
}

export interface Prepared {
  readonly table: Table;
  readonly mined: Mined;
}

/** From the text of a table to its points and candidate rules. */
export async function prepare({ csv, parse, mining }: PrepareInput, job?: Job): Promise<Prepared> {
  const table = parseTable(csv, parse);
  return { table, mined: await mine(table, mining, job) };
}
