/** How evenly the members of a listed set were drawn, and how evenly they would be by chance. */

/** Total-variation distance between the frequencies and the uniform distribution. */
export function distanceFromUniform(counts: readonly number[]): number {
  const draws = counts.reduce((sum, count) => sum + count, 0);
  if (draws === 0) return 1;
  return counts.reduce((sum, count) => sum + Math.abs(count / draws - 1 / counts.length), 0) / 2;
}

/** The chances of 0, 1, 2, … draws of one member, when `draws` draws fall on `members` members with equal chances. */
function* chances(draws: number, members: number): Generator<number> {
  const odds = 1 / (members - 1);
  let chance = (1 - 1 / members) ** draws;
  for (let k = 0; k <= draws; k++) {
    yield chance;
    chance *= ((draws - k) / (k + 1)) * odds;
  }
}

/** The distance that `draws` independent, truly uniform draws show: its mean, and roughly its standard deviation. */
export function noiseFloor(draws: number, members: number): { mean: number; deviation: number } {
  if (members < 2 || draws === 0) return { mean: draws === 0 ? 1 : 0, deviation: 0 };
  const expected = draws / members;
  let below = 0;
  let k = 0;
  // Deviations above and below the mean are equal in sum.
  for (const chance of chances(draws, members)) {
    if (k >= expected) break;
    below += chance * (expected - k++);
  }
  // Mean absolute deviations of near-normal numbers vary by 1 − 2/π of their variance.
  return { mean: (below * members) / draws, deviation: Math.sqrt((1 - 2 / Math.PI) / (4 * draws)) };
}

/** How often the members come under truly uniform draws, the most frequent first: quantiles of one member's number. */
export function evenCounts(draws: number, members: number): number[] {
  if (members < 2) return new Array(members).fill(draws);
  const counts: number[] = [];
  let sum = 0;
  let k = 0;
  for (const chance of chances(draws, members)) {
    sum += chance;
    while (counts.length < members && (counts.length + 0.5) / members <= sum) counts.push(k);
    if (counts.length === members) break;
    k++;
  }
  while (counts.length < members) counts.push(k);
  return counts.reverse();
}
