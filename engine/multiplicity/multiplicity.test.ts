import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BitSet, bitsFromString, bitsToString, hasBit } from '../bits/bitset';
import { balancedWeights } from '../data/labels';
import { type Instance, totalWeight } from '../ers/instance';
import { type ModelList, modelRules } from '../ers/model-list';
import { atOnce } from '../job';
import { mergeCells, pointsOf, uniteInto } from './cells';
import { columnCounts, columnsOf, pairCounts, ruleCounts } from './frequency';
import { gaps, type Metric, rates, spread } from './metrics';
import { ambiguity, contested, discrepancy, distances, meanDisagreement, yesCounts } from './shares';
import { survey } from './survey';
import { Sweep } from './sweep';
import { createSweepKernel } from './sweep-kernel';
import { createSweepTwin } from './sweep-twin';
import { confusion, tally, weightedMistakes } from './tally';

interface Case {
  readonly instance: Instance;
  readonly groups: readonly BitSet[];
  readonly list: ModelList;
}

function listOf(models: readonly number[][], instance: Instance): ModelList {
  const starts = Uint32Array.from([0, ...models.map((_, k) => models.slice(0, k + 1).flat().length)]);
  const mistakes = Float64Array.from(models, (model) =>
    predict(instance, model).reduce(
      (sum, yes, i) => sum + (yes === hasBit(instance.labels, i) ? 0 : (instance.weights?.[i] ?? 1)),
      0,
    ),
  );
  return { length: models.length, starts, rules: Uint16Array.from(models.flat()), mistakes };
}

const predict = (instance: Instance, model: ArrayLike<number>): boolean[] =>
  Array.from({ length: instance.n }, (_, i) => Array.from(model).some((j) => hasBit(instance.rules[j].captured, i)));

/** Few rules and up to 90 points: many points share a cell, and strata span several words. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    n: fc.integer({ min: 1, max: 90 }),
    m: fc.integer({ min: 1, max: 5 }),
    groups: fc.integer({ min: 0, max: 3 }),
  })
  .chain(({ n, m, groups }) => {
    const bits = fc.string({ unit: fc.constantFrom('0', '1'), minLength: n, maxLength: n }).map(bitsFromString);
    return fc
      .record({
        labels: bits,
        captured: fc.array(bits, { minLength: m, maxLength: m }),
        groups: fc.array(bits, { minLength: groups, maxLength: groups }),
        weights: fc.option(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: n, maxLength: n })),
        models: fc.array(
          fc.uniqueArray(fc.nat(m - 1), { maxLength: m }).map((rules) => rules.sort((a, b) => a - b)),
          { maxLength: 8 },
        ),
      })
      .map(({ labels, captured, groups: sets, weights, models }) => {
        const rules = captured.map((set, j) => ({ name: `rule ${j}`, captured: set }));
        const instance: Instance = { n, labels, weights: weights && Float64Array.from(weights), rules };
        return { instance, groups: sets, list: listOf(models, instance) };
      });
  });

const METRICS: Metric[] = [
  'yes',
  'truePositive',
  'falsePositive',
  'falseNegative',
  'precision',
  'accuracy',
  'balancedAccuracy',
];

function naiveRate(metric: Metric, yes: boolean[], labels: BitSet, inside: (i: number) => boolean): number {
  const count = (test: (i: number) => boolean) => yes.reduce((sum, _, i) => sum + Number(inside(i) && test(i)), 0);
  const positive = (i: number) => hasBit(labels, i);
  const tp = count((i) => yes[i] && positive(i));
  const fp = count((i) => yes[i] && !positive(i));
  const fn = count((i) => !yes[i] && positive(i));
  const tn = count((i) => !yes[i] && !positive(i));
  return {
    yes: (tp + fp) / (tp + fp + fn + tn),
    truePositive: tp / (tp + fn),
    falsePositive: fp / (fp + tn),
    falseNegative: fn / (tp + fn),
    precision: tp / (tp + fp),
    accuracy: (tp + tn) / (tp + fp + fn + tn),
    balancedAccuracy: (tp / (tp + fn) + tn / (tn + fp)) / 2,
  }[metric];
}

test('cells keep what every rule captures, and strata keep label, weight and groups', () => {
  fc.assert(
    fc.property(cases, ({ instance, groups }) => {
      const cells = atOnce(mergeCells(instance, groups));
      const set = new Uint32Array(cells.words);
      instance.rules.forEach((rule, j) => {
        uniteInto(set, cells, [j]);
        expect(bitsToString(pointsOf(cells, set), instance.n)).toBe(bitsToString(rule.captured, instance.n));
      });
      expect(cells.strata.reduce((sum, stratum) => sum + stratum.size, 0)).toBe(instance.n);
      expect(cells.strata.reduce((sum, s) => sum + s.weight * s.size, 0)).toBe(totalWeight(instance));
    }),
  );
});

test('rates, gaps and weighted mistakes equal naive loops', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ instance, groups, list }) => {
      const counted = await tally(list, atOnce(mergeCells(instance, groups)));
      expect(weightedMistakes(counted)).toEqual(list.mistakes);
      const all = confusion(counted);
      const parts = groups.map((_, g) => confusion(counted, g));
      for (const metric of METRICS) {
        const expected = (inside: (i: number) => boolean) =>
          Array.from({ length: list.length }, (_, k) =>
            naiveRate(metric, predict(instance, modelRules(list, k)), instance.labels, inside),
          );
        const close = (got: Float64Array, want: number[]) => {
          expect(got.length).toBe(want.length);
          want.forEach((value, k) => {
            if (Number.isNaN(value)) expect(got[k]).toBeNaN();
            else expect(got[k]).toBeCloseTo(value, 12);
          });
        };
        close(
          rates(metric, all),
          expected(() => true),
        );
        const byGroup = groups.map((group) => expected((i) => hasBit(group, i)));
        parts.forEach((part, g) => {
          close(rates(metric, part), byGroup[g]);
        });
        if (groups.length < 2) continue;
        close(
          gaps(metric, parts[0], parts[1]),
          byGroup[0].map((a, k) => a - byGroup[1][k]),
        );
        close(
          spread(metric, parts),
          byGroup[0].map((_, k) => Math.max(...byGroup.map((v) => v[k])) - Math.min(...byGroup.map((v) => v[k]))),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('shares of yes, ambiguity, discrepancy and disagreement equal naive loops', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ instance, groups, list }) => {
      const { n } = instance;
      const K = list.length;
      const cells = atOnce(mergeCells(instance, groups));
      const verdicts = Array.from({ length: K }, (_, k) => predict(instance, modelRules(list, k)));
      const counts = await yesCounts(list, cells);
      expect([...counts]).toEqual(Array.from({ length: n }, (_, i) => verdicts.filter((v) => v[i]).length));
      const mixed = Array.from({ length: n }, (_, i) => new Set(verdicts.map((v) => v[i])).size > 1);
      expect(contested(counts, K)).toBe(mixed.filter(Boolean).length / n);

      let disagreement = 0;
      for (let a = 0; a < K; a++)
        for (let b = 0; b < a; b++)
          for (let i = 0; i < n; i++) disagreement += Number(verdicts[a][i] !== verdicts[b][i]);
      expect(meanDisagreement(counts, K)).toBeCloseTo(K < 2 ? 0 : disagreement / ((K * (K - 1)) / 2) / n, 12);

      const base = [0];
      const baseline = predict(instance, base);
      const away = verdicts.map((v) => v.filter((yes, i) => yes !== baseline[i]).length);
      const found = await distances(list, cells, base);
      expect([...found]).toEqual(away);
      expect(discrepancy(found, n)).toBe(Math.max(0, ...away) / n);
      const reversed = baseline.filter((yes, i) => verdicts.some((v) => v[i] !== yes)).length;
      expect(ambiguity(counts, K, instance.rules[0].captured)).toBe(reversed / n);
    }),
  );
});

test('counts in chunks add up, past the point where the counters are emptied', async () => {
  const instance: Instance = {
    n: 3,
    labels: bitsFromString('010'),
    weights: null,
    rules: [
      { name: 'a', captured: bitsFromString('110') },
      { name: 'b', captured: bitsFromString('010') },
    ],
  };
  const models = 70_000;
  const list: ModelList = {
    length: models,
    starts: Uint32Array.from({ length: models + 1 }, (_, k) => k),
    rules: Uint16Array.from({ length: models }, (_, k) => (k % 3 === 0 ? 0 : 1)),
    mistakes: new Float64Array(models),
  };
  const cells = atOnce(mergeCells(instance));
  for (const kernel of [await createSweepKernel(cells), createSweepTwin(cells, [])]) {
    const sweep = new Sweep(cells, kernel);
    await sweep.run(list, { counting: true });
    await sweep.run(list, { counting: true });
    expect([...sweep.yesCounts()]).toEqual([2 * Math.ceil(models / 3), 2 * models, 0]);
  }
});

test('the kernel in WebAssembly and its twin give the same numbers', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ instance, groups, list }) => {
      const cells = atOnce(mergeCells(instance, groups));
      const results = [];
      for (const kernel of [await createSweepKernel(cells, [0]), createSweepTwin(cells, [0])]) {
        const tallies = new Uint32Array(list.length * cells.strata.length);
        const distances = new Uint32Array(list.length);
        const sweep = new Sweep(cells, kernel);
        await sweep.run(list, { tallies, distances, counting: true });
        results.push({ tallies, distances, counts: sweep.yesCounts() });
      }
      expect(results[0]).toEqual(results[1]);
      expect((await createSweepKernel(cells)).name).toBe('WebAssembly');
    }),
  );
});

test('a survey is all of it in one pass', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ instance, groups, list }) => {
      const cells = atOnce(mergeCells(instance, groups));
      const counted = await tally(list, cells);
      expect(await survey(list, instance, groups)).toEqual({
        all: confusion(counted),
        groups: groups.map((_, g) => confusion(counted, g)),
        yesCounts: await yesCounts(list, cells),
        mistakes: list.mistakes,
      });
    }),
    { numRuns: 30 },
  );
});

test('frequencies of rules, pairs and columns', () => {
  const list: ModelList = {
    length: 3,
    starts: Uint32Array.of(0, 2, 3, 3),
    rules: Uint16Array.of(0, 2, 2),
    mistakes: new Float64Array(3),
  };
  const rules = [['x', 'y'], ['z'], ['y']].map((columns) => ({
    literals: columns.map((column) => ({ column, op: '>' as const, value: 0 })),
    captured: 1,
    positives: 1,
  }));
  expect([...ruleCounts(list, 3)]).toEqual([1, 0, 2]);
  expect([...pairCounts(list, 3)]).toEqual([1, 0, 1, 0, 0, 0, 1, 0, 2]);
  expect(columnsOf(rules)).toEqual(['x', 'y', 'z']);
  expect([...columnCounts(list, rules, ['x', 'y', 'z'])]).toEqual([1, 2, 0]);
});

test('a cancelled tally stops with the reason', async () => {
  const labels = bitsFromString('01');
  const instance: Instance = {
    n: 2,
    labels,
    weights: balancedWeights(labels, 2),
    rules: [{ name: 'a', captured: labels }],
  };
  const reason = new Error('enough');
  await expect(
    tally(listOf([[0]], instance), atOnce(mergeCells(instance)), { signal: AbortSignal.abort(reason) }),
  ).rejects.toBe(reason);
});
