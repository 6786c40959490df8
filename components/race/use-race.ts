import { useEffect, useRef, useState } from 'react';
import type { Pool } from '../../engine/worker/pool';
import { sayProblem } from '../problem';
import { CONTESTANTS, type Contestant, isPeer, racing } from './contestants';
import { type CourseName, courseOf, loadRung } from './courses';
import { runLap, type Time, warmUp } from './laps';
import { limitOf, rungsOf, type State } from './state';
import { formatMs } from './words';

/** The times of one race, by contestant. */
export type Times = Readonly<Partial<Record<Contestant, readonly Time[]>>>;

export interface Race {
  /** The last race on each course. */
  readonly times: Readonly<Partial<Record<CourseName, Times>>>;
  readonly threads: number;
  /** What is going on; null when nothing is. */
  readonly now: string | null;
  readonly problem: string | null;
  /** How long the solvers took to load, in words. */
  readonly loaded: readonly string[];
  readonly start: (state: State) => void;
  readonly stop: () => void;
}

interface Workers {
  readonly crew: Pool;
  readonly solo: Pool;
}

async function openWorkers(): Promise<Workers> {
  const { workerEngine } = await import('../../engine/worker/client');
  return { crew: workerEngine(), solo: workerEngine(1) };
}

/**
 * A race: for ever more rules every contestant counts in turn, alone; whoever does not end within the limit is out. Runs when
 * the reader asks for it, and ends by itself.
 */
export function useRace(): Race {
  const [times, setTimes] = useState<Race['times']>({});
  const [now, setNow] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<readonly string[]>([]);
  const [threads, setThreads] = useState(1);
  const workers = useRef<Promise<Workers> | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(state: State, signal: AbortSignal) {
    const course = courseOf(state.course);
    const { lambda, theta } = course;
    const { browserContext } = await import('../engine');
    workers.current ??= openWorkers();
    const { crew, solo } = await workers.current;
    setThreads(crew.size);
    setLoaded([]);
    let known: Partial<Record<Contestant, readonly Time[]>> = {};
    const show = () => setTimes((old) => ({ ...old, [state.course]: known }));
    show();
    const out = new Set<Contestant>();
    await warmUp(crew, await loadRung(browserContext, course, course.ladder[0]), course, signal);
    for (const name of racing(state).filter(isPeer)) {
      setNow(`loading ${CONTESTANTS[name].name}`);
      const { ms } = await solo.run('loadPeer', { peer: name }, { signal });
      setLoaded((old) => [...old, `${CONTESTANTS[name].name} was loaded and started in ${formatMs(ms)}.`]);
    }
    for (const rules of rungsOf(state)) {
      const instance = await loadRung(browserContext, course, rules);
      for (const name of racing(state)) {
        if (out.has(name)) continue;
        setNow(`${CONTESTANTS[name].name}, ${rules} rules`);
        const question = { instance, lambda, theta, limitMs: limitOf(state), signal };
        const lap = await runLap({ crew, solo }, name, question);
        if (!lap.complete) out.add(name);
        known = { ...known, [name]: [...(known[name] ?? []), { ...lap, rules }] };
        show();
      }
    }
  }

  return {
    times,
    threads,
    now,
    problem,
    loaded,
    start(state) {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setProblem(null);
      setNow('starting');
      run(state, signal)
        .catch((error: unknown) => {
          if (!signal.aborted) setProblem(sayProblem(error));
        })
        .finally(() => {
          if (running.current === controller) setNow(null);
        });
    },
    stop: () => running.current?.abort(),
  };
}
