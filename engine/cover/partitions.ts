import { signKey } from './dichotomies';

/**
 * Labelled maps f: X → {1..K} whose every class is separable from the rest, by brute force over all K^N maps. `signs` is
 * count × points: the separable dichotomies of X. For K = 2 this is their number; for K ≥ 3 it depends on X, not only on
 * N and d. `surjective` counts the maps that use every class.
 */
export function countPartitions(
  dichotomies: { readonly points: number; readonly count: number; readonly signs: Int8Array },
  classes: number,
): { all: number; surjective: number } {
  const { points, count, signs } = dichotomies;
  if (classes ** points > 2 ** 24) throw new RangeError(`${classes}^${points} maps are too many to try`);
  const separable = new Set<string>();
  for (let c = 0; c < count; c++) separable.add(signKey(signs, c * points, (c + 1) * points));
  let all = 0;
  let surjective = 0;
  const map = new Uint8Array(points);
  for (let code = 0; code < classes ** points; code++) {
    let rest = code;
    for (let i = 0; i < points; i++) {
      map[i] = rest % classes;
      rest = Math.floor(rest / classes);
    }
    let separated = 0;
    while (separated < classes && separable.has(signKey(map.map((k) => (k === separated ? 1 : 0))))) separated++;
    if (separated < classes) continue;
    all++;
    if (new Set(map).size === classes) surjective++;
  }
  return { all, surjective };
}
