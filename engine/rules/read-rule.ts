import { readDate } from '../data/dates';
import type { Literal, Operator } from '../data/literals';
import type { Table } from '../data/table';

/** "age≤25" as a condition on one of the columns; the longest column name that fits wins. */
export function readLiteral(text: string, table: Table): Literal | null {
  const columns = table.columns.filter((c) => text.startsWith(c.name) && /^[≤>=≠]/.test(text.slice(c.name.length)));
  const column = columns.sort((a, b) => b.name.length - a.name.length)[0];
  if (!column) return null;
  const op = text[column.name.length] as Operator;
  const value = text.slice(column.name.length + 1);
  if (column.kind === 'categorical')
    return (op === '=' || op === '≠') && column.levels.includes(value) ? { column: column.name, op, value } : null;
  if (column.dates) return readDate(value, 'ymd') === null ? null : { column: column.name, op, value };
  return value.trim() !== '' && Number.isFinite(Number(value))
    ? { column: column.name, op, value: Number(value) }
    : null;
}

const MISSING = '=missing';

/** "age≤25 ∧ sex=female", the name of a rule, as conditions on columns of the table; null where one of them fits none. */
export function readRule(name: string, table: Table): Literal[] | null {
  const literals = name.split(' ∧ ').map((text): Literal | null => {
    const column = text.endsWith(MISSING) ? text.slice(0, -MISSING.length) : null;
    const absent = table.columns.some((known) => known.name === column);
    return readLiteral(text, table) ?? (absent ? { column: column!, op: '=', value: null } : null);
  });
  return literals.every((literal) => literal !== null) ? literals : null;
}
