import type { Table } from '../data/table';
import type { Job } from '../job';
import { type Mined, type MineOptions, mine } from '../rules/mine';

export interface MineRulesInput {
  readonly table: Table;
  readonly mining: MineOptions;
}

/** Mines the candidate rules of a table. */
export const mineRules = ({ table, mining }: MineRulesInput, job?: Job): Promise<Mined> => mine(table, mining, job);
