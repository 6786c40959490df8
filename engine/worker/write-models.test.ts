import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { captureAll } from '../data/literals';
import { parseTable } from '../data/parse';
import { modelRules } from '../ers/model-list';
import { measureModels } from '../multiplicity/measures';
import { mine } from '../rules/mine';
import { searchModels } from './search-models';
import { exportModels, writeModels } from './write-models';

const table = parseTable(
  `=cmd,"a, ""b""",sex,y\n${Array.from({ length: 80 }, (_, i) => `${['=1+1', '-x', '@z'][i % 3]},${i % 9},${'fm'[i % 2]},${i % 3 === 0 || i % 7 === 0 ? 'yes' : 'no'}`).join('\n')}`,
);
const groups = ['f', 'm'].map((value) => captureAll(table, [{ column: 'sex', op: '=', value }]));
const { instance } = await mine(table, { target: 'y', exclude: ['sex'], rules: 12 });
const input = { instance, lambda: '0.01', epsilon: '0.05', budget: 1000, groups };
const found = await searchModels(input);
const about = { finding: 'some "models"', link: 'https://example.org/#a=1' };
const named = (k: number) => Array.from(modelRules(found.models, k), (j) => instance.rules[j].name).join('; or ');

test('a file of models is read back as it was meant, and no cell of it begins like a formula', async () => {
  const text = await (await exportModels({ ...input, format: 'csv', about })).text();
  const { data, errors } = Papa.parse<string[]>(text.trimEnd());
  expect(errors).toEqual([]);
  const [head, ...rows] = data;
  expect(head.slice(0, 4)).toEqual(['rules', 'accuracy', 'objective', 'size']);
  expect(head).toContain('parity');
  expect(head).not.toContain('unseen');
  expect(rows.length).toBe(found.models.length);
  expect(rows.some(([rules]) => rules.startsWith("'="))).toBe(true);
  const measured = { ...found, instance, unseen: null, lambda: 0.01 };
  const accuracy = measureModels('accuracy', measured);
  const parity = measureModels('parity', measured);
  rows.forEach((row, k) => {
    expect(row[0]).not.toMatch(/^[=+\-@]/);
    expect(row[0].replace(/^'/, '')).toBe(named(k));
    expect(Number(row[1])).toBe(accuracy[k]);
    expect(Number(row[head.indexOf('parity')])).toBe(parity[k]);
  });
});

test('as JSON it says what it is, and holds as many of the first models as are asked for', async () => {
  const measured = { ...found, instance, unseen: null, lambda: 0.01 };
  for (const count of [0, 1, 3]) {
    const blob = await writeModels({ ...measured, count, format: 'json', about });
    const { rows, ...rest } = JSON.parse(await blob.text());
    expect(rest).toEqual(about);
    expect(rows.map((row: { rules: string }) => row.rules)).toEqual(Array.from({ length: count }, (_, k) => named(k)));
  }
});

test('a rate of nobody is left open', async () => {
  const nobody = [groups[0], groups[0].map(() => 0)];
  const one = await searchModels({ ...input, groups: nobody });
  const blob = await writeModels({ ...one, instance, unseen: null, lambda: 0.01, count: 2, format: 'json', about });
  expect(JSON.parse(await blob.text()).rows[0].parity).toBeNull();
});
