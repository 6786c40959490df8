import { type Compiled, type CompileOptions, compile, type NotCompiled, type OrderName, orders } from '../ers/compile';
import { type Curve, countBySize, curve, distribution, totalCount } from '../ers/diagram-count';
import { marginals } from '../ers/diagram-marginals';
import { emptyFeasible } from '../ers/empty';
import type { Instance } from '../ers/instance';
import { formatRational, rational, toNumber } from '../ers/rational';
import { type Arguments, type Command, choice, flag, integer, optional, UsageError } from './command';
import { readInstance } from './input';
import { INSTANCE, JSON_PROGRESS, THRESHOLD, thresholdOf, withProgress } from './options';
import { bySizeJson, printJson } from './output';

const BUDGET = {
  order: {
    value: Object.keys(orders).join('|'),
    help: 'the order in which the rules are decided (the best of these where that is cheap to find out)',
  },
  'max-states': { value: 'N', help: 'give up beyond so many states (20,000,000)' },
  'max-bytes': { value: 'N', help: 'give up beyond so many bytes (1,073,741,824)' },
};

/** The diagram, and what is told of it whether it fitted or not. */
async function compileFrom(
  args: Arguments,
): Promise<{ instance: Instance; diagram: Compiled | NotCompiled; told: object }> {
  const order = optional(args, 'order') && choice(args, 'order', Object.keys(orders) as OrderName[]);
  const options: CompileOptions = {
    ...thresholdOf(args),
    ...(order && { order: order as OrderName }),
    maxStates: integer(args, 'max-states'),
    maxBytes: integer(args, 'max-bytes'),
  };
  const instance = await readInstance(args.file);
  const diagram = await withProgress(args, (job) => compile(instance, options, job as object));
  const { lambda, theta } = diagram.space;
  const feasible = emptyFeasible(instance, lambda, theta);
  const told = {
    theta: formatRational(theta),
    emptyFeasible: feasible,
    emptyCounted: feasible && options.includeEmpty === true,
    exact: !diagram.outgrown,
    method: 'compiled',
    order: diagram.order,
    tried: diagram.tried,
    states: diagram.states,
    nodes: diagram.nodes,
    bytes: diagram.bytes,
    ms: diagram.ms,
    threads: diagram.threads,
    ...(diagram.outgrown && { outgrown: { rulesDecided: diagram.depth, of: instance.rules.length } }),
  };
  return { instance, diagram, told };
}

/** Evenly chosen steps of the curve, the last among them. */
function pointsOf({ costs, denominator, counts }: Curve, most: number): { theta: string; count: bigint }[] {
  const points = Math.min(most, costs.length);
  return Array.from({ length: points }, (_, i) => {
    const step = Math.floor(((i + 1) * costs.length) / points) - 1;
    return { theta: formatRational(rational(costs[step], denominator)), count: counts[step] };
  });
}

const POINTS = 20;

function curvePoints(args: Arguments): number {
  return optional(args, 'curve') === 'all' ? Number.POSITIVE_INFINITY : (integer(args, 'curve', 0) ?? POINTS);
}

const compileCommand: Command = {
  name: 'compile',
  summary: 'The Rashomon set as a decision diagram: its size, the exact count, and how it grows with θ.',
  file: INSTANCE,
  options: {
    ...THRESHOLD,
    curve: { value: 'N|all', help: `|R(θ')| at so many steps θ' ≤ θ, evenly chosen (${POINTS})` },
    ...BUDGET,
    ...JSON_PROGRESS,
  },
  async run(args) {
    const points = curvePoints(args);
    const { diagram, told } = await compileFrom(args);
    if (diagram.outgrown) return printJson({ count: null, ...told });
    const joint = await distribution(diagram);
    const growth = curve(diagram, joint);
    printJson({
      count: totalCount(joint),
      bySize: bySizeJson(countBySize(joint)),
      ...told,
      curveSteps: growth.costs.length,
      curve: pointsOf(growth, points),
    });
  },
};

const marginalsCommand: Command = {
  name: 'marginals',
  summary: 'How often each rule occurs among all members, and which share of them says yes to each point, exactly.',
  file: INSTANCE,
  options: {
    ...THRESHOLD,
    pairs: { value: true, help: 'also how often each two rules occur together' },
    ...BUDGET,
    ...JSON_PROGRESS,
  },
  async run(args) {
    const { instance, diagram, told } = await compileFrom(args);
    if (diagram.outgrown) {
      throw new UsageError(
        `the set does not fit into ${diagram.states} states and ${diagram.bytes} bytes: allow more by --max-states and --max-bytes`,
      );
    }
    const { total, rules, yes, pairs } = await marginals(diagram, { pairs: flag(args, 'pairs') });
    const share = (count: bigint) => {
      if (total === 0n) return { count, share: null, decimal: null };
      const exact = rational(count, total);
      return { count, share: formatRational(exact), decimal: toNumber(exact) };
    };
    const m = rules.length;
    const { classOf } = diagram.space.classes;
    printJson({
      count: total,
      ...told,
      rules: rules.map((count, rule) => ({ rule, name: instance.rules[rule].name, ...share(count) })),
      points: Array.from(classOf, (c, point) => ({ point, ...share(yes[c]) })),
      ...(pairs && {
        pairs: rules.flatMap((_, i) =>
          rules.slice(i + 1).map((_, d) => ({ rules: [i, i + 1 + d], ...share(pairs[i * m + i + 1 + d]) })),
        ),
      }),
    });
  },
};

export const diagramCommands: readonly Command[] = [compileCommand, marginalsCommand];
