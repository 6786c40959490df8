import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Builds the committed site twice, in two folders, time zones and languages, with nothing cached, and compares every byte. A site
 * that anybody can build again is a site whose files anybody can check.
 */
const scratch = mkdtempSync(join(tmpdir(), 'reproduce-'));

/** A copy of what is tracked, with the packages of this folder. */
function copy(folder: string): void {
  for (const file of execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.'))
      symlinkSync(join(process.cwd(), 'node_modules', name), join(folder, 'node_modules', name));
}

function build(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.on('exit', (status) =>
      status === 0 ? resolve() : reject(new Error(`the build ended with status ${status}`)),
    );
  });
}

/** The fingerprint of every file. */
function fingerprints(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

const WAYS = [
  { folder: join(scratch, 'a'), env: { TZ: 'Pacific/Kiritimati', LANG: 'C' } },
  { folder: join(scratch, 'a longer name', 'b'), env: { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8' } },
];
try {
  for (const { folder } of WAYS) copy(folder);
  const running = WAYS.map(
    ({ folder, env }) =>
      () =>
        build(folder, env),
  );
  if (availableParallelism() > 2) await Promise.all(running.map((run) => run()));
  else for (const run of running) await run();
  const [one, other] = WAYS.map(({ folder }) => fingerprints(join(folder, 'dist')));
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const different = names.filter((name) => one.get(name) !== other.get(name));
  for (const name of different) console.log(`differs: ${name}`);
  console.log(`${names.length} files, ${different.length} of them different.`);
  process.exitCode = different.length === 0 && names.length > 0 ? 0 : 1;
  if (different.length === 0 || !process.argv.includes('--keep')) rmSync(scratch, { recursive: true });
  else console.log(`Kept in ${scratch}`);
} catch (error) {
  rmSync(scratch, { recursive: true });
  throw error;
}
