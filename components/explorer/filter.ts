import { modelSize } from '../../engine/ers/model-list';
import type { Mined } from '../../engine/rules/mine';
import type { Exploration } from './exploration';
import type { State } from './settings';

/** Which of the models are looked at. */
export type Filter = Pick<State, 'most' | 'least' | 'using' | 'avoiding' | 'has' | 'lacks'>;

export const NO_FILTER: Filter = { most: null, least: null, using: '', avoiding: '', has: '', lacks: '' };

export const filterOf = ({ most, least, using, avoiding, has, lacks }: State): Filter => ({
  most,
  least,
  using,
  avoiding,
  has,
  lacks,
});

export const isFiltering = ({ most, least, ...names }: Filter): boolean =>
  most !== null || least !== null || Object.values(names).some((name) => name !== '');

/** The rules that are asked for by a column or by name; null where none is asked for. */
function marks({ instance, rules }: Mined, column: string, name: string): Uint8Array | null {
  if (column === '' && name === '') return null;
  return Uint8Array.from(rules, (rule, j) =>
    Number(rule.literals.some((l) => l.column === column) || instance.rules[j].name === name),
  );
}

/** The places of the first `count` models that pass the filter. */
export function filterModels({ found, pool }: Exploration, count: number, filter: Filter): Uint32Array {
  const { models } = found;
  const { mined } = pool;
  const wanted = [marks(mined, filter.using, ''), marks(mined, '', filter.has)].filter((marked) => marked !== null);
  const shunned = marks(mined, filter.avoiding, filter.lacks);
  const most = filter.most ?? Number.POSITIVE_INFINITY;
  const least = filter.least ?? 0;
  const kept = new Uint32Array(count);
  let length = 0;
  const meets = (marked: Uint8Array, k: number): boolean => {
    for (let r = models.starts[k]; r < models.starts[k + 1]; r++) if (marked[models.rules[r]] === 1) return true;
    return false;
  };
  for (let k = 0; k < count; k++) {
    const size = modelSize(models, k);
    if (size > most || size < least) continue;
    if (!wanted.every((marked) => meets(marked, k)) || (shunned && meets(shunned, k))) continue;
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
