import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hasBit } from '../bits/bitset';
import { captureAll, type Literal } from '../data/literals';
import { parseTable } from '../data/parse';
import { valueAt } from '../data/table';
import { type CodeModel, type Language, writeCode } from './code';

const folder = mkdtempSync(join(tmpdir(), 'code-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Names and values that try to break out of strings, comments and numbers. */
const table = parseTable(
  [
    '"a ""q"" */ --",\'name\',x,since,y',
    'it\'s,"back\\slash",1.5,31.12.2019,no',
    '"say ""hi""",Größe,-2,1.1.2020,yes',
    ',<script>,NA,15.6.2020,no',
    "it's,,1e3,,yes",
    'None,"x\ny",7,2.6.1987,no',
    'null,NULLs,7.25,29.2.2024,yes',
  ].join('\n'),
);
const [a, name] = table.columns.map((column) => column.name);

const models: [string, Literal[][]][] = [
  ['no rule', []],
  ['levels', [[{ column: a, op: '=', value: "it's" }], [{ column: a, op: '=', value: 'say "hi"' }]]],
  ['other levels, and missing', [[{ column: a, op: '≠', value: "it's" }], [{ column: name, op: '=', value: null }]]],
  [
    'line breaks and backslashes',
    [[{ column: name, op: '=', value: 'x\ny' }], [{ column: name, op: '=', value: 'back\\slash' }]],
  ],
  [
    'numbers',
    [
      [{ column: 'x', op: '≤', value: -2 }],
      [
        { column: 'x', op: '>', value: 7 },
        { column: a, op: '≠', value: 'None' },
      ],
    ],
  ],
  [
    'dates',
    [
      [{ column: 'since', op: '≤', value: '2019-12-31' }],
      [
        { column: 'since', op: '>', value: '2020-01-01' },
        { column: 'x', op: '>', value: 0 },
      ],
      [{ column: 'since', op: '=', value: null }],
    ],
  ],
  [
    'equal numbers, and missing ones',
    [[{ column: 'x', op: '=', value: 1000 }], [{ column: 'x', op: '=', value: null }]],
  ],
];

const rows = Array.from({ length: table.n }, (_, i) =>
  Object.fromEntries(table.columns.map((column) => [column.name, valueAt(column, i)])),
);

function expected(rules: Literal[][]): string {
  const captured = rules.map((rule) => captureAll(table, rule));
  return rows.map((_, i) => Number(captured.some((bits) => hasBit(bits, i)))).join('');
}

const quoteName = (text: string) => `"${text.replaceAll('"', '""')}"`;
const quoteValue = (value: unknown) =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;

const runners: Record<Language, (code: string) => string> = {
  python(code) {
    const data = join(folder, 'rows.json');
    writeFileSync(data, JSON.stringify(rows));
    const script = `${code}\nimport json\nprint("".join(str(int(bool(predict(r)))) for r in json.load(open(${JSON.stringify(data)}))))\n`;
    return execFileSync('python3', ['-'], { input: script, encoding: 'utf8' }).trim();
  },
  javascript(code) {
    const script = `${code}\nconsole.log(${JSON.stringify(rows)}.map((row) => Number(predict(row))).join(''));\n`;
    return execFileSync(process.execPath, ['--input-type=module', '-'], { input: script, encoding: 'utf8' }).trim();
  },
  sql(code) {
    const columns = table.columns.map(
      (c) => `${quoteName(c.name)} ${c.kind === 'numeric' && !c.dates ? 'REAL' : 'TEXT'}`,
    );
    const values = rows.map((row) => `(${Object.values(row).map(quoteValue).join(', ')})`);
    const file = join(folder, 'query.sql');
    writeFileSync(file, code);
    const script = [
      'import sqlite3, sys',
      'db = sqlite3.connect(":memory:")',
      'create, insert, query = sys.stdin.read().split("\\x00")',
      'db.execute(create); db.execute(insert)',
      'print("".join(str(row[-1]) for row in db.execute(query)))',
    ].join('\n');
    const input = [
      `CREATE TABLE points (${columns.join(', ')})`,
      `INSERT INTO points VALUES ${values.join(', ')}`,
      code,
    ];
    return execFileSync('python3', ['-c', script], { input: input.join('\0'), encoding: 'utf8' }).trim();
  },
};

const hasPython = spawnSync('python3', ['--version']).status === 0;

for (const language of ['python', 'javascript', 'sql'] as const)
  describe.skipIf(language !== 'javascript' && !hasPython)(`a model as ${language}`, () => {
    test.each(models)('%s: says what the engine says', (_, rules) => {
      const model: CodeModel = { rules, target: 'y\n*/ import os', positive: 'yes' };
      expect(runners[language](writeCode(language, model))).toBe(expected(rules));
    });
  });
