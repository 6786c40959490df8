import { approxCount } from '../ers/approx-count';
import { count } from '../ers/count';
import { sample } from '../ers/sample';
import { median, number, table, timed } from './measure';
import { ASKED, asked, type Question } from './questions';

const SEEDS = [1, 2, 3];
const DRAWS = 1000;
const CELLS = 50;
/** Of a diagram; what needs more is drawn from a list. */
const MOST_BYTES = 1e8;

/** Approximate counts and samples beside exact ones, in processor time. The shortcuts to exact answers are closed. */
export async function estimatesTable(questions: readonly Question[]): Promise<void> {
  const print = table(
    `Estimates at ε = 0.8, δ = 0.2, seeds ${SEEDS.join(', ')}, and samples: medians of processor time in ms`,
    [...ASKED, 'exact', 'hashing', 'estimate/models', `${DRAWS} exact draws`, 'by', `${CELLS} of UniGen`],
  );
  for (const question of questions) {
    const { instance, lambda, theta, members } = question;
    // Beyond some ten million models only a diagram counts soon; the time is that of its draws.
    const exact = members < 3e7 ? number((await timed(() => count({ ...instance }, { lambda, theta }))).ms) : 'diagram';
    const estimates: number[] = [];
    const times: number[] = [];
    for (const seed of SEEDS) {
      const options = { lambda, theta, eps: 0.8, delta: 0.2, seed, exactUpTo: 0 };
      const { result, ms } = await timed(() => approxCount({ ...instance }, options));
      estimates.push(Number(result.estimate) / members);
      times.push(ms);
    }
    const draws = await timed(() => sample({ ...instance }, { lambda, theta, k: DRAWS, maxBytes: MOST_BYTES }));
    const cells = await timed(() => sample({ ...instance }, { lambda, theta, k: CELLS, method: 'approx' }));
    print([
      ...asked(question),
      exact,
      number(median(times)),
      estimates.map((ratio) => ratio.toFixed(2)).join(' '),
      number(draws.ms),
      draws.result.method,
      number(cells.ms),
    ]);
  }
}
