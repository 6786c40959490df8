import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { printed } from '../../engine/cli/testing';
import { formatInstance } from '../../engine/ers/instance';
import { add, formatRational, parseRational } from '../../engine/ers/rational';
import { ruleName } from '../../engine/rules/mine';
import { directEngine } from '../../engine/worker/direct';
import type { FigureContext } from '../islands/figure-module';
import { defaultsOf } from '../permalink/state';
import { commandFor, leftOutOf } from './command';
import { type Exploration, loadPool, loadTable, search } from './exploration';
import { OWN } from './own-table';
import { readTypes, type Settings, type State, settle, writeCuts, writeNames, writeTypes } from './settings';
import { shape } from './shape';

const folder = mkdtempSync(join(tmpdir(), 'command-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What gets its own way in shells and option parsers. */
const NAME = "it's -- mine.csv";
const HEADER = ['age', '-x', "o'clock $HOME", 'since', 'zip', 'höher'];
const rows = Array.from({ length: 240 }, (_, i) => [
  20 + ((i * 7) % 50),
  i % 11 === 0 ? '' : (i % 13) - 6,
  ['a "b"', '`c`', 'd\\e', ''][i % 4],
  `${1 + (i % 12)}/${1 + ((i * 5) % 12)}/20${10 + (i % 15)}`,
  10_000 + (i % 5),
  (i * 7) % 50 > 30 || i % 9 === 0 ? 'yes' : 'no',
]);
const quote = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
// As Windows writes it: no UTF-8.
const CSV = Buffer.from([HEADER, ...rows].map((row) => row.map(quote).join()).join('\n'), 'latin1');

const context = { engine: directEngine } as FigureContext;

async function explore(patch: Partial<State>): Promise<{ settings: Settings; exploration: Exploration }> {
  const state: State = { ...defaultsOf(shape), data: OWN, ...patch };
  const file = { id: 0, name: NAME, source: new Blob([CSV]), wanted: '' };
  const loaded = await loadTable(context, { key: '', origin: '', dataset: null, file, types: readTypes(state) });
  const settings = settle(state, loaded.dataset, loaded.table);
  expect(settings.notes).toEqual([]);
  const pool = await loadPool(context, '', settings, loaded);
  return { settings, exploration: await search(context, settings, pool) };
}

/** The arguments of `ers` in a command, as a real shell splits them: of `mine` and of what counts. */
function argumentsIn(command: string): [string[], string[]] {
  const script = `npm() { shift 4; printf '%s\\0' "$@"; }\n${command}`;
  const last = execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
  const first = readFileSync(join(folder, 'instance.json'), 'utf8');
  return [first.split('\0').slice(0, -1), last.split('\0').slice(0, -1)];
}

/** Runs the command, and gives the instance and what is said of it. */
async function run(command: string) {
  const [mine, count] = argumentsIn(command);
  const inFolder = (file: string) => (args: string[]) => args.map((arg) => (arg === file ? join(folder, file) : arg));
  writeFileSync(join(folder, NAME), CSV);
  const instance = await printed(inFolder(NAME)(mine));
  writeFileSync(join(folder, 'instance.json'), instance);
  return { instance, said: JSON.parse(await printed([...inFolder('instance.json')(count), '--threads', '1'])) };
}

const usual: Partial<State> = { target: 'höher', positive: 'yes', rules: 12, lambda: '0.02', epsilon: '0.03' };
const plain = await explore(usual);
const [first, second, third] = plain.exploration.pool.mined.instance.rules.map(({ name }) => name);

const cases: [string, Partial<State>][] = [
  ['as it comes', {}],
  ['columns left out, whatever their names', { without: writeNames(HEADER.slice(1, 3)) }],
  ['all columns, none left out', { without: '' }],
  ['types told', writeTypes({ since: 'dmy', zip: 'categorical', age: 'numeric', [HEADER[2]]: 'categorical' })],
  [
    'cuts of one’s own, of dates too, and outside of all values',
    {
      ...writeTypes({ since: 'dmy' }),
      cuts: writeCuts({
        '-x': { kind: 'points', at: [-2.5, 1] },
        age: { kind: 'points', at: [1000] },
        since: { kind: 'points', at: [16_000, 17_000] },
      }),
    },
  ],
  ['equal widths, missing, ranked by support', { bins: 'width.4', missing: 'yes', rank: 'support', balanced: 'yes' }],
  ['rules banned', { ban: writeNames([first, second, third]) }],
  [
    'rules pinned and written',
    {
      pin: writeNames([
        plain.exploration.pool.mined.instance.rules.at(-1)!.name,
        ruleName([
          { column: '-x', op: '>', value: -3.5 },
          { column: HEADER[2], op: '≠', value: 'a "b"' },
        ]),
        ruleName([{ column: HEADER[2], op: '=', value: null }]),
      ]),
    },
  ],
  ['rows held out', { hold: 30, pin: writeNames([second]), ban: writeNames([first]) }],
];

test.each(cases)('the command repeats the count: %s', async (_, patch) => {
  const { settings, exploration } = await explore({ ...usual, ...patch });
  const { instance, said } = await run(commandFor(settings, exploration));
  expect(instance).toBe(formatInstance(exploration.pool.mined.instance));
  expect(said.count).toBe(String(exploration.found.count));
  expect(said.count).not.toBe('0');
});

test('a count with a promise, within a best objective that is not proven, is asked for as that', async () => {
  const { settings, exploration } = plain;
  const guarantee = { eps: 0.3, delta: 0.05 };
  const optimum = add(exploration.found.optimum, parseRational('0.01'));
  const found = { ...exploration.found, exact: false, proven: false, guarantee, optimum };
  const { said } = await run(commandFor(settings, { ...exploration, found }));
  expect(said).toMatchObject({ method: 'ApproxMC6', guarantee, emptyCounted: false });
  expect(said.theta).toBe(formatRational(add(optimum, parseRational(settings.epsilon))));
});

test('what is asked for makes a difference to the rules', async () => {
  const before = formatInstance(plain.exploration.pool.mined.instance);
  for (const [, patch] of cases.slice(1)) {
    const { exploration } = await explore({ ...usual, ...patch });
    expect(formatInstance(exploration.pool.mined.instance)).not.toBe(before);
  }
});

test('says what it does not do', async () => {
  const { settings, exploration } = plain;
  const spread = { ...exploration, found: { ...exploration.found, spread: [1n, 2n] as const } };
  expect(leftOutOf(settings, exploration, false)).toEqual([expect.stringContaining(NAME)]);
  expect(leftOutOf(settings, spread, true)).toHaveLength(3);
  expect(leftOutOf({ ...settings, dataset: { ...settings.dataset, file: 'x.csv' } }, exploration, false)).toEqual([]);
});
