import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = ['article', 'components', 'engine'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs|mdx)$/.test(name))
    .map((name) => join(room, name)),
);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly how: 'type' | 'value' | 'on demand';
}

const IMPORT = /^(import|export)\s+(type\s+)?[^;'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)|^import '(\.[^']+)'/gm;

/** Where a relative path leads to, among the files. */
function target(from: string, path: string): string {
  const base = normalize(join(dirname(from), path.replace(/\?.*$/, '')));
  return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((file) => files.includes(file)) ?? base;
}

const imports = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(IMPORT)].map(
    ([, , type, named, lazy, bare]): Import => ({
      from,
      to: target(from, named ?? lazy ?? bare),
      how: type ? 'type' : lazy ? 'on demand' : 'value',
    }),
  ),
);

const tell = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);
const room = (file: string) => file.split('/')[0];

/** Folders that hold a figure, by what the registry loads. */
const figures = new Set(
  imports
    .filter(({ from, how }) => from === 'components/islands/registry.ts' && how === 'on demand')
    .map(({ to }) => dirname(to)),
);

test('the imports were found', () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(figures.size).toBeGreaterThan(15);
  expect(imports.filter(({ from }) => room(from) === 'article').length).toBeGreaterThan(5);
});

test('arrows point from the article to the components to the engine', () => {
  const rank = ['engine', 'components', 'article'];
  expect(tell(imports.filter(({ from, to }) => rank.indexOf(room(to)) > rank.indexOf(room(from))))).toEqual([]);
});

test('no figure is imported by another, nor by what they share', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      figures.has(dirname(to)) &&
      dirname(from) !== dirname(to) &&
      from !== 'components/islands/registry.ts' &&
      !/\.test\.tsx?$/.test(from),
  );
  expect(tell(wrong)).toEqual([]);
});

test('nothing imports itself in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, how } of imports) if (how === 'value') next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});
