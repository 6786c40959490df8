import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasBit } from '../bits/bitset';
import { formatInstance } from '../ers/instance';
import { compare, formatRational, parseRational, rational } from '../ers/rational';
import { everyModel, fourteenRules } from '../ers/testing';
import { createShell, printed, type Shell } from './testing';

const LAMBDA = '0.02';
const THETA = '0.5';
let shell: Shell;
let file: string;

/** The members, the empty rule set among them. */
const members = everyModel(fourteenRules, LAMBDA).filter(
  ({ objective }) => compare(objective, parseRational(THETA)) <= 0,
);

const run = (args: string) => {
  const [command, ...options] = args.split(' ');
  return printed([command, file, '--lambda', LAMBDA, '--theta', THETA, ...options]);
};

beforeAll(async () => {
  shell = await createShell();
  file = join(shell.folder, 'few.json');
  await writeFile(file, formatInstance(fourteenRules));
});
afterAll(() => shell.close());

it('has the empty rule set among its members', () => {
  expect(members.length).toBeGreaterThan(500);
  expect(members.some(({ rules }) => rules.length === 0)).toBe(true);
});

it('count says how it counted, with the empty rule set or without', async () => {
  expect(JSON.parse(await run('count --threads 1'))).toMatchObject({
    count: String(members.length),
    exact: true,
    method: 'compiled',
    threads: 1,
  });
  expect(JSON.parse(await run('count --exclude-empty')).count).toBe(String(members.length - 1));
});

it('compile tells the size of the diagram, and how the set grows', async () => {
  const all = JSON.parse(await run('compile --curve all'));
  expect(all).toMatchObject({ count: String(members.length), exact: true, emptyCounted: true });
  expect(all.states).toBeGreaterThan(all.nodes);
  const steps = new Set(members.map(({ objective }) => formatRational(objective)));
  expect(all.curve.length).toBe(steps.size);
  for (const { theta, count } of all.curve) {
    const within = members.filter(({ objective }) => compare(objective, parseRational(theta)) <= 0);
    expect(count).toBe(String(within.length));
  }
  const few = JSON.parse(await run('compile --curve 3'));
  expect(few.curve.length).toBe(3);
  expect(few.curve.at(-1)).toEqual(all.curve.at(-1));
});

it('compile says when its budget does not suffice', async () => {
  expect(JSON.parse(await run('compile --max-states 50'))).toMatchObject({
    count: null,
    exact: false,
    outgrown: { of: 14 },
  });
});

it('marginals are the frequencies among all members', async () => {
  const { count, rules, points, pairs } = JSON.parse(await run('marginals --pairs'));
  expect(count).toBe(String(members.length));
  const shareOf = (test: (set: readonly number[]) => boolean) => {
    const found = members.filter((model) => test(model.rules)).length;
    return { count: String(found), share: formatRational(rational(BigInt(found), BigInt(members.length))) };
  };
  for (const { rule, ...told } of rules) expect(told).toMatchObject(shareOf((set) => set.includes(rule)));
  for (const { point, ...told } of points)
    expect(told).toMatchObject(shareOf((set) => set.some((j) => hasBit(fourteenRules.rules[j].captured, point))));
  expect(pairs.length).toBe((14 * 13) / 2);
  for (const { rules: both, ...told } of pairs)
    expect(told).toMatchObject(shareOf((set) => both.every((j: number) => set.includes(j))));
});

it('approx-count keeps its promise, and is exact where that is quicker', async () => {
  const estimate = JSON.parse(await run('approx-count --eps 0.8 --delta 0.2 --seed 1 --exact-up-to 0 --threads 1'));
  expect(estimate).toMatchObject({ exact: false, guarantee: { eps: 0.8, delta: 0.2 }, method: 'ApproxMC6', seed: 1 });
  expect(Number(estimate.count)).toBeGreaterThan(members.length / 1.8);
  expect(Number(estimate.count)).toBeLessThan(members.length * 1.8);
  expect(JSON.parse(await run('approx-count'))).toMatchObject({ count: String(members.length), exact: true });
});

it('sample draws members, the same ones for a seed, the empty rule set among them', async () => {
  const known = new Map(
    members.map(({ rules, mistakes, objective }) => [
      rules.join(),
      { rules, mistakes, objective: formatRational(objective) },
    ]),
  );
  for (const method of ['exact', 'approx', 'tree']) {
    const args = `sample -k 40 --method ${method} --seed 7 --threads 1`;
    const out = await run(args);
    const drawn = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(drawn.length).toBe(40);
    for (const model of drawn) expect(model).toEqual(known.get(model.rules.join()));
    expect(await run(args)).toBe(out);
    expect(await run(args.replace('7', '8'))).not.toBe(out);
  }
});

it('sample draws the empty rule set as often as any other', async () => {
  const two = { ...fourteenRules, rules: fourteenRules.rules.slice(0, 1) };
  await writeFile(join(shell.folder, 'one.json'), formatInstance(two));
  for (const method of ['exact', 'approx', 'tree']) {
    const argv = `--lambda 0 --theta 1 -k 400 --method ${method} --samples-per-level 1 --threads 1`.split(' ');
    const out = await printed(['sample', join(shell.folder, 'one.json'), ...argv]);
    const empty = out.match(/"rules":\[\]/g)!.length;
    expect(empty).toBeGreaterThan(140);
    expect(empty).toBeLessThan(260);
  }
});
