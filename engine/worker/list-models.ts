import type { BitSet } from '../bits/bitset';
import type { CountSoFar } from '../ers/count';
import { type EnumerateOptions, type EnumerateResult, enumerate } from '../ers/enumerate';
import type { Instance } from '../ers/instance';
import { type Job, paced, pacer } from '../job';
import { mergeCells } from '../multiplicity/cells';
import { rates as yesRates } from '../multiplicity/metrics';
import { confusion, tally } from '../multiplicity/tally';

export interface ListModelsInput {
  readonly instance: Instance;
  readonly options: EnumerateOptions;
  /** Sets of points; the share of yes is told for each. */
  readonly groups: readonly BitSet[];
}

export interface ListedModels extends EnumerateResult {
  /** For each group the share of its points that each model predicts positive. */
  readonly rates: readonly Float64Array[];
}

/** Lists the Rashomon set and says how each model treats some groups of points. */
export async function listModels(
  { instance, options, groups }: ListModelsInput,
  job?: Job<CountSoFar>,
): Promise<ListedModels> {
  const listed = await enumerate(instance, options, job);
  const cells = await paced(mergeCells(instance, groups), pacer(job?.signal));
  const counts = await tally(listed.models, cells, { signal: job?.signal });
  const rates = groups.map((_, g) => yesRates('yes', confusion(counts, g)));
  return { ...listed, rates };
}
