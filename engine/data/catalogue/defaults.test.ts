import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { enumerate } from '../../ers/enumerate';
import { gaps, rates } from '../../multiplicity/metrics';
import { contested } from '../../multiplicity/shares';
import { survey } from '../../multiplicity/survey';
import { mine } from '../../rules/mine';
import { fingerprint } from '../fingerprint';
import { captureAll } from '../literals';
import { parseTable } from '../parse';
import { findDataset, miningOf } from '.';

/** Models, rules before the cut, share of points contested, and the range of the gap in yes between the first two groups. */
const EXPECTED: [string, number, number, number, [number, number] | null][] = [
  ['hmda', 6205, 582, 0.5836, [0.1681, 0.3592]],
  ['german-credit', 2879, 932, 0.727, [0.0102, 0.2656]],
  ['toronto-arrests', 6248, 65, 0.4371, [0.1212, 0.2463]],
  ['house-votes-84', 690, 521, 0.1954, null],
  ['rossi-recidivism', 1756, 249, 0.6597, [-0.1824, 0.0542]],
  ['titanic-2201', 1177, 33, 0.1354, [0.4694, 1]],
  ['ucb-admissions', 510, 52, 0.5362, [-0.8025, 0.0853]],
];

test.each(EXPECTED)('%s has %i good models by default', async (slug, models, candidates, share, gap) => {
  const dataset = findDataset(slug)!;
  const bytes = readFileSync(`public/data/${dataset.file}`);
  expect(readFileSync(`public/data/${dataset.provenance}`, 'utf8')).toContain(
    await fingerprint(Uint8Array.from(bytes)),
  );
  const table = parseTable(bytes.toString('utf8'), { types: dataset.types });
  const mined = await mine(table, miningOf(dataset));
  expect(mined.candidates).toBe(candidates);
  const { models: list } = await enumerate(mined.instance, { lambda: dataset.lambda, epsilon: dataset.epsilon });
  expect(list.length).toBe(models);
  const groups = (dataset.protected[0]?.groups ?? []).map((group) => captureAll(table, group.literals));
  const seen = await survey(list, mined.instance, groups);
  expect(seen.mistakes).toEqual(list.mistakes);
  expect(contested(seen.yesCounts, models)).toBeCloseTo(share, 3);
  if (!gap) return;
  const apart = gaps('yes', seen.groups[0], seen.groups[1]);
  expect(Math.min(...apart)).toBeCloseTo(gap[0], 4);
  expect(Math.max(...apart)).toBeCloseTo(gap[1], 4);
  expect(rates('yes', seen.all).length).toBe(models);
});
