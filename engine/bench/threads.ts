import { count } from '../ers/count';
import { nodeCrew } from '../worker/node-pool';
import { countWithPool } from '../worker/parallel';
import { median, number, table, timed } from './measure';
import { ASKED, asked, type Question } from './questions';

const ROUNDS = 5;
const wall = () => performance.now();

/** The depth-first count with one and with two threads, in turns, by the clock on the wall. */
export async function threadsTable(questions: readonly Question[]): Promise<void> {
  const print = table(`Depth first, ${ROUNDS} rounds in turns: medians by the clock in ms`, [
    ...ASKED,
    '1 thread',
    '2 threads',
    'ratio',
  ]);
  const crew = nodeCrew(2);
  try {
    await crew.ready?.();
    for (const question of questions) {
      const { instance, lambda, theta, members } = question;
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        times[0].push((await timed(() => count({ ...instance }, { lambda, theta }), wall)).ms);
        // No diagram, however small, and no limit to the search.
        const search = { lambda, theta, maxStates: 1, patience: Number.POSITIVE_INFINITY };
        const { result, ms } = await timed(() => countWithPool(crew, { ...instance }, search), wall);
        if (Number(result.count) !== members) throw new Error(`two threads counted ${result.count}, not ${members}`);
        times[1].push(ms);
      }
      const [one, two] = times.map(median);
      print([...asked(question), number(one), number(two), number(median(times[0].map((ms, i) => ms / times[1][i])))]);
    }
  } finally {
    crew.close();
  }
}
