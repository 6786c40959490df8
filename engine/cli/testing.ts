import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { main } from './main';

const ROOT = new URL('../..', import.meta.url).pathname;
const ERS = [process.execPath, '--import', 'tsx', '--import', './build/wasm-loader.mjs', 'engine/cli.ts'];

export interface Output {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

/** For tests: the real command, and a folder for its files. */
export interface Shell {
  readonly folder: string;
  /** Runs `ers`; `@` in its arguments is the folder. */
  ers(args: string, input?: string): Promise<Output>;
  /** Runs a script in which `$ERS` is `ers`. */
  sh(script: string): Promise<Output>;
  close(): Promise<void>;
}

async function run(command: string, argv: readonly string[], input = ''): Promise<Output> {
  const child = spawn(command, argv, { cwd: ROOT, env: { ...process.env, ERS: ERS.join(' ') } });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, err, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.on('close', resolve)),
  ]);
  return { out, err, status };
}

export async function createShell(): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'ers-'));
  return {
    folder,
    ers: (args, input) =>
      run(ERS[0], [...ERS.slice(1), ...args.split(' ').map((arg) => arg.replace('@', `${folder}/`))], input),
    sh: (script) => run('sh', ['-c', script]),
    close: () => rm(folder, { recursive: true }),
  };
}

/** What a command prints, run in this process. */
export async function printed(argv: readonly string[]): Promise<string> {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    out += piece;
    return true;
  });
  await main(argv).finally(() => write.mockRestore());
  return out;
}
