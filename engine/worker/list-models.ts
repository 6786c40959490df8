import { type BitSet, countAnd, countBits, emptyBits, orInto } from '../bits/bitset';
import type { CountSoFar } from '../ers/count';
import { type EnumerateOptions, type EnumerateResult, enumerate } from '../ers/enumerate';
import type { Instance } from '../ers/instance';
import { modelRules } from '../ers/model-list';
import type { Job } from '../job';

export interface ListModelsInput {
  readonly instance: Instance;
  readonly options: EnumerateOptions;
  /** Sets of points; the share of yes is told for each. */
  readonly groups: readonly BitSet[];
}

export interface ListedModels extends EnumerateResult {
  /** For each group the share of its points that each model predicts positive. */
  readonly rates: readonly Float32Array[];
}

/** Lists the Rashomon set and says how each model treats some groups of points. */
export async function listModels(
  { instance, options, groups }: ListModelsInput,
  job?: Job<CountSoFar>,
): Promise<ListedModels> {
  const listed = await enumerate(instance, options, job);
  const sizes = groups.map(countBits);
  const rates = groups.map(() => new Float32Array(listed.models.length));
  const said = emptyBits(instance.n);
  for (let k = 0; k < listed.models.length; k++) {
    said.fill(0);
    for (const j of modelRules(listed.models, k)) orInto(said, instance.rules[j].captured);
    groups.forEach((group, g) => {
      rates[g][k] = countAnd(said, group) / sizes[g];
    });
  }
  return { ...listed, rates };
}
