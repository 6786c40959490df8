import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printed } from './testing';

let folder: string;
const mine = (...options: string[]) => printed(['mine', join(folder, 'table.csv'), '--target', 'y', ...options]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mine-'));
  const rows = Array.from({ length: 40 }, (_, i) => `${i},${'abc'[i % 3]},${i > 25 ? 'yes' : 'no'}`);
  await writeFile(join(folder, 'table.csv'), `x,z=1,y\n${rows.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const namesIn = (instance: string): string[] => JSON.parse(instance).rules.map(({ name }: { name: string }) => name);

it('pins, bans, cuts and types, also columns with an = in their names', async () => {
  const few = ['--rules', '4', '--max-len', '1'];
  expect(namesIn(await mine(...few, '--cuts', 'x=25'))).toContain('x>25');
  const [best] = namesIn(await mine(...few));
  const wished = namesIn(await mine(...few, '--ban', best, '--pin', 'z=1≠a ∧ x≤7'));
  expect(wished[0]).toBe('z=1≠a ∧ x≤7');
  expect(wished).not.toContain(best);
  expect(wished).toHaveLength(4);
  const asLevels = namesIn(await mine('--type', 'x=categorical', '--type', 'z=1=categorical', '--min-support', '0'));
  expect(asLevels.some((name) => /^x=\d+$/.test(name))).toBe(true);
  expect(namesIn(await mine('--cuts', 'x=')).some((name) => name.includes('x'))).toBe(false);
});

it.each([
  [['--type', 'x=number'], '--type takes COLUMN=numeric|categorical|ymd|dmy|mdy, not "x=number"'],
  [['--type', 'w=numeric'], 'there is no column "w" to give a type to'],
  [['--type', 'z=1=numeric'], 'z=1'],
  [['--pin', 'w≤3'], '--pin takes conditions on columns of the table'],
  [['--pin', 'z=1=d'], 'not "z=1=d"'],
  [['--cuts', '=3'], '--cuts takes COLUMN=A,B'],
  [['--cuts', 'x=3,'], '--cuts takes COLUMN=A,B'],
])('says what is wrong with %j', async (options, message) => {
  await expect(mine(...options)).rejects.toThrow(message);
});
