import type { ColumnFacts } from '../../engine/data/describe';
import { type Literal, literalName } from '../../engine/data/literals';
import { literalWords } from '../../engine/rules/words';
import { belowCuts } from './own-table';
import { groupKey, namedPairs, type Settings } from './settings';

/** A column of more levels is no attribute to compare people by. */
const MOST_LEVELS = 12;

/** The conditions on a column that can set one group apart: each level, or each quartile. */
function conditionsOf(facts: ColumnFacts): Literal[] {
  const { name, kind, levels, distinct } = facts;
  if (kind === 'numeric') return belowCuts(facts);
  if (distinct < 2 || distinct > MOST_LEVELS) return [];
  return levels.map(({ value }) => ({ column: name, op: '=', value }));
}

/** Whom one can compare with the others: the groups that the data set names, then one for each condition on a column. */
export function groupOptions({ dataset, mining }: Settings, facts: readonly ColumnFacts[]) {
  const named = namedPairs(dataset);
  const keys = new Set(named.map(groupKey));
  const made = facts
    .filter(({ name }) => name !== mining.target)
    .flatMap(conditionsOf)
    .filter((literal) => !keys.has(literalName(literal)));
  return [
    ...named.map((pair) => ({ value: groupKey(pair), text: `${pair.names[0]} and ${pair.names[1]}` })),
    ...made.map((literal) => ({
      value: literalName(literal),
      text: `${dataset.columns[literal.column]?.title ?? literal.column}: ${literalWords(literal, dataset.columns)}`,
    })),
  ];
}
