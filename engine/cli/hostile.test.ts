import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatInstance } from '../ers/instance';
import { fourteenRules } from '../ers/testing';
import { UsageError } from './command';
import { createShell, printed, type Shell } from './testing';

const MOST_MS = 1000;

let shell: Shell;
let good: string;
let other: string;
beforeAll(async () => {
  shell = await createShell();
  good = join(shell.folder, 'good.json');
  other = join(shell.folder, 'other');
  await writeFile(good, formatInstance(fourteenRules));
});
afterAll(() => shell.close());

/** What a command says: its output, or one sentence of what is wrong. */
async function say(argv: readonly string[]): Promise<string> {
  const began = performance.now();
  try {
    return await printed(argv);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RangeError)) throw error;
    expect(error.message.length).toBeGreaterThan(5);
    return '';
  } finally {
    expect(performance.now() - began).toBeLessThan(MOST_MS);
  }
}

const commands = ['optimum', 'count', 'enumerate', 'compile', 'approx-count', 'sample', 'merge', 'mine'];
const words = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '0.02',
    '.5',
    '1/3',
    '1e3',
    '1e-999',
    'NaN',
    '',
    ' ',
    '0x1',
    '--',
    '-',
    '0/0',
    '1/2',
    '3/2',
  ),
  fc.constantFrom('__proto__', '9'.repeat(500), `0.${'0'.repeat(400)}1`, '٣', '\u0000', '\u001b[2J'),
  fc.string({ maxLength: 6 }),
);
const options = [
  'lambda',
  'theta',
  'epsilon',
  'limit',
  'eps',
  'delta',
  'seed',
  'method',
  'threads',
  'shard',
  'curve',
  'x',
];
const option = fc
  .tuple(fc.constantFrom(...options), words)
  // Threads are real: a number of them would start as many.
  .filter(([name, value]) => name !== 'threads' || !/^[1-9]/.test(value))
  .map(([name, value]) => [`--${name}`, value]);

describe('the command line', () => {
  test('takes any options, or says what is wrong with them', async () => {
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), fc.array(option, { maxLength: 4 }), async (command, given) => {
        const usual = command === 'count' ? ['--lambda', '0.02', '--theta', '0.4'] : [];
        if ((await say([command, good, ...usual, ...given.flat()])) !== '') answers++;
      }),
      { numRuns: 1000 },
    );
    expect(answers).toBeGreaterThan(10);
  });

  test('reads any file, compressed or not, or says what is wrong with it', async () => {
    const text = new TextEncoder().encode(formatInstance(fourteenRules));
    const bytes = fc
      .tuple(
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
        fc.option(fc.nat(), { freq: 3 }),
      )
      .map(([packed, changes, cut]) => {
        const copy = packed ? Uint8Array.from(gzipSync(text)) : text.slice();
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return cut === null ? copy : copy.slice(0, cut % copy.length);
      });
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('count', 'mine'), async (content, command) => {
        await writeFile(other, content);
        const asked = command === 'mine' ? ['--target', 'x'] : ['--lambda', '0.02', '--theta', '0.3'];
        if ((await say([command, other, ...asked])) !== '') answers++;
      }),
      { numRuns: 400 },
    );
    expect(answers).toBeGreaterThan(10);
  });
});
