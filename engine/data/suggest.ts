import type { ColumnFacts } from './describe';

/** Names that people give to what is to be predicted. */
const TARGETS =
  /^(y|target|label|class|outcome|response|result|survived|default(ed)?|churn(ed)?|denied|deny|approved|accepted|admitted|hired|recid.*|is_.*|two_year.*|income|risk|fraud|diagnosis|status|party)$/i;

/** Names of attributes by which people are often treated differently. */
const PROTECTED = /(^|[^a-z])(sex|gender|race|ethnic\w*|colou?r|nationality|religion|disab\w*|age)([^a-z]|$)/i;

/** More values than this make no answer, if they are numbers, and hardly one if they are levels. */
const MANY_CLASSES = 20;
const MOST_CLASSES = 60;

/**
 * The column that is most likely to be predicted: of two values if there is one, named as such columns are, else the last.
 * Null when no column has a few values.
 */
export function suggestTarget(facts: readonly ColumnFacts[]): string | null {
  let best: string | null = null;
  let bestScore = -1;
  facts.forEach((column, i) => {
    const most = column.kind === 'numeric' ? MANY_CLASSES : MOST_CLASSES;
    if (column.distinct < 2 || column.distinct > most) return;
    const score =
      (column.distinct === 2 ? 4 : 0) +
      (TARGETS.test(column.name) ? 3 : 0) +
      (i === facts.length - 1 ? 2 : 0) +
      (column.missing > 0 ? -6 : 0) -
      (column.distinct > MANY_CLASSES ? 3 : 0) -
      (PROTECTED.test(column.name) ? 3 : 0) +
      i / facts.length;
    if (score <= bestScore) return;
    best = column.name;
    bestScore = score;
  });
  return best;
}

/** Columns that look like protected attributes, by their names. */
export const suggestProtected = (facts: readonly ColumnFacts[], target: string): string[] =>
  facts
    .filter((column) => column.name !== target && column.distinct > 1 && PROTECTED.test(column.name))
    .map((column) => column.name);
