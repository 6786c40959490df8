import { type CompileOptions, compile } from '../ers/compile';
import type { Diagram } from '../ers/diagram';
import { curve, distribution, totalCount } from '../ers/diagram-count';
import { listMembers } from '../ers/diagram-list';
import { uniformSampler } from '../ers/diagram-sample';
import { type Instance, totalWeight } from '../ers/instance';
import { ModelCollector } from '../ers/model-collector';
import { PEEK } from '../ers/peek';
import { parseRational } from '../ers/rational';
import { type Job, pacer } from '../job';
import { createRandom } from '../random';
import { CERTAIN, type Members } from './found-models';

/** What compiling may cost where it is only tried. */
export const TRIED = { ...PEEK, maxBytes: 400_000_000 };

const SEED = 1;

/** Draws different members, uniformly. */
async function draw(diagram: Diagram, most: number, signal?: AbortSignal): Promise<ModelCollector> {
  const sampler = (await uniformSampler(diagram, { signal }))!;
  const random = createRandom(SEED);
  const models = new ModelCollector();
  const seen = new Set<string>();
  const pace = pacer(signal);
  // Where there are few more members than are drawn, the last ones would never come: some less will do.
  for (let attempts = 2 * most; models.length < most && attempts > 0; attempts--) {
    const { rules, mistakes } = sampler(random);
    const key = rules.join();
    if (seen.has(key)) continue;
    seen.add(key);
    models.add(rules, rules.length, mistakes);
    const pause = pace();
    if (pause) await pause;
  }
  return models;
}

/** Counts and lists the members of a set that can be compiled within the budget, or draws `most` of them; null for one that cannot. */
export async function compiledMembers(
  instance: Instance,
  options: CompileOptions,
  most: number,
  job: Job = {},
): Promise<Members | null> {
  const diagram = await compile(instance, options, { signal: job.signal });
  if (diagram.outgrown) return null;
  const joint = await distribution(diagram, job);
  const count = totalCount(joint);
  const complete = count <= BigInt(most);
  const models = complete
    ? await listMembers(diagram, () => true, most, job.signal)
    : await draw(diagram, most, job.signal);
  return {
    ...CERTAIN,
    count,
    models: await models.sorted(totalWeight(instance), parseRational(options.lambda)),
    complete,
    curve: complete ? null : curve(diagram, joint),
    method: 'compiled',
    nodes: diagram.states,
  };
}
