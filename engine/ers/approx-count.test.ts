import { describe, expect, it } from 'vitest';
import { atOnce } from '../job';
import { createRandom } from '../random';
import { approxCount, approxCountTrial, medianEstimate, prepareApproxCount } from './approx-count';
import { countParameters, mostFail } from './approx-count-parameters';
import { listByBruteForce } from './brute-force';
import type { Instance } from './instance';
import { parseRational } from './rational';
import { createSpace } from './space';

/** A noisy instance with some thousand members among 2^12 rule sets. */
function noisy(): Instance {
  const random = createRandom(11);
  const bits = (density: number) => {
    const set = new Uint32Array(2);
    for (let i = 0; i < 60; i++) if (random.uniform() < density) set[i >> 5] |= 1 << (i & 31);
    return set;
  };
  const labels = bits(0.6);
  const rules = Array.from({ length: 12 }, (_, j) => {
    const captured = bits(0.35).map((word, w) => word & (labels[w] | bits(0.3)[w]));
    return { name: `rule ${j}`, captured };
  });
  return { n: 60, labels, weights: null, rules };
}

const lambda = '0.01';
const theta = '0.45';
const instance = noisy();
const space = atOnce(createSpace(instance, parseRational(lambda), parseRational(theta)));
const truth = listByBruteForce(instance, lambda, theta).length;

describe('countParameters', () => {
  it('are those of the papers', () => {
    expect(countParameters(0.8, 0.2)).toMatchObject({ algorithm: 'ApproxMC6', thresh: 72, trials: 3 });
    const trials = [0.2, 0.1, 0.05, 0.01, 0.001].map((delta) => countParameters(0.8, delta).trials);
    expect(trials).toEqual([3, 5, 7, 11, 19]);
    expect(countParameters(6, 0.2)).toMatchObject({ algorithm: 'ApproxMC7', thresh: 0 });
    expect(mostFail(9, 0.36)).toBeLessThan(0.2);
    expect(mostFail(7, 0.36)).toBeGreaterThan(0.2);
  });

  it('refuse what promises nothing', () => {
    expect(() => countParameters(0, 0.2)).toThrow(RangeError);
    expect(() => countParameters(0.8, 1)).toThrow(RangeError);
    expect(() => countParameters(Number.NaN, 0.2)).toThrow(RangeError);
  });
});

describe('approxCount', () => {
  for (const [eps, delta] of [
    [0.4, 0.2],
    [0.8, 0.2],
    [2, 0.3],
    [4, 0.1],
    [6, 0.2],
  ]) {
    it(`keeps its promise for ε = ${eps}, δ = ${delta}`, async () => {
      let inside = 0;
      const runs = 200;
      for (let seed = 0; seed < runs; seed++) {
        const prepared = await prepareApproxCount(space, { eps, delta, seed });
        expect(prepared.exact).toBeNull();
        const trials = [];
        for (let t = 0; t < prepared.parameters.trials; t++) trials.push(await approxCountTrial(prepared, t, 4));
        const ratio = Number(medianEstimate(trials)) / truth;
        if (ratio >= 1 / (1 + eps) && ratio <= 1 + eps) inside++;
      }
      expect(inside / runs).toBeGreaterThanOrEqual(1 - delta);
    });
  }

  it('gives the same answer for a seed, whatever the order and the guesses of its trials', async () => {
    const options = { lambda, theta, eps: 0.8, delta: 0.05, seed: 7, exactUpTo: 0 };
    const result = await approxCount(instance, options);
    expect(result).toMatchObject({ exact: false, guarantee: { eps: 0.8, delta: 0.05 }, method: 'ApproxMC6' });
    const prepared = await prepareApproxCount(space, options);
    for (const trial of [...result.trials].reverse()) {
      const again = await approxCountTrial(prepared, trial.trial, 9);
      expect({ ...again, nodes: 0 }).toEqual({ ...trial, nodes: 0 });
    }
    expect((await approxCount(instance, { ...options, seed: 8 })).trials).not.toEqual(result.trials);
  });

  it('is exact for small sets, and says so', async () => {
    const small = listByBruteForce(instance, lambda, '0.17').length;
    expect(small).toBeGreaterThan(0);
    const result = await approxCount(instance, { lambda, theta: '0.17', eps: 0.8, delta: 0.2, seed: 1 });
    expect(result).toMatchObject({ estimate: BigInt(small), exact: true, guarantee: null, method: 'list' });
    const searched = await approxCount(instance, { lambda, theta, eps: 0.8, delta: 0.2, seed: 1 });
    expect(searched).toMatchObject({ estimate: BigInt(truth), exact: true, method: 'depth-first', trials: [] });
    const none = await approxCount(instance, { lambda, theta: '0', eps: 0.8, delta: 0.2, seed: 1 });
    expect(none).toMatchObject({ estimate: 0n, exact: true });
  });
});
