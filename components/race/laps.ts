import type { Instance } from '../../engine/ers/instance';
import { runAll } from '../../engine/worker/crew';
import type { Pool } from '../../engine/worker/pool';
import { timeBatches } from '../../engine/worker/race-lap';
import { share } from '../../engine/worker/shared';
import type { FigureContext } from '../islands/figure-module';
import { type Contestant, isPeer, type WORKING } from './contestants';
import { type Course, loadRung } from './courses';

/** What a contestant did with one number of rules, measured in this browser. */
export interface Time {
  readonly rules: number;
  readonly count: bigint;
  readonly complete: boolean;
  readonly ms: number;
  readonly runs: number;
  /** Until the first solution of a solver. */
  readonly firstMs: number | null;
}

/** How much there is to do, the same on every machine. Plain JSON. */
export interface Work {
  readonly rules: number;
  readonly members: string;
  readonly by: Readonly<Record<(typeof WORKING)[number], { readonly work: number; readonly complete: boolean }>>;
}

/** Counts the rule sets and states that each way looks at, up to some budget; who has spent it once is not asked again. */
export async function loadWork(
  context: FigureContext,
  course: Course,
  job?: { signal: AbortSignal; onProgress: (p: { fraction: number }) => void },
): Promise<Work[]> {
  const { lambda, theta, ladder } = course;
  const rungs: Work[] = [];
  for (const [i, rules] of ladder.entries()) {
    const question = { shared: share(await loadRung(context, course, rules)), lambda, theta, limitMs: null };
    const before = rungs[i - 1]?.by;
    let members = '';
    const lap = async (runner: 'published' | 'depth' | 'compiled') => {
      if (before && !before[runner].complete) return before[runner];
      const { count, work, complete } = await context.engine.run(
        'raceLap',
        { ...question, runner },
        { signal: job?.signal },
      );
      if (runner === 'depth') members = String(count);
      return { work, complete };
    };
    const [published, depth, compiled] = [await lap('published'), await lap('depth'), await lap('compiled')];
    rungs.push({ rules, members, by: { brute: { work: 2 ** rules - 1, complete: true }, published, depth, compiled } });
    job?.onProgress({ fraction: (i + 1) / ladder.length });
  }
  return rungs;
}

/** What takes longer is not repeated. */
const ENOUGH_MS = 200;
const PARTS_A_THREAD = 8;

interface Question {
  readonly instance: Instance;
  readonly lambda: string;
  readonly theta: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** Counts in parts on all workers at once; the messages to them are part of the time. */
async function lapOnAll(
  crew: Pool,
  { instance, limitMs, signal, ...question }: Question,
): Promise<Omit<Time, 'rules'>> {
  const of = PARTS_A_THREAD * crew.size;
  const once = async () => {
    const time = AbortSignal.timeout(limitMs);
    const began = performance.now();
    // A copy is an instance that no worker has prepared.
    const shared = share({ ...instance });
    let count = 0n;
    try {
      const parts = await runAll(
        crew,
        'countPart',
        of,
        (index) => ({ shared, options: { ...question, part: { index, of } } }),
        { signal: AbortSignal.any([signal, time]) },
      );
      for (const part of parts) count += part.count;
    } catch (error) {
      if (!time.aborted || signal.aborted) throw error;
      return { count, complete: false, ms: performance.now() - began };
    }
    return { count, complete: true, ms: performance.now() - began };
  };
  const first = await once();
  const repeated = first.complete && first.ms < ENOUGH_MS ? await timeBatches(once) : { runs: 1 };
  return { ...first, ...repeated, firstMs: null };
}

/** Has every worker start and compile its code, before anything is timed. */
export async function warmUp(crew: Pool, instance: Instance, { lambda, theta }: Course, signal: AbortSignal) {
  const part = { index: 0, of: 1 };
  const input = () => ({ shared: share(instance), options: { lambda, theta, part } });
  await runAll(crew, 'countPart', crew.size, input, { signal });
}

/** One lap of one contestant. `crew` has a worker for each core, `solo` a single one, for those that need much memory. */
export async function runLap(
  { crew, solo }: { crew: Pool; solo: Pool },
  contestant: Contestant,
  question: Question,
): Promise<Omit<Time, 'rules'>> {
  if (contestant === 'threads') return lapOnAll(crew, question);
  const { instance, signal, ...rest } = question;
  const asked = { ...rest, shared: share(instance) };
  if (isPeer(contestant)) {
    const { count, ...lap } = await solo.run('peerLap', { ...asked, peer: contestant }, { signal });
    return { ...lap, count: BigInt(count), runs: 1 };
  }
  const { count, complete, ms, runs } = await crew.run('raceLap', { ...asked, runner: contestant }, { signal });
  return { count, complete, ms, runs, firstMs: null };
}
