import { expect, test } from 'vitest';
import { memo } from './memo';

/** Work that ends when told to; each run is told apart by its number. */
function work() {
  const runs: { resolve: (value: string) => void; reject: (error: Error) => void; signal: AbortSignal }[] = [];
  const ask = memo<object, string, string>(
    (_, __, { signal }) => new Promise((resolve, reject) => runs.push({ resolve, reject, signal: signal! })),
    (question) => question,
  );
  return { runs, ask };
}

const context = {};

test('does work once for each context and question', async () => {
  const { runs, ask } = work();
  const answers = [ask(context, 'a'), ask(context, 'a'), ask(context, 'b'), ask({}, 'a')];
  expect(runs.length).toBe(3);
  for (const [i, { resolve }] of runs.entries()) resolve(String(i));
  expect(await Promise.all(answers)).toEqual(['0', '0', '1', '2']);
  expect(await ask(context, 'a')).toBe('0');
  expect(runs.length).toBe(3);
});

test('does again what failed', async () => {
  const { runs, ask } = work();
  const failing = ask(context, 'a');
  runs[0].reject(new Error('no network'));
  await expect(failing).rejects.toThrow('no network');
  const second = ask(context, 'a');
  runs[1].resolve('now');
  expect(await second).toBe('now');
});

test('stops when the last who asked gives up, and not before', async () => {
  const { runs, ask } = work();
  const [first, second] = [new AbortController(), new AbortController()];
  const one = ask(context, 'a', first);
  const two = ask(context, 'a', second);
  first.abort();
  await expect(one).rejects.toThrow(/abort/i);
  expect(runs[0].signal.aborted).toBe(false);
  second.abort();
  await expect(two).rejects.toThrow(/abort/i);
  expect(runs[0].signal.aborted).toBe(true);
  const three = ask(context, 'a', new AbortController());
  runs[1].resolve('anew');
  expect(await three).toBe('anew');
});

test('goes on for one who cannot give up', async () => {
  const { runs, ask } = work();
  const patient = ask(context, 'a');
  const other = new AbortController();
  const one = ask(context, 'a', other);
  other.abort();
  await expect(one).rejects.toThrow(/abort/i);
  expect(runs[0].signal.aborted).toBe(false);
  runs[0].resolve('done');
  expect(await patient).toBe('done');
});
