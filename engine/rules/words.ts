import type { ColumnWords, Dataset } from '../data/catalogue/types';
import type { Literal, Operator } from '../data/literals';
import { type Table, valueAt } from '../data/table';

type Columns = Readonly<Record<string, ColumnWords>>;

const PLAIN: Record<Operator, string> = { '≤': 'is at most', '>': 'is above', '=': 'is', '≠': 'is not' };
/** Only dates are texts that are compared. */
const OF_DATES: Record<Operator, string> = { ...PLAIN, '≤': 'is on or before', '>': 'is after' };

/** A hundred times a share, without the noise of binary fractions: 0.37 gives 37, 0.7812 gives 78.12. */
const percent = (value: number): string => String(Number((value * 100).toFixed(2)));

function fill(template: string, value: number | string): string {
  return template
    .replaceAll('{v}', String(value))
    .replaceAll('{%}', percent(Number(value)))
    .replaceAll('{about %}', String(Math.round(100 * Number(value))));
}

/** Looks up "op value", then the template for "op". */
function lookUp(
  words: Readonly<Record<string, string>>,
  op: Operator,
  value: number | string | null,
): string | undefined {
  const exact = words[`${op}${value ?? 'missing'}`];
  if (exact !== undefined || value === null) return exact;
  return words[op] === undefined ? undefined : fill(words[op], value);
}

/** What would be read as part of the sentence. */
const MISLEADING = /["“”,;\\\p{Cc}]|^\s|\s$|^$|\b(?:and|or|is)\b|^(?:not|at|above|on|after)\b|^missing$/u;

const escaped = (c: string): string => (c === '\\' || c === '”' ? `\\${c}` : JSON.stringify(c).slice(1, -1));

/** A name or a value as it stands in a sentence: in quotation marks where it would be taken for something else. */
export const quoted = (text: string): string =>
  MISLEADING.test(text) ? `“${text.replace(/[\\”\p{Cc}]/gu, escaped)}”` : text;

/** One condition in words; a column without words gives "age is above 25", "job is missing". */
export function literalWords({ column, op, value }: Literal, columns: Columns = {}): string {
  const words = columns[column];
  const found = words && lookUp(words.conditions, op, value);
  const plain = typeof value === 'string' ? OF_DATES : PLAIN;
  const told = value === null ? 'missing' : quoted(String(value));
  return found ?? `${quoted(words?.title ?? column)} ${plain[op]} ${told}`;
}

/** A list as people say it: "a, b and c"; and "a or b, and c", so that nobody reads "b and c" together. */
function join(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  const comma = parts.some((part) => / (and|or) /.test(part)) ? ',' : '';
  return `${parts.slice(0, -1).join(', ')}${comma} and ${parts.at(-1)}`;
}

/** A rule in words, to stand after "if" or "when": "a public record of bad credit and more than two slow payments or worse". */
export const ruleWords = (literals: readonly Literal[], columns: Columns = {}): string =>
  join(literals.map((literal) => literalWords(literal, columns)));

/** One person in words, with an article: "a single Black applicant with debt payments of 37% of income and no slow payments". */
export function personWords(table: Table, row: number, dataset: Dataset): string {
  const say = (name: string): string => {
    const column = table.columns.find((c) => c.name === name);
    const portrait = dataset.columns[name]?.portrait;
    return (column && portrait && lookUp(portrait, '=', valueAt(column, row))) || '';
  };
  const before = dataset.portrait.before.map(say).filter(Boolean);
  const after = dataset.portrait.after.map(say).filter(Boolean);
  const noun = [...before, dataset.person.one].join(' ');
  const article = /^[aeio]|^(?:8|11|18)|^un(?!i)/i.test(noun) ? 'an' : 'a';
  return `${article} ${noun}${after.length > 0 ? ` with ${join(after)}` : ''}`;
}
