import type { ModelList } from '../ers/model-list';
import type { MinedRule } from '../rules/mine';

/** In how many models each of m rules occurs. */
export function ruleCounts(list: ModelList, m: number): Uint32Array {
  const counts = new Uint32Array(m);
  const end = list.starts[list.length];
  for (let r = 0; r < end; r++) counts[list.rules[r]]++;
  return counts;
}

/** In how many models two of m rules occur together: entry i·m + j, both ways; i·m + i is the rule's own count. */
export function pairCounts(list: ModelList, m: number): Uint32Array {
  const counts = new Uint32Array(m * m);
  const { starts, rules } = list;
  for (let k = 0; k < list.length; k++)
    for (let a = starts[k]; a < starts[k + 1]; a++)
      for (let b = starts[k]; b < starts[k + 1]; b++) counts[rules[a] * m + rules[b]]++;
  return counts;
}

/** The columns that the rules use, in order of first use. */
export const columnsOf = (rules: readonly MinedRule[]): string[] => [
  ...new Set(rules.flatMap((rule) => rule.literals.map((literal) => literal.column))),
];

/** In how many models each of these columns occurs, in whatever rule. */
export function columnCounts(list: ModelList, rules: readonly MinedRule[], columns: readonly string[]): Uint32Array {
  const counts = new Uint32Array(columns.length);
  const used = rules.map((rule) => columns.flatMap((c, f) => (rule.literals.some((l) => l.column === c) ? [f] : [])));
  // The model that a column was last counted for, plus one.
  const seen = new Uint32Array(columns.length);
  const { starts, rules: listed } = list;
  for (let k = 0; k < list.length; k++)
    for (let r = starts[k]; r < starts[k + 1]; r++)
      for (const f of used[listed[r]]) {
        if (seen[f] === k + 1) continue;
        seen[f] = k + 1;
        counts[f]++;
      }
  return counts;
}
