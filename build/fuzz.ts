import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

/** The property tests from one fresh seed after another, until one fails or the reader stops it. */
for (let round = 1; ; round++) {
  const seed = randomInt(2 ** 31);
  console.log(`Round ${round}: FUZZ_SEED=${seed}`);
  const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_SEED: String(seed) },
  });
  if (status !== 0) {
    console.log(`Found in round ${round}. To see it again: FUZZ_SEED=${seed} npm run test:unit`);
    process.exit(1);
  }
}
