import { countAnd, countBits } from '../bits/bitset';
import { captureAll, type Literal } from '../data/literals';
import type { Table } from '../data/table';
import { type Mined, type MinedRule, ruleName } from './mine';

/**
 * The candidate rules with some of the reader's own before them; the worst give way beyond `most`. Rules that capture the same
 * points are one, under the reader's name. A rule that captures nobody, or everybody, tells nobody apart and is left out.
 */
export function pinRules(mined: Mined, table: Table, pinned: readonly (readonly Literal[])[], most: number): Mined {
  const { instance } = mined;
  const taken = new Set<string>();
  const entries: { rule: MinedRule; captured: Uint32Array; name: string }[] = [];
  const add = (rule: MinedRule, captured: Uint32Array, name: string) => {
    const key = captured.join();
    if (taken.has(key) || entries.length >= most) return;
    taken.add(key);
    entries.push({ rule, captured, name });
  };
  for (const literals of pinned) {
    const bits = captureAll(table, literals);
    const captured = countBits(bits);
    if (captured === 0 || captured === table.n) continue;
    add({ literals, captured, positives: countAnd(bits, instance.labels) }, bits, ruleName(literals));
  }
  for (const [j, rule] of mined.rules.entries()) add(rule, instance.rules[j].captured, instance.rules[j].name);
  return {
    ...mined,
    instance: { ...instance, rules: entries.map(({ captured, name }) => ({ captured, name })) },
    rules: entries.map(({ rule }) => rule),
  };
}
