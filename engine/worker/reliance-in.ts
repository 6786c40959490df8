import type { ModelList } from '../ers/model-list';
import type { Job } from '../job';
import { type Reliance, reliance } from '../multiplicity/reliance';
import type { Mined } from '../rules/mine';
import { recall, type Sent } from './recall';

export interface RelianceInput {
  readonly models: ModelList;
  readonly mined: Mined;
  readonly table: Sent;
}

/** How much each model relies on each column of a table. */
export const relianceIn = ({ models, mined, table }: RelianceInput, job?: Job): Promise<Reliance> =>
  reliance(models, mined.instance, mined.rules, recall(table), job);
