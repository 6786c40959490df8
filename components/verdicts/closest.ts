import type { ModelList } from '../../engine/ers/model-list';
import { modelRules } from '../../engine/ers/model-list';

/** A model, and how many rules must go out of or into the baseline to make it. */
export interface Near {
  readonly model: number;
  readonly edits: number;
}

/**
 * Of the first `count` models those that say the opposite of the first to somebody, the nearest `most` of them: by the number
 * of rules in which they differ from it, then the better ones first. `captors[j]` tells whether rule j captures the person.
 */
export function closestChanges(list: ModelList, count: number, captors: readonly boolean[], most: number): Near[] {
  const base = modelRules(list, 0);
  const inBase = captors.map(() => false);
  for (const j of base) inBase[j] = true;
  const says = base.some((j) => captors[j]);
  const found: Near[] = [];
  for (let k = 1; k < count; k++) {
    let [yes, shared] = [false, 0];
    for (let r = list.starts[k]; r < list.starts[k + 1]; r++) {
      const j = list.rules[r];
      if (captors[j]) yes = true;
      if (inBase[j]) shared++;
    }
    if (yes === says) continue;
    const edits = base.length + (list.starts[k + 1] - list.starts[k]) - 2 * shared;
    // Models come in order of their objective, so the earlier of equals stays in front.
    let at = found.length;
    while (at > 0 && found[at - 1].edits > edits) at--;
    if (at === most) continue;
    found.splice(at, 0, { model: k, edits });
    if (found.length > most) found.pop();
  }
  return found;
}
