import { expect, test } from 'vitest';
import { separableChance } from './chance';
import { measureCoinLabels } from './coin-labels';
import { featureCount } from './lifting';
import { labelledPoints } from './patterns';
import { wilson } from './trials';

test('coin labels of given points are separable as often as P(N,d) says, d the number of features', async () => {
  const points = [...labelledPoints('coin', 16, 3).points];
  const places = [1, 2, 3, 4].map((degree) => ({ degree, points }));
  const tallies = await measureCoinLabels(places, { seed: 5, trials: 600 });
  places.forEach(({ degree }, i) => {
    const [low, high] = wilson(tallies[i], 4.4);
    const chance = separableChance(16, featureCount(degree));
    expect(low <= chance && chance <= high, `degree ${degree}`).toBe(true);
  });
});

test('points on one line have fewer degrees of freedom, so fewer labellings', async () => {
  const points = Array.from({ length: 8 }, (_, i) => [i, 2 * i]).flat();
  const [tally] = await measureCoinLabels([{ degree: 2, points }], { seed: 1, trials: 400 });
  const [low, high] = wilson(tally, 4.4);
  // quadratics on a line have 3 features, not 6
  expect(low <= separableChance(8, 3) && separableChance(8, 3) <= high).toBe(true);
});
