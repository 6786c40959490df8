import { compile } from '../ers/compile';
import type { CountSoFar } from '../ers/count';
import { countUpTo } from '../ers/count-up-to';
import type { Budget, Diagram, DiagramSoFar } from '../ers/diagram';
import { type Curve, curve, distribution, totalCount } from '../ers/diagram-count';
import { type Marginals, marginals } from '../ers/diagram-marginals';
import { uniformSampler } from '../ers/diagram-sample';
import type { Instance } from '../ers/instance';
import { phase } from '../ers/phases';
import { formatRational } from '../ers/rational';
import { resolveThreshold } from '../ers/threshold';
import { type Job, pacer } from '../job';
import { createRandom } from '../random';

export interface CompileModelsInput extends Budget {
  readonly instance: Instance;
  readonly lambda: string;
  readonly epsilon: string;
  /** How many members to draw, and from which random numbers. */
  readonly draws: number;
  readonly seed: number;
}

/** What a diagram has cost when it was done, or given up. */
interface Size {
  readonly states: number;
  readonly nodes: number;
  readonly bytes: number;
}

export interface CompiledModels extends Size {
  readonly outgrown: false;
  /** Fractions, "a/b". */
  readonly optimum: string;
  readonly theta: string;
  /** Members: every number that follows is over all of them, exactly. */
  readonly count: bigint;
  readonly curve: Curve;
  /** Share that contains each rule. */
  readonly containing: Float64Array;
  /** For every point the share that says yes. */
  readonly yes: Float64Array;
  /** Kinds of points: those of one kind satisfy the same rules, so that no rule set tells them apart. */
  readonly kinds: number;
  /** Uniform draws: the rules of each. */
  readonly drawn: readonly (readonly number[])[];
  /** Milliseconds of each question. */
  readonly ms: { readonly compile: number; readonly curve: number; readonly shares: number; readonly draws: number };
}

export interface OutgrownModels extends Size {
  readonly outgrown: true;
  /** Rules decided before the budget was spent. */
  readonly depth: number;
  /** Members, counted one by one instead; null where there are more than are worth that. */
  readonly count: bigint | null;
  readonly ms: { readonly compile: number; readonly search: number };
}

/** What is known while a diagram grows, or, when that was given up, while the members are counted one by one. */
export type CompiledSoFar = DiagramSoFar | CountSoFar;

/** Counted one by one in a few seconds at most. */
const FEW = 20_000_000;

/** Digits of a share: more than are shown. */
const PRECISION = 10n ** 12n;

const share = (part: bigint, whole: bigint): number => Number((part * PRECISION) / whole) / Number(PRECISION);

/** Work, and the milliseconds that it took. */
async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}

function sharesOf(diagram: Diagram, { total, rules, yes }: Marginals) {
  const { instance, classes } = diagram.space;
  const byClass = yes.map((count) => share(count, total));
  return {
    containing: Float64Array.from(rules, (count) => share(count, total)),
    yes: Float64Array.from({ length: instance.n }, (_, i) => byClass[classes.classOf[i]]),
  };
}

/** Compiles a Rashomon set of any size that the budget allows, and asks it for its curve, its shares and some draws. */
export async function compileModels(
  { instance, lambda, epsilon, draws, seed, ...budget }: CompileModelsInput,
  job?: Job<CompiledSoFar>,
): Promise<CompiledModels | OutgrownModels> {
  const { theta, best } = await resolveThreshold(instance, { lambda, epsilon }, phase(job, 0, 0.1));
  if (!best?.optimum) throw new RangeError('there is no candidate rule to compile');
  const question = { lambda, theta: formatRational(theta), ...budget };
  const [diagram, compiling] = await timed(() => compile(instance, question, phase(job, 0.1, 0.8)));
  const { states, nodes, bytes } = diagram;
  if (diagram.outgrown) {
    const [result, searching] = await timed(() => countUpTo(instance, question, FEW, phase(job, 0.8, 1)));
    const { depth } = diagram;
    const ms = { compile: compiling, search: searching };
    return { outgrown: true, depth, states, nodes, bytes, count: result?.count ?? null, ms };
  }
  const [joint, curving] = await timed(() => distribution(diagram, job));
  const [shares, sharing] = await timed(async () =>
    sharesOf(diagram, await marginals(diagram, {}, phase(job, 0.8, 1))),
  );
  const draw = await uniformSampler(diagram, { signal: job?.signal });
  const random = createRandom(seed);
  const [drawn, drawing] = await timed(async () => {
    const sets: (readonly number[])[] = [];
    const pace = pacer(job?.signal);
    while (draw && sets.length < draws) {
      sets.push(draw(random).rules);
      await pace();
    }
    return sets;
  });
  return {
    outgrown: false,
    optimum: formatRational(best.optimum),
    theta: question.theta,
    states,
    nodes,
    bytes,
    count: totalCount(joint),
    curve: curve(diagram, joint),
    ...shares,
    kinds: diagram.space.classes.signatures.length,
    drawn,
    ms: { compile: compiling, curve: curving, shares: sharing, draws: drawing },
  };
}
