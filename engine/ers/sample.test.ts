import { describe, expect, it } from 'vitest';
import { atOnce } from '../job';
import { createRandom } from '../random';
import { listByBruteForce, mistakesOf, randomQuestion } from './brute-force';
import { countAuto } from './choose';
import type { Instance } from './instance';
import { modelRules } from './model-list';
import { parseRational } from './rational';
import { type SampleOptions, sample } from './sample';
import { createSpace } from './space';
import { sampleTree } from './tree-sampling';
import { prepareUniGen, uniGenDraw, uniGenParameters } from './unigen';

/** Nine rules on thirty points. */
function medium(): Instance {
  const random = createRandom(21);
  const word = (density: number) => {
    let bits = 0;
    for (let i = 0; i < 30; i++) if (random.uniform() < density) bits |= 1 << i;
    return Uint32Array.of(bits);
  };
  return {
    n: 30,
    labels: word(0.6),
    weights: null,
    rules: Array.from({ length: 9 }, (_, j) => ({ name: `rule ${j}`, captured: word(0.15 + 0.05 * j) })),
  };
}

const instance = medium();
const lambda = '0.02';
const theta = '0.5';
const members = listByBruteForce(instance, lambda, theta);
const names = members.map((model) => `${model.rules}`);

async function frequencies(options: Partial<SampleOptions>): Promise<Float64Array> {
  const { models } = await sample(instance, { lambda, theta, k: 20 * members.length, ...options });
  expect(models.length).toBe(options.k ?? 20 * members.length);
  const place = new Map(names.map((name, i) => [name, i]));
  const times = new Float64Array(members.length);
  for (let k = 0; k < models.length; k++) {
    const rules = Array.from(modelRules(models, k));
    const i = place.get(`${rules}`);
    expect(i).toBeDefined();
    expect(models.mistakes[k]).toBe(mistakesOf(instance, rules));
    times[i!]++;
  }
  return times;
}

/** How many standard deviations chi-square lies above what a uniform sampler gives. */
function excess(times: Float64Array): number {
  const expected = times.reduce((a, b) => a + b, 0) / times.length;
  const chiSquare = times.reduce((sum, t) => sum + (t - expected) ** 2 / expected, 0);
  return (chiSquare - (times.length - 1)) / Math.sqrt(2 * (times.length - 1));
}

describe('sample', () => {
  it('has enough members to tell the samplers apart', () => {
    expect(members.length).toBeGreaterThan(150);
    expect(members.length).toBeLessThan(512);
  });

  it('draws exactly uniformly from the compiled set', async () => {
    expect(excess(await frequencies({ method: 'exact' }))).toBeLessThan(3.5);
  });

  it('draws exactly uniformly from a list when compiling needs too much memory', async () => {
    expect(excess(await frequencies({ method: 'exact', maxBytes: 1000 }))).toBeLessThan(3.5);
  });

  it('draws by UniGen within its factor, and nearly uniformly', async () => {
    const times = await frequencies({ method: 'approx', tolerance: 16, k: 6000 });
    const expected = 6000 / members.length;
    for (const t of times) expect(t).toBeGreaterThan(expected / 17);
    for (const t of times) expect(t).toBeLessThan(expected * 3);
    const variation = times.reduce((sum, t) => sum + Math.abs(t - expected), 0) / 12000;
    // A uniform sampler's is about sqrt(1 / (2π · expected)).
    expect(variation).toBeLessThan(1.35 / Math.sqrt(2 * Math.PI * expected));
  });

  it('draws several models of a cell by UniGen: all of them members, and all members come', async () => {
    const times = await frequencies({ method: 'approx', tolerance: 16, several: true, k: 6000 });
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  it('draws from a list when UniGen finds few models', async () => {
    const result = await sample(instance, { lambda, theta: '0.3', k: 10, method: 'approx' });
    expect(result).toMatchObject({ method: 'list', uniformity: 'exact' });
  });

  it('draws members by BB-sts, evenly when κ is large', async () => {
    const all = await frequencies({ method: 'tree', rulesPerLevel: 3, samplesPerLevel: 1e6, k: 20 * members.length });
    expect(Math.max(...all)).toBe(20);
    await frequencies({ method: 'tree', rulesPerLevel: 2, samplesPerLevel: 4, k: 500 });
  });

  it('walks unevenly', async () => {
    expect(excess(await frequencies({ method: 'walk' }))).toBeGreaterThan(20);
  });

  it('gives the same models for a seed', async () => {
    for (const method of ['exact', 'approx', 'tree', 'walk'] as const) {
      const draw = (seed: number) => sample(instance, { lambda, theta, k: 30, method, seed, samplesPerLevel: 40 });
      const { models } = await draw(5);
      expect((await draw(5)).models).toEqual(models);
      expect((await draw(6)).models).not.toEqual(models);
    }
  });

  it('draws nothing from an empty set', async () => {
    for (const method of ['exact', 'approx', 'tree', 'walk'] as const) {
      expect((await sample(instance, { lambda, theta: '0', k: 3, method })).models.length).toBe(0);
    }
  });
});

describe('sampleTree', () => {
  const space = atOnce(createSpace(instance, parseRational(lambda), parseRational(theta)));

  it('finds all members when it carries all partial sets on', async () => {
    const run = await sampleTree(space, { rulesPerLevel: 2, samplesPerLevel: 1e6 }, createRandom(1));
    expect(run.members.map((model) => `${model.rules}`).sort()).toEqual([...names].sort());
    expect(run.estimate).toBe(members.length);
  });

  it('estimates their number without bias', async () => {
    const runs = 3000;
    let sum = 0;
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      const options = { rulesPerLevel: 3, samplesPerLevel: 12 };
      const { estimate } = await sampleTree(space, options, createRandom(1, run));
      sum += estimate;
      squares += estimate * estimate;
    }
    const mean = sum / runs;
    const error = Math.sqrt((squares / runs - mean * mean) / runs);
    expect(Math.abs(mean - members.length)).toBeLessThan(3.5 * error);
    expect(error).toBeLessThan(0.02 * members.length);
  });

  it('refuses parameters that are no positive integers', async () => {
    const options = { rulesPerLevel: 0, samplesPerLevel: 4 };
    await expect(sampleTree(space, options, createRandom(1))).rejects.toThrow(RangeError);
  });
});

describe('UniGen', () => {
  it('has the parameters of the paper', () => {
    const { kappa, pivot, low, high } = uniGenParameters(8);
    expect(kappa).toBeCloseTo(0.62007, 4);
    expect([pivot, Math.floor(low), Math.floor(high)]).toEqual([34, 20, 56]);
    for (const tolerance of [1.71, 2, 7, 12, 16]) expect(uniGenParameters(tolerance).kappa).toBeGreaterThan(0);
    expect(() => uniGenParameters(1.5)).toThrow(RangeError);
  });

  it('aims at cells that halving the set does leave, where few sizes are accepted', async () => {
    const rules = Array.from({ length: 13 }, () => ({ name: '', captured: Uint32Array.of(0) }));
    const nothing = { n: 1, labels: Uint32Array.of(0), weights: null, rules };
    // All of one to five rules: 2379, of which the halves and the quarters are not near to the formula's pivot.
    const space = atOnce(createSpace(nothing, parseRational('0.1'), parseRational('0.5')));
    const { low, high } = uniGenParameters(2);
    for (const size of [2379 / 2, 2379 / 4]) expect(size > low && size < high).toBe(false);
    const prepared = await prepareUniGen(space, { tolerance: 2, seed: 1 });
    expect(prepared.all).toBeNull();
    expect(prepared.parameters.pivot).toBeGreaterThanOrEqual(uniGenParameters(2).pivot);
    for (let index = 0; index < 20; index++) {
      const { models } = await uniGenDraw(prepared, index);
      expect(models[0].rules.length).toBeLessThanOrEqual(5);
    }
  });

  it('never takes a cell that was cut off: draws come from all of the cell', async () => {
    const space = atOnce(createSpace(instance, parseRational(lambda), parseRational(theta)));
    const prepared = await prepareUniGen(space, { tolerance: 16, seed: 3 });
    expect(prepared.all).toBeNull();
    for (let index = 0; index < 50; index++) {
      const { models } = await uniGenDraw(prepared, index, true);
      expect(models.length).toBe(Math.floor(prepared.parameters.low));
      expect(new Set(models.map((model) => `${model.rules}`)).size).toBe(models.length);
    }
  });
});

describe('countAuto', () => {
  it('counts right whichever way it takes', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const question = randomQuestion(seed);
      const expected = listByBruteForce(question.instance, question.lambda, question.theta).length;
      const { instance: asked, ...threshold } = question;
      for (const limits of [{}, { maxBytes: 1 }, { maxBytes: 1, patience: 0 }, { maxStates: 30, patience: 0 }]) {
        const result = await countAuto(asked, { ...threshold, ...limits });
        expect(result.exact).toBe(true);
        expect(result.count).toBe(BigInt(expected));
        expect(result.bySize?.reduce((a, b) => a + b, 0n)).toBe(BigInt(expected));
        const withEmpty = await countAuto(asked, { ...threshold, ...limits, includeEmpty: true });
        expect(withEmpty.count).toBe(BigInt(expected + (result.emptyFeasible ? 1 : 0)));
      }
    }
  });

  it('compiles what is deep, searches what does not fit, and estimates when asked to', async () => {
    const captures = Array.from({ length: 30 }, (_, j) => ({ name: '', captured: Uint32Array.of(1 << j) }));
    const deep = { n: 30, labels: Uint32Array.of(0x15555555), weights: null, rules: captures };
    const question = { lambda: '0', theta: '0.4' };
    const compiled = await countAuto(deep, question);
    expect(compiled).toMatchObject({ method: 'compiled', exact: true, tried: ['compiled'] });
    expect(await countAuto(instance, { lambda, theta, maxBytes: 1 })).toMatchObject({
      method: 'depth-first',
      tried: ['compiled', 'depth-first'],
      count: BigInt(members.length),
    });
    const approx = { eps: 0.8, delta: 0.2, seed: 1 };
    const estimate = await countAuto(deep, { ...question, maxBytes: 1, patience: 1000, approx });
    expect(estimate).toMatchObject({
      method: 'ApproxMC6',
      exact: false,
      guarantee: { eps: 0.8, delta: 0.2 },
      tried: ['compiled', 'depth-first', 'compiled', 'approximate'],
    });
    const ratio = Number(estimate.count) / Number(compiled.count);
    expect(ratio).toBeGreaterThan(1 / 1.8);
    expect(ratio).toBeLessThan(1.8);
  });
});
