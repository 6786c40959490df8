import { createTwin } from '../bits/search-twin';
import { allowances } from '../ers/allowance';
import { countCompiled } from '../ers/choose';
import { count } from '../ers/count';
import { totalWeight } from '../ers/instance';
import { parseRational } from '../ers/rational';
import { referenceSearch } from '../ers/reference';
import { createSearch, drive } from '../ers/search';
import { atLeast, measure, median, number, table, timed } from './measure';
import { ASKED, asked, type Question } from './questions';

/** BB-enum is stopped after this many times what the engine took. */
const FAR = 2000;
/** A diagram may have so many nodes. */
const COMPILED = { maxNodes: 200_000, order: 'false-positives' } as const;

interface Plain {
  readonly ms: number;
  /** Whether it ended; else `ms` is a lower bound. */
  readonly ended: boolean;
}

/** BB-enum as published, for up to so many milliseconds. */
async function plainly({ instance, lambda, theta, members }: Question, limitMs: number): Promise<Plain> {
  // How many evaluations fit into the limit, from a short run.
  const trial = await timed(() => referenceSearch(instance, { lambda, theta, evaluations: 100_000 }));
  const evaluations = Math.round((trial.result.evaluations / trial.ms) * limitMs) + 100_000;
  const once = () => referenceSearch(instance, { lambda, theta, evaluations });
  const { result, ms } = await timed(once);
  if (result.complete && result.count !== members) throw new Error(`BB-enum counted ${result.count}, not ${members}`);
  return { ms: ms > 500 ? ms : await measure(once), ended: result.complete };
}

async function twinOf({ instance, lambda, theta }: Question): Promise<number> {
  const allowed = allowances(totalWeight(instance), instance.rules.length, parseRational(lambda), parseRational(theta));
  const kernel = createTwin();
  const once = async () => {
    const search = await createSearch({ ...instance }, { allowed, kernel });
    await drive(search, undefined, () => {});
  };
  return (await timed(once)).ms;
}

/** Exact counts on one thread, in processor time: BB-enum as published, depth first, its TypeScript twin, and compiled. */
export async function exactTable(questions: readonly Question[], limitMs: number): Promise<void> {
  const print = table('Exact count, one thread: medians of processor time in ms', [
    ...ASKED,
    'BB-enum',
    'engine',
    'ratio',
    'ns/model',
    'twin',
    'compiled',
  ]);
  const rows: { name: string; members: number; ratio: number; ended: boolean }[] = [];
  for (const question of questions) {
    const { instance, lambda, theta, members } = question;
    const first = await count(instance, { lambda, theta });
    if (Number(first.count) !== members) throw new Error(`${question.name}: counted ${first.count}, not ${members}`);
    // A copy is an instance that the engine has not prepared yet.
    const ours = await measure(() => count({ ...instance }, { lambda, theta }));
    const plain = await plainly(question, Math.min(limitMs, Math.max(1000, FAR * ours)));
    const compiling = () => countCompiled({ ...instance }, { lambda, theta, ...COMPILED });
    const { result: compiled, ms } = await timed(compiling);
    if (compiled && Number(compiled.count) !== members) throw new Error(`compiled ${compiled.count}, not ${members}`);
    const ratio = plain.ms / ours;
    rows.push({ ...question, ratio, ended: plain.ended });
    print([
      ...asked(question),
      atLeast(plain.ms, plain.ended),
      number(ours),
      atLeast(ratio, plain.ended),
      number((1e6 * ours) / members),
      number(await twinOf(question)),
      compiled ? number(ms > 500 ? ms : await measure(compiling)) : 'outgrown',
    ]);
  }
  console.log();
  const summary = (title: string, of: typeof rows) => {
    if (of.length === 0) return;
    const ratios = of.map(({ ratio }) => ratio);
    const cut = of.filter(({ ended }) => !ended).length;
    console.log(
      `${title}: ${of.length} questions, median ratio ${number(median(ratios))}, least ${number(Math.min(...ratios))}; in ${cut} BB-enum did not end`,
    );
  };
  summary('All', rows);
  summary(
    '10,000 models and more',
    rows.filter(({ members }) => members >= 10_000),
  );
  const compas = rows.filter(({ name, members }) => name.startsWith('compas') && members >= 10_000);
  summary('Of those, COMPAS', compas);
}
