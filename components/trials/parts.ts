import { addTallies, type Tally, type TrialSpan } from '../../engine/cover/trials';
import type { Engine } from '../../engine/worker/jobs';

/** More at a time only fight for the machine with its reader. */
const MOST = 4;

/** A span cut into parts of nearly equal length, empty ones left out. */
export function cutSpan({ seed, from, trials }: Required<TrialSpan>, parts: number): Required<TrialSpan>[] {
  const cuts = Array.from({ length: parts + 1 }, (_, i) => from + Math.round((i * trials) / parts));
  return cuts
    .slice(1)
    .map((to, i) => ({ seed, from: cuts[i], trials: to - cuts[i] }))
    .filter((span) => span.trials > 0);
}

/** A list cut into so many parts of nearly equal length, empty ones left out. */
export const cutList = <T>(list: readonly T[], parts: number): T[][] =>
  Array.from({ length: parts }, (_, i) =>
    list.slice(Math.round((i * list.length) / parts), Math.round(((i + 1) * list.length) / parts)),
  ).filter((part) => part.length > 0);

/**
 * A span at some places, in parts at the same time, which the engine's workers share: each part has some of the trials
 * or, when these are few and slow, some of the places. The tallies are the same as from one run.
 */
export async function runInParts<Place>(
  run: (engine: Engine, places: readonly Place[], span: Required<TrialSpan>) => Promise<readonly Tally[]>,
  places: readonly Place[],
  span: Required<TrialSpan>,
): Promise<readonly Tally[]> {
  const { engine } = (await import('../engine')).browserContext;
  const count = Math.min(MOST, Math.max(1, navigator.hardwareConcurrency || 1));
  if (span.trials < count) {
    const parts = await Promise.all(cutList(places, count).map((part) => run(engine, part, span)));
    return parts.flat();
  }
  const parts = await Promise.all(cutSpan(span, count).map((part) => run(engine, places, part)));
  return parts.reduce((sum, tallies) => sum.map((tally, p) => addTallies(tally, tallies[p])));
}
