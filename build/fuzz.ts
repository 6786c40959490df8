import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tests that draw their cases: all, unless some are named. */
const tests = ['build', 'components', 'engine'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((name) => join(room, name))
    .filter((path) => /\.test\.tsx?$/.test(path) && readFileSync(path, 'utf8').includes("from 'fast-check'")),
);
const named = process.argv.slice(2);

/** The property tests from one fresh seed after another, until one fails or the reader stops it. */
for (let round = 1; ; round++) {
  const seed = randomInt(2 ** 31);
  console.log(`Round ${round}: FUZZ_SEED=${seed}`);
  const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...(named.length > 0 ? named : tests)], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_SEED: String(seed) },
  });
  if (status !== 0) {
    console.log(`Found in round ${round}. To see it again: FUZZ_SEED=${seed} npm run test:unit`);
    process.exit(1);
  }
}
