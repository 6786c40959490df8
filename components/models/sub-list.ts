import { type ModelList, modelSize } from '../../engine/ers/model-list';

/** The models at these places of a list, in this order. */
export function subList(list: ModelList, places: ArrayLike<number>): ModelList {
  const starts = new Uint32Array(places.length + 1);
  for (let i = 0; i < places.length; i++) starts[i + 1] = starts[i] + modelSize(list, places[i]);
  const rules = new Uint16Array(starts[places.length]);
  const mistakes = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const k = places[i];
    rules.set(list.rules.subarray(list.starts[k], list.starts[k + 1]), starts[i]);
    mistakes[i] = list.mistakes[k];
  }
  return { length: places.length, starts, rules, mistakes };
}
