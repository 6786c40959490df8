import { expect, test } from 'vitest';
import { emptyBits, setBit } from '../bits/bitset';
import { atOnce } from '../job';
import { approxCountTrial, prepareApproxCount } from './approx-count';
import { estimateFrom } from './approx-count-parameters';
import { enumerate } from './enumerate';
import { modelRules } from './model-list';
import { parseRational } from './rational';
import { createSpace } from './space';
import { fourteenRules } from './testing';
import { nestedSizes, trialConstraints } from './trial-hash';

const lambda = '0.01';
const theta = '0.45';

test('a trial counts the listed members that its constraints leave', async () => {
  const space = atOnce(createSpace(fourteenRules, parseRational(lambda), parseRational(theta)));
  const { models } = await enumerate(fourteenRules, { lambda, theta });
  const members = Array.from({ length: models.length }, (_, k) => {
    const positions = emptyBits(space.m);
    for (const rule of modelRules(models, k)) setBit(positions, space.order.indexOf(rule));
    return positions;
  });
  expect(members.length).toBeGreaterThan(200);
  for (const eps of [0.8, 6]) {
    const prepared = await prepareApproxCount(space, { eps, delta: 0.2, seed: 5 });
    for (let trial = 0; trial < 40; trial++) {
      const { constraints, members: left, estimate } = await approxCountTrial(prepared, trial);
      const sizes = nestedSizes(members, trialConstraints(5, trial, space.m, constraints));
      expect(sizes[constraints]).toBe(left);
      expect(sizes[constraints - 1]).toBeGreaterThan(prepared.parameters.thresh);
      expect(estimateFrom(prepared.parameters, constraints, sizes[constraints])).toBe(estimate);
    }
  }
});
