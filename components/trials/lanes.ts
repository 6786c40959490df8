import type { Tally, TrialSpan } from '../../engine/cover/trials';
import { addTallies } from '../../engine/cover/trials';
import type { Engine } from '../../engine/worker/jobs';

/** More workers than this only fight for the machine with its reader. */
const MOST = 4;

let engines: Engine[] | null = null;

/** Engines that measure at the same time, the page's own among them; started at the first trial that a reader asks for. */
async function lanes(): Promise<readonly Engine[]> {
  if (engines) return engines;
  const [{ browserContext }, { workerEngine }] = await Promise.all([
    import('../engine'),
    import('../../engine/worker/client'),
  ]);
  const count = Math.min(MOST, Math.max(1, navigator.hardwareConcurrency || 1));
  engines = [browserContext.engine, ...Array.from({ length: count - 1 }, () => workerEngine())];
  return engines;
}

/** A span cut into parts of nearly equal length, empty ones left out. */
export function cutSpan({ seed, from, trials }: Required<TrialSpan>, parts: number): Required<TrialSpan>[] {
  const cuts = Array.from({ length: parts + 1 }, (_, i) => from + Math.round((i * trials) / parts));
  return cuts
    .slice(1)
    .map((to, i) => ({ seed, from: cuts[i], trials: to - cuts[i] }))
    .filter((span) => span.trials > 0);
}

/** Runs a span on all lanes at once; the tallies are the same as from one run. */
export async function runOnLanes(
  run: (engine: Engine, span: Required<TrialSpan>) => Promise<readonly Tally[]>,
  span: Required<TrialSpan>,
): Promise<readonly Tally[]> {
  const all = await lanes();
  const parts = await Promise.all(cutSpan(span, all.length).map((part, i) => run(all[i], part)));
  return parts.reduce((sum, tallies) => sum.map((tally, p) => addTallies(tally, tallies[p])));
}
