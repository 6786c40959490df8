import { type CompileOptions, compile } from '../ers/compile';
import { type Curve, curve, distribution, totalCount } from '../ers/diagram-count';
import { marginals } from '../ers/diagram-marginals';
import { uniformSampler } from '../ers/diagram-sample';
import { type DiagramView, viewDiagram } from '../ers/diagram-view';
import type { Instance } from '../ers/instance';
import { formatRational } from '../ers/rational';
import { resolveThreshold } from '../ers/threshold';
import type { Job } from '../job';
import { createRandom } from '../random';

export interface ShowDiagramInput {
  readonly instance: Instance;
  readonly lambda: string;
  readonly epsilon: string;
  readonly order: CompileOptions['order'];
  /** Past this there is nothing to look at. */
  readonly maxStates: number;
  /** How many members to draw, and from which random numbers. */
  readonly draws: number;
  readonly seed: number;
}

export interface ShownDiagram {
  /** Fractions, "a/b". */
  readonly optimum: string;
  readonly theta: string;
  readonly count: bigint;
  readonly view: DiagramView;
  readonly curve: Curve;
  /** Members that contain each rule. */
  readonly containing: readonly bigint[];
  /** Uniform draws: the rules of each. */
  readonly drawn: readonly (readonly number[])[];
}

/** Compiles a small Rashomon set and lays its diagram open, with all that can be read off it. */
export async function showDiagram(input: ShowDiagramInput, job?: Job): Promise<ShownDiagram> {
  const { instance, lambda, epsilon, order, maxStates, draws, seed } = input;
  const { theta, best } = await resolveThreshold(instance, { lambda, epsilon }, job);
  if (!best?.optimum) throw new RangeError('there is no candidate rule to compile');
  const question = { lambda, theta: formatRational(theta) };
  const diagram = await compile(instance, { ...question, order, maxStates }, { signal: job?.signal });
  if (diagram.outgrown) throw new RangeError(`more than ${maxStates} states: too many to be drawn`);
  const joint = await distribution(diagram);
  const draw = await uniformSampler(diagram);
  const random = createRandom(seed);
  return {
    optimum: formatRational(best.optimum),
    theta: question.theta,
    count: totalCount(joint),
    view: await viewDiagram(diagram),
    curve: curve(diagram, joint),
    containing: (await marginals(diagram)).rules,
    drawn: draw ? Array.from({ length: draws }, () => draw(random).rules) : [],
  };
}
