import { toNumber } from '../../engine/ers/rational';
import { log10Of } from '../format';
import type { FigureContext } from '../islands/figure-module';
import { datasetOf, epsilonStops, loadStudy } from '../study/study';
import { MULTIPLES } from './shape';
import type { Estimate, Line, Lines } from './view';

type Job = { signal?: AbortSignal; onProgress?: (p: { fraction: number }) => void };

/** What counting may cost at first: a second or two. */
const FIRST = { budget: { maxStates: 60_000 }, maxNodes: 6_000_000 };

/** And when the reader asks for more: some ten seconds. */
const FURTHER = { budget: { maxStates: 2_000_000, maxBytes: 400_000_000 }, maxNodes: 200_000_000 };

/** The promise of an estimate: within this factor, with this chance of failing. */
export const PROMISE = { eps: 0.8, delta: 0.2, seed: 1 } as const;

/** The λ of the lines that are always there. */
export function usualLambdas(slug: string): string[] {
  const lambda = Number(datasetOf(slug).lambda);
  return MULTIPLES.map((multiple) => String(Number((multiple * lambda).toFixed(6))));
}

export async function countLine(
  context: FigureContext,
  slug: string,
  lambda: string,
  far: boolean,
  job?: Job,
): Promise<Line> {
  const { mined, dataset } = await loadStudy(context, slug, job);
  const epsilons = epsilonStops(dataset);
  const options = { lambda, epsilons, ...(far ? FURTHER : FIRST) };
  const found = await context.engine.run('measureGrowth', { instance: mined.instance, options }, job);
  return {
    lambda,
    counts: found.counts.map((count) => (count === null ? null : String(count))),
    estimates: epsilons.map(() => null),
    optimum: toNumber(found.optimum!),
    method: found.method,
  };
}

/** Estimates two of the sets of a line that could not be counted: the greatest, and one halfway to it. */
export async function estimateRest(context: FigureContext, slug: string, line: Line, job?: Job): Promise<Line> {
  const { mined, dataset } = await loadStudy(context, slug, job);
  const epsilons = epsilonStops(dataset);
  const first = line.counts.indexOf(null);
  if (first < 0) return line;
  const last = line.counts.length - 1;
  const estimates = [...line.estimates];
  for (const i of new Set([Math.floor((first + last) / 2), last])) {
    const options = { lambda: line.lambda, epsilon: epsilons[i], ...PROMISE, exactUpTo: 0 };
    const { estimate } = await context.engine.run('estimateCount', { instance: mined.instance, options }, job);
    estimates[i] = promised(String(estimate));
  }
  return { ...line, estimates };
}

function promised(value: string): Estimate {
  const middle = log10Of(value);
  const factor = Math.log10(1 + PROMISE.eps);
  return { value, low: middle - factor, high: middle + factor };
}

/** The lines that are always there. */
export async function countLines(context: FigureContext, slug: string, job?: Job): Promise<Lines> {
  const { mined, dataset } = await loadStudy(context, slug, job);
  const lines: Line[] = [];
  for (const lambda of usualLambdas(slug)) lines.push(await countLine(context, slug, lambda, false, job));
  return { slug, n: mined.instance.n, m: mined.rules.length, epsilons: epsilonStops(dataset), lines };
}
