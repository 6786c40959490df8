import { modelSize } from '../../engine/ers/model-list';
import type { MinedRule } from '../../engine/rules/mine';
import type { Exploration } from './exploration';
import type { State } from './settings';

/** Which of the models are looked at. */
export type Filter = Pick<State, 'most' | 'using' | 'avoiding'>;

export const isFiltering = ({ most, using, avoiding }: Filter): boolean =>
  most !== null || using !== '' || avoiding !== '';

/** Whether each rule has a condition on the column; null when no rule can be asked for it. */
const usesColumn = (rules: readonly MinedRule[], column: string): Uint8Array | null =>
  column === '' ? null : Uint8Array.from(rules, (rule) => Number(rule.literals.some((l) => l.column === column)));

/** The places of the first `count` models that pass the filter. */
export function filterModels({ found, pool }: Exploration, count: number, filter: Filter): Uint32Array {
  const { models } = found;
  const wanted = usesColumn(pool.mined.rules, filter.using);
  const shunned = usesColumn(pool.mined.rules, filter.avoiding);
  const most = filter.most ?? Number.POSITIVE_INFINITY;
  const kept = new Uint32Array(count);
  let length = 0;
  for (let k = 0; k < count; k++) {
    if (modelSize(models, k) > most) continue;
    let has = false;
    let bad = false;
    for (let r = models.starts[k]; r < models.starts[k + 1]; r++) {
      if (wanted && wanted[models.rules[r]] === 1) has = true;
      if (shunned && shunned[models.rules[r]] === 1) bad = true;
    }
    if ((wanted && !has) || bad) continue;
    kept[length++] = k;
  }
  return kept.slice(0, length);
}

/** The values at these places. */
export function gather(values: Float64Array, places: Uint32Array): Float64Array {
  const gathered = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) gathered[i] = values[places[i]];
  return gathered;
}
