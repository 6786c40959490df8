import { balancedWeights, labelsOf } from '../data/labels';
import { captureAll } from '../data/literals';
import type { Table } from '../data/table';
import type { Instance } from '../ers/instance';
import type { Mined } from './mine';

/**
 * The mined rules on other points, held-out ones for example: the same rules with what they capture there; classes that were
 * balanced are balanced there. Throws a DataError when a column is missing, or one of the classes.
 */
export function applyRules({ instance, rules, target, positive }: Mined, table: Table): Instance {
  const labels = labelsOf(table, target, positive);
  return {
    n: table.n,
    labels,
    weights: instance.weights && balancedWeights(labels, table.n),
    rules: rules.map((rule, j) => ({
      name: instance.rules[j].name,
      captured: captureAll(table, rule.literals),
    })),
  };
}
