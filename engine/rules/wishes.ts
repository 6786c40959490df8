import type { Literal } from '../data/literals';
import type { Table } from '../data/table';
import type { Job } from '../job';
import { type Mined, type MineOptions, mine, RULES_KEPT } from './mine';
import { pinRules } from './pin';

/** What somebody wants of the candidate rules, whatever their rank. */
export interface Wishes {
  /** Rules that are among the candidates, the first of them. */
  readonly pinned?: readonly (readonly Literal[])[];
  /** Rules that are not, by name. */
  readonly banned?: readonly string[];
}

/** Mines candidate rules with those pinned before them; rules that are banned give way to the next best. */
export async function mineWith(
  table: Table,
  options: MineOptions,
  { pinned = [], banned = [] }: Wishes,
  job?: Job,
): Promise<Mined> {
  if (pinned.length + banned.length === 0) return mine(table, options, job);
  const keep = options.rules ?? RULES_KEPT;
  const mined = await mine(table, { ...options, rules: keep + banned.length }, job);
  const { instance, rules, ...rest } = pinRules(mined, table, pinned, mined.rules.length + pinned.length);
  const kept = instance.rules.flatMap(({ name }, j) => (banned.includes(name) ? [] : [j])).slice(0, keep);
  return {
    ...rest,
    instance: { ...instance, rules: kept.map((j) => instance.rules[j]) },
    rules: kept.map((j) => rules[j]),
  };
}
