import { emptyBits, setBit } from '../bits/bitset';
import { compile } from '../ers/compile';
import { distribution, totalCount } from '../ers/diagram-count';
import { marginals } from '../ers/diagram-marginals';
import { uniformSampler } from '../ers/diagram-sample';
import { enumerate } from '../ers/enumerate';
import type { Instance } from '../ers/instance';
import { survey } from '../multiplicity/survey';
import { createRandom } from '../random';
import { number, table, timed } from './measure';
import { ASKED, asked, type Question } from './questions';

const GROUPS = 4;
const DRAWS = 1000;

/** The points in four groups of equal size. */
const quarters = ({ n }: Instance) =>
  Array.from({ length: GROUPS }, (_, k) => {
    const group = emptyBits(n);
    for (let i = k; i < n; i += GROUPS) setBit(group, i);
    return group;
  });

/** Listing sets with what every model does to every group. */
export async function listingTable(questions: readonly Question[]): Promise<void> {
  const title = `Listing all models in order, and the confusion matrices of each on all points and ${GROUPS} groups: processor time in ms`;
  const print = table(title, [...ASKED, 'list', 'matrices', 'both']);
  for (const question of questions) {
    const { instance, lambda, theta } = question;
    const { result, ms } = await timed(() => enumerate({ ...instance }, { lambda, theta }));
    const matrices = await timed(() => survey(result.models, instance, quarters(instance)));
    print([...asked(question), number(ms), number(matrices.ms), number(ms + matrices.ms)]);
  }
}

/** Questions about sets of any size, answered from their diagrams. */
export async function compiledTable(questions: readonly Question[]): Promise<void> {
  const title = `Compiled: the exact count for every θ' ≤ θ, the share of every rule and point, and ${DRAWS} uniform draws: processor time in ms`;
  const print = table(title, [...ASKED, 'states', 'compile', 'counts', 'shares', 'draws', 'all', 'MB']);
  for (const question of questions) {
    const { instance, lambda, theta, members } = question;
    const options = { lambda, theta, maxNodes: 500_000, order: 'false-positives' } as const;
    const compiled = await timed(() => compile({ ...instance }, options));
    if (compiled.result.outgrown) continue;
    const diagram = compiled.result;
    const counts = await timed(() => distribution(diagram));
    if (Number(totalCount(counts.result)) !== members) throw new Error(`compiled ${totalCount(counts.result)} models`);
    const shares = await timed(() => marginals(diagram));
    const draws = await timed(async () => {
      const draw = await uniformSampler(diagram);
      const random = createRandom(1);
      for (let i = 0; draw && i < DRAWS; i++) draw(random);
    });
    const times = [compiled, counts, shares, draws].map(({ ms }) => ms);
    print([
      ...asked(question),
      String(diagram.states),
      ...times.map(number),
      number(times.reduce((a, b) => a + b, 0)),
      number(diagram.bytes / 1e6),
    ]);
  }
}
