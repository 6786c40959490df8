import { once } from 'node:events';
import type { Job, Progress } from '../job';

/** Prints a result as one line of JSON: integers beyond 2^53 as decimal strings. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? String(v) : v))}\n`);
}

/** Members by size, without the sizes that have none. */
export const bySizeJson = (bySize: readonly bigint[]): Record<number, bigint> =>
  Object.fromEntries(bySize.flatMap((count, size) => (count > 0n ? [[size, count]] : [])));

/** Prints many lines in large pieces, no faster than they are read. */
export async function printLines(lines: Iterable<string>): Promise<void> {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 1 << 16) continue;
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    piece = '';
  }
  process.stdout.write(piece);
}

const WIDTH = 30;
const EVERY_MS = 100;

/** Progress on standard error: a bar when that is a terminal, lines of JSON when asked for, else nothing. */
export function progressJob(json: boolean): { job: Job<{ count: number }>; done: () => void } {
  const { stderr } = process;
  if (!json && !stderr.isTTY) return { job: {}, done: () => {} };
  let last = 0;
  const onProgress = ({ fraction, partial }: Progress<{ count: number }>) => {
    if (performance.now() - last < EVERY_MS) return;
    last = performance.now();
    if (json) stderr.write(`${JSON.stringify({ fraction, ...partial })}\n`);
    else {
      const bar = '█'.repeat(Math.round(fraction * WIDTH)).padEnd(WIDTH, '░');
      const found = partial?.count ? `  ${partial.count.toLocaleString('en')} models` : '';
      stderr.write(`\r${bar} ${(100 * fraction).toFixed(0).padStart(3)} %${found}\x1b[K`);
    }
  };
  return { job: { onProgress }, done: () => json || stderr.write('\r\x1b[K') };
}
