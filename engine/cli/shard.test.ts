import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatInstance } from '../ers/instance';
import { drawInstance, fourteenRules } from '../ers/testing';
import { UsageError } from './command';
import { createShell, printed, type Shell } from './testing';

let shell: Shell;
const at = (name: string) => join(shell.folder, name);

/** What a command prints on one thread. */
const run = (args: string) =>
  printed(`${args} --threads 1`.split(' ').map((arg) => arg.replace('@', `${shell.folder}/`)));

const merged = (files: readonly string[]) => printed(['merge', ...files]);

/** Runs the parts of a command, gives them to `merge` in another order, and prints what it prints. */
async function joined(args: string, of: number): Promise<string> {
  const files: string[] = [];
  for (let i = 1; i <= of; i++) {
    files.unshift(at(`${args.split(' ')[0]}-${i}-${of}`));
    await writeFile(files[0], await run(`${args} --shard ${i}/${of}`));
  }
  return merged(files);
}

/** An answer without what it cost. */
const answer = (text: string) => {
  const { nodes, ms, threads, method, ...rest } = JSON.parse(text);
  return rest;
};

const question = '--lambda 0.02 --theta 0.5';

beforeAll(async () => {
  shell = await createShell();
  const many = drawInstance({
    seed: 5,
    n: 90,
    densities: Array(24).fill(0.15),
    positives: 0.4,
    duplicates: true,
    heaviest: 3,
  });
  await writeFile(at('many.json'), formatInstance(many));
  await writeFile(at('few.json'), formatInstance(fourteenRules));
});
afterAll(() => shell.close());

describe('--shard', { timeout: 120_000 }, () => {
  for (const of of [1, 2, 5]) {
    it(`gives ${of} parts that merge joins to the answer of one run`, async () => {
      const count = `count @many.json ${question}`;
      expect(answer(await joined(count, of))).toEqual(answer(await run(count)));
      for (const limit of ['', ' --limit 40']) {
        const enumerate = `enumerate @many.json ${question}${limit}`;
        expect(await joined(enumerate, of)).toBe(await run(enumerate));
      }
      for (const exactly of [0, 1_000_000]) {
        const estimate = `approx-count @many.json ${question} --seed 5 --delta 0.05 --exact-up-to ${exactly}`;
        const whole = await run(estimate);
        expect(answer(await joined(estimate, of))).toEqual(answer(whole));
        expect(JSON.parse(whole).exact).toBe(exactly > 0);
      }
      for (const method of ['exact', 'approx']) {
        const sample = `sample @few.json ${question} -k 11 --method ${method} --seed 2`;
        const whole = await run(sample);
        expect(await joined(sample, of)).toBe(whole);
        expect(whole.trim().split('\n').length).toBe(11);
      }
    });
  }

  it('counts the empty rule set once, or not at all', async () => {
    const counts = `count @many.json --lambda 0 --theta 1`;
    const whole = answer(await run(counts));
    expect(whole).toMatchObject({ count: String(2n ** 24n), emptyCounted: true });
    expect(answer(await joined(counts, 3))).toEqual(whole);
    expect(answer(await joined(`${counts} --exclude-empty`, 3)).count).toBe(String(2n ** 24n - 1n));
  });

  it('says which part is missing, twice there, of another answer, or cut short', async () => {
    const part = async (name: string, args: string) => {
      await writeFile(at(name), await run(args));
      return at(name);
    };
    const first = await part('1', `enumerate @few.json ${question} --shard 1/3`);
    const again = await part('1b', `enumerate @few.json ${question} --shard 1/3`);
    const second = await part('2', `enumerate @few.json ${question} --shard 2/3`);
    const other = await part('3', `enumerate @few.json --lambda 0.02 --theta 0.4 --shard 3/3`);
    const third = await part('3b', `enumerate @few.json ${question} --shard 0/3`);
    await writeFile(at('cut'), (await run(`enumerate @few.json ${question} --shard 0/3`)).slice(0, -60));
    const refusal = (files: string[]) => merged(files).then(String, (error: unknown) => error as Error);
    for (const [files, message] of [
      [[first, second], '1 of 3 parts are missing: the first is 0/3'],
      [[first, again, second], `${again}: part 1/3 is in ${first} too`],
      [[first, second, other], `${other}: part of another answer than ${first}`],
      [[first, second, at('cut')], `${at('cut')}: it ends after`],
    ] as const) {
      const error = await refusal([...files]);
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toContain(message);
    }
    expect(await merged([second, first, third])).toBe(await run(`enumerate @few.json ${question}`));
  });

  it('runs under xargs as engine/README.md says', async () => {
    const { out, err } = await shell.sh(
      `seq 3 | xargs -P 2 -I{} sh -c '$ERS count ${at('few.json')} ${question} --shard {}/3 --threads 1 > ${at('part-')}{}.json' && ` +
        `$ERS merge ${at('part-')}*.json`,
    );
    expect(err).toBe('');
    expect(answer(out)).toEqual(answer(await run(`count @few.json ${question}`)));
  });
});

it('gives the same estimate and the same draws with threads of Node', { timeout: 120_000 }, async () => {
  const estimate = `approx-count @many.json ${question} --seed 5 --exact-up-to 0`;
  const { out, err, status } = await shell.ers(`${estimate} --threads 2`);
  expect([err, status]).toEqual(['', 0]);
  expect(answer(out)).toEqual(answer(await run(estimate)));
  expect(JSON.parse(out)).toMatchObject({ exact: false, threads: 2 });
  const sample = `sample @many.json ${question} -k 20 --method approx --seed 5`;
  expect((await shell.ers(`${sample} --threads 3`)).out).toBe(await run(sample));
});
