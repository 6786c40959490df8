import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from './cli/command';
import { main } from './cli/main';
import { createShell, type Shell } from './cli/testing';

let shell: Shell;
const ers = (args: string, input?: string) => shell.ers(args, input);
const at = (name: string) => join(shell.folder, name);

const instance = JSON.stringify({
  n: 4,
  labels: '1100',
  rules: [
    { name: 'a', captured: '1000' },
    { name: 'b', captured: '1100' },
    { name: 'c', captured: '0110' },
  ],
});

beforeAll(async () => {
  shell = await createShell();
  await writeFile(at('i.json'), instance);
  await writeFile(at('i.json.gz'), gzipSync(instance));
  await writeFile(at('cut.json'), instance.slice(0, 40));
  await writeFile(at('short.json'), instance.replace('"1000"', '"100"'));
  await writeFile(at('torn.gz'), gzipSync(instance).subarray(0, 30));
  await writeFile(at('junk'), Uint8Array.of(0x89, 0x50, 0, 1, 2, 255, 10, 13, 27));
  await writeFile(at('t.csv'), 'x,y,z\n1,a,yes\n2,b,no\n3,a,yes\n4,b,no\n5,a,yes\n6,a,no\n');
  await writeFile(at('ragged.csv'), 'x,y\n1,a\n2\n');
});
afterAll(() => shell.close());

describe('ers', { timeout: 120_000 }, () => {
  it.concurrent('counts, finds the optimum and lists, from a file, a compressed one, or standard input', async () => {
    const expected = {
      count: '6',
      bySize: { 0: '1', 1: '2', 2: '3' },
      theta: '1/2',
      emptyFeasible: true,
      emptyCounted: true,
    };
    expect(JSON.parse((await ers('count @i.json --lambda .1 --theta 0.5')).out)).toMatchObject(expected);
    expect(JSON.parse((await ers('count @i.json.gz --lambda 1/10 --theta 1/2')).out)).toMatchObject(expected);
    const fromStandardInput = await ers('count --lambda 0.1 --epsilon 0.4 --exclude-empty', instance);
    expect(JSON.parse(fromStandardInput.out)).toMatchObject({ count: '5', optimum: '1/10', emptyCounted: false });
    expect(JSON.parse((await ers('optimum @i.json --lambda 0.1')).out)).toMatchObject({
      optimum: '1/10',
      optimumSets: 1,
      models: [{ rules: [1], mistakes: 0, objective: '1/10' }],
      emptyObjective: '1/2',
    });
    const { out, err, status } = await ers('enumerate - --lambda 0.1 --theta 0.5 --limit 3', instance);
    expect(out).toBe(
      '{"rules":[1],"mistakes":0,"objective":"1/10"}\n' +
        '{"rules":[0,1],"mistakes":0,"objective":"1/5"}\n' +
        '{"rules":[0],"mistakes":1,"objective":"7/20"}\n',
    );
    expect([err, status]).toEqual(['', 0]);
  });

  it.concurrent('mines an instance that it reads', async () => {
    const mined = await ers('mine @t.csv --target z --positive yes --max-len 1 --min-support 0.2 --rules 3');
    expect(JSON.parse(mined.out)).toMatchObject({ n: 6, labels: '101010' });
    const counted = await ers('count - --lambda 0 --theta 1', mined.out);
    expect(JSON.parse(counted.out)).toMatchObject({ count: '8' });
  });

  it.concurrent('sets rows aside', async () => {
    const mine = 'mine @t.csv --target z --positive yes --max-len 1 --min-support 0.2 --hold-out 0.34 --part';
    const parts = await Promise.all(['train', 'test', 'all'].map((part) => ers(`${mine} ${part}`)));
    const [train, test, all] = parts.map(({ out }) => JSON.parse(out));
    expect([train.n, test.n, all.n]).toEqual([4, 2, 6]);
    expect(test.rules.map(({ name }: { name: string }) => name)).toEqual(
      train.rules.map(({ name }: { name: string }) => name),
    );
    expect((await ers('mine @t.csv --target z --part most')).err).toContain('--part must be train or test or all');
    expect((await ers('mine @t.csv --target z --hold-out 1')).err).toContain('the share held out must be');
  });

  it.concurrent('explains itself', async () => {
    const { out, err, status } = await ers('count -h');
    expect([err, status]).toEqual(['', 0]);
    expect(out).toContain('--lambda NUMBER');
    expect((await ers('--help')).out).toMatch(/mine .*\n.*optimum .*\n.*count /);
  });

  const wrong: [string, string][] = [
    ['nothing', 'there is no command "nothing", but mine, optimum, count, enumerate, compile'],
    ['count @i.json --lamda 1 --theta 1', "Unknown option '--lamda'"],
    ['count @i.json --theta 1', '--lambda is missing'],
    ['count @i.json --lambda much --theta 1', 'lambda: "much" is not a number'],
    ['count @i.json --lambda -1 --theta 1', 'lambda must not be negative, but is -1'],
    ['count @i.json --lambda 1 --epsilon -0.1', 'epsilon must not be negative, but is -0.1'],
    ['count @i.json --lambda 1', 'give either theta or epsilon'],
    ['count @i.json @i.json --lambda 1', 'one file, not 2: @i.json @i.json'],
    ['count @none --lambda 1 --theta 1', '@none: there is no such file'],
    ['count @ --lambda 1 --theta 1', '@: this is a directory, not a file'],
    ['count @cut.json --lambda 1 --theta 1', '@cut.json:1:41: not JSON: it ends too early'],
    ['count @short.json --lambda 1 --theta 1', '@short.json: rule 0: "captured" has 3 characters, but n is 4'],
    ['count @junk --lambda 1 --theta 1', '@junk:1:1: not JSON: unexpected'],
    ['count @torn.gz --lambda 1 --theta 1', '@torn.gz: '],
    ['enumerate @i.json --lambda 1 --theta 1 --limit 0', '--limit must be a whole number from 1, not "0"'],
    ['enumerate @i.json --lambda 1 --theta 1 --threads x', '--threads must be a whole number from 1, not "x"'],
    ['count @i.json --lambda 1 --theta 1 --shard 3/2', '--shard must be I/K with 0 ≤ I ≤ K and K from 1, not "3/2"'],
    ['count @i.json --lambda 1 --theta 1 --shard 0/0', '--shard must be'],
    ['count @i.json --lambda 1 --theta 1 --threads 0', '--threads must be a whole number from 1, not "0"'],
    ['compile @i.json --lambda 1 --theta 1 --curve some', '--curve must be a whole number from 0, not "some"'],
    ['compile @i.json --lambda 1 --theta 1 --order best', '--order must be false-positives or'],
    ['marginals @i.json --lambda 0 --theta 1 --max-states 1', 'the set does not fit into'],
    ['approx-count @i.json --lambda 0 --theta 1 --eps -1', 'eps must be positive, but is -1'],
    ['approx-count @i.json --lambda 0 --theta 1 --delta 2', 'delta must lie between 0 and 1, but is 2'],
    ['approx-count @i.json --lambda 0 --theta 1 --eps few', '--eps must be a number, not "few"'],
    ['approx-count @i.json --lambda 0 --theta 1 --seed -1', '--seed must be a whole number from 0, not "-1"'],
    ['sample @i.json --lambda 0 --theta 1', '--k is missing'],
    ['sample @i.json --lambda 0 --theta 1 -k 3 --method best', '--method must be exact or approx or tree, not "best"'],
    ['sample @i.json --lambda 0 --theta 1 -k 3 --method approx --tolerance 1', 'UniGen promises a factor'],
    ['sample @i.json --lambda 0 --theta 1 -k 3 --method tree --shard 1/2', '--shard: a tree gives'],
    ['merge', 'merge takes the files of all parts'],
    ['merge @none', '@none: there is no such file'],
    ['merge @i.json', '@i.json:1: not what a command with --shard has printed'],
    ['mine @t.csv', '--target is missing'],
    ['mine @t.csv --target q', '@t.csv: there is no column "q"; the columns are x, y, z'],
    ['mine @t.csv --target z --rules 1000000000', 'the number of rules must be'],
    ['mine @t.csv --target z --rank best', '--rank must be gain or support or precision, not "best"'],
    ['mine @ragged.csv --target y', '@ragged.csv:3: '],
    ['mine @junk --target y', '@junk:1: '],
  ];
  it.each(wrong)('refuses: %s', async (args, message) => {
    const argv = args.split(' ').map((arg) => arg.replace('@', `${shell.folder}/`));
    const error = await main(argv).then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error instanceof UsageError || error instanceof RangeError, String(error?.stack)).toBe(true);
    expect(error!.message.replaceAll(`${shell.folder}/`, '@')).toContain(message);
  });

  it.concurrent('says what is wrong in one line, with status 2', async () => {
    for (const args of [
      'count @none --lambda 1 --theta 1',
      'mine @junk --target y',
      'sample @i.json --lambda 0 --theta 1 -k x',
    ]) {
      const { out, err, status } = await ers(args);
      expect([out, status]).toEqual(['', 2]);
      expect(err).toMatch(/^ers: [^\n]*\n$/);
    }
  });

  it.concurrent('ends quietly when its reader does', async () => {
    const rules = Array.from({ length: 16 }, (_, j) => ({ captured: j % 2 ? '10' : '01' }));
    await writeFile(at('many.json'), JSON.stringify({ n: 2, labels: '10', rules }));
    const { out, err } = await shell.sh(`$ERS enumerate ${at('many.json')} --lambda 0 --theta 1 | head -1`);
    expect(out).toBe('{"rules":[1],"mistakes":0,"objective":"0/1"}\n');
    expect(err).toBe('');
  });
});
