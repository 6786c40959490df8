import type { Literal } from '../data/literals';

/** A rule set to be written as code. */
export interface CodeModel {
  /** The rules: a point is positive when it meets all conditions of one. */
  readonly rules: readonly (readonly Literal[])[];
  readonly target: string;
  readonly positive: string;
}

export type Language = 'python' | 'javascript' | 'sql';

/** JSON strings are strings of Python and of JavaScript, too, once line separators are escaped. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Names in comments stay on their line and cannot end the comment. */
const comment = (text: string): string => text.replace(/[^\x20-\x7e\u00a1-\u024f]/g, ' ').replaceAll('*/', '* /');

const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Write = (literal: Literal) => string;

const COMPARE = { '≤': '<=', '>': '>' } as const;

const written = ({ value }: Literal, text: (value: string) => string): string =>
  typeof value === 'number' ? String(value) : text(String(value));

/** Dates are the only texts that are compared. */
const hasDates = ({ rules }: CodeModel): boolean =>
  rules.some((rule) => rule.some(({ op, value }) => typeof value === 'string' && (op === '≤' || op === '>')));

/** What the cells of a row must be. */
const cellsOf = (model: CodeModel, missing: string): string =>
  `numbers are numbers, ${hasDates(model) ? 'dates texts like 2020-12-31, ' : ''}missing cells ${missing}.`;

/** A missing value is `None` and meets no condition but the one that asks for it. */
const python: Write = (literal) => {
  const cell = `row[${quote(literal.column)}]`;
  if (literal.value === null) return `${cell} is None`;
  const value = written(literal, quote);
  if (literal.op === '=') return `${cell} == ${value}`;
  const test = literal.op === '≠' ? `${cell} != ${value}` : `${cell} ${COMPARE[literal.op]} ${value}`;
  return `(${cell} is not None and ${test})`;
};

/** A missing value is `null`. */
const javascript: Write = (literal) => {
  const cell = `row[${quote(literal.column)}]`;
  if (literal.value === null) return `${cell} === null`;
  const value = written(literal, quote);
  if (literal.op === '=') return `${cell} === ${value}`;
  const test = literal.op === '≠' ? `${cell} !== ${value}` : `${cell} ${COMPARE[literal.op]} ${value}`;
  return `(${cell} !== null && ${test})`;
};

/** A missing value is NULL: comparing it is neither true nor false, which CASE takes for no. */
const sql: Write = (literal) => {
  const cell = sqlName(literal.column);
  if (literal.value === null) return `${cell} IS NULL`;
  const value = written(literal, sqlText);
  if (literal.op === '=') return `${cell} = ${value}`;
  return `${cell} ${literal.op === '≠' ? '<>' : COMPARE[literal.op]} ${value}`;
};

/** Conditions joined by "and", rules by "or", a line each. */
function disjunction({ rules }: CodeModel, write: Write, and: string, or: string, none: string): string {
  if (rules.length === 0) return `    ${none}`;
  return rules
    .map((rule) => `(${rule.map((literal) => write(literal)).join(` ${and} `)})`)
    .map((line, i) => `    ${i > 0 ? `${or} ` : ''}${line}`)
    .join('\n');
}

const WRITERS: Readonly<Record<Language, (model: CodeModel) => string>> = {
  python: (model) =>
    `def predict(row):\n    # True: ${comment(`${model.target} = ${model.positive}`)}. A row is a dict; ${cellsOf(model, 'None')}\n    return (\n${disjunction(model, python, 'and', 'or', 'False')}\n    )\n`,
  javascript: (model) =>
    `// True: ${comment(`${model.target} = ${model.positive}`)}. A row is an object; ${cellsOf(model, 'null')}\nexport function predict(row) {\n  return (\n${disjunction(model, javascript, '&&', '||', 'false')}\n  );\n}\n`,
  sql: (model) =>
    `-- 1: ${comment(`${model.target} = ${model.positive}`)}. In \`points\` ${cellsOf(model, 'NULL')}\nSELECT *, CASE WHEN\n${disjunction(model, sql, 'AND', 'OR', '1 = 0')}\nTHEN 1 ELSE 0 END AS prediction\nFROM points;\n`,
};

/** A rule set as a function of Python or JavaScript, or as a query over a table called `points`. */
export const writeCode = (language: Language, model: CodeModel): string => WRITERS[language](model);
