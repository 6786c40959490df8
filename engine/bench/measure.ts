export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

/** Milliseconds of processor time of all threads: others on the machine count little. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What work returns, and the milliseconds that one run takes by a clock. */
export async function timed<T>(
  work: () => T | Promise<T>,
  clock: () => number = processorTime,
): Promise<{ result: T; ms: number }> {
  const began = clock();
  const result = await work();
  return { result, ms: clock() - began };
}

/** Median milliseconds of work repeated for a fifth of a second, at least three times, after twice to warm up. */
export async function measure(work: () => unknown): Promise<number> {
  await work();
  await work();
  const times: number[] = [];
  for (const start = processorTime(); times.length < 3 || (processorTime() - start < 200 && times.length < 99); ) {
    times.push((await timed(work)).ms);
  }
  return median(times);
}

/** Three digits. */
export const number = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));

/** A number that is only known to be larger. */
export const atLeast = (x: number, exact: boolean): string => `${exact ? '' : '> '}${number(x)}`;

/** Prints rows of a table in Markdown, the columns padded so that it can be read as it is. */
export function table(title: string, columns: readonly string[]): (cells: readonly string[]) => void {
  const widths = columns.map((column, i) => Math.max(column.length, i === 0 ? 22 : 9));
  const print = (cells: readonly string[]) =>
    console.log(`| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`);
  console.log(`\n${title}\n`);
  print(columns);
  print(widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))));
  return print;
}
