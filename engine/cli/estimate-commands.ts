import { formatRational } from '../ers/rational';
import { approxCountWithPool, sampleWithPool } from '../worker/parallel';
import { type Command, choice, decimal, flag, integer, required, UsageError } from './command';
import { readInstance } from './input';
import { printModels } from './models';
import { INSTANCE, RUNNING, SEED, seedOf, THRESHOLD, thresholdOf, withThreads } from './options';
import { printJson } from './output';
import { headOf, SHARD, shardOf } from './shard';

const approxCountCommand: Command = {
  name: 'approx-count',
  summary:
    'About how many members there are: within a factor 1 + eps with probability 1 − delta. Few are counted exactly.',
  file: INSTANCE,
  options: {
    ...THRESHOLD,
    eps: { value: 'NUMBER', help: 'the estimate is at most a factor 1 + eps off (0.8)' },
    delta: { value: 'NUMBER', help: '... but for this probability (0.2)' },
    'exact-up-to': { value: 'K', help: 'so many members are counted exactly, as that takes less time (2,000,000)' },
    ...SEED,
    ...SHARD,
    ...RUNNING,
  },
  async run(args) {
    const threshold = thresholdOf(args);
    const shard = shardOf(args);
    const promise = { eps: decimal(args, 'eps') ?? 0.8, delta: decimal(args, 'delta') ?? 0.2, seed: seedOf(args) };
    const exactUpTo = integer(args, 'exact-up-to', 0);
    const options = { ...threshold, ...promise, exactUpTo, part: shard };
    const instance = await readInstance(args.file);
    const result = await withThreads(args, (crew, job) => approxCountWithPool(crew, instance, options, job));
    const theta = formatRational(result.theta);
    const question = { lambda: options.lambda, theta, includeEmpty: options.includeEmpty, ...promise };
    printJson({
      ...(shard && (await headOf('approx-count', shard, instance, question))),
      count: result.estimate,
      exact: result.exact,
      guarantee: result.guarantee,
      theta,
      ...(result.optimum && { optimum: formatRational(result.optimum) }),
      emptyFeasible: result.emptyFeasible,
      emptyCounted: result.emptyCounted,
      method: result.method,
      seed: result.seed,
      thresh: result.thresh,
      // What a trial costs depends on those before it.
      trials: result.trials.map(({ nodes: _, ...trial }) => trial),
      nodes: result.nodes,
      ms: result.ms,
      threads: result.threads,
    });
  },
};

const METHODS = ['exact', 'approx', 'tree'] as const;

const sampleCommand: Command = {
  name: 'sample',
  summary: 'Members drawn at random, one a line, in the order drawn, with replacement.',
  file: INSTANCE,
  options: {
    ...THRESHOLD,
    k: { value: 'K', short: 'k', help: 'how many' },
    method: {
      value: METHODS.join('|'),
      help: 'exactly uniform, from the compiled set or else from a list; almost uniform by UniGen; or BB-sts (exact)',
    },
    tolerance: { value: 'NUMBER', help: 'approx: probabilities are within a factor 1 + tolerance of uniform (8)' },
    'rules-per-level': { value: 'L', help: 'tree: rules decided at each level, ℓ (5)' },
    'samples-per-level': { value: 'K', help: 'tree: partial rule sets kept at each level, κ (1000)' },
    ...SEED,
    ...SHARD,
    ...RUNNING,
  },
  async run(args) {
    const method = choice(args, 'method', METHODS);
    required(args, 'k');
    const k = integer(args, 'k')!;
    const tolerance = decimal(args, 'tolerance');
    const shard = shardOf(args);
    if (shard && method === 'tree')
      throw new UsageError('--shard: a tree gives all its models at once, exact and approx do not');
    const options = {
      ...thresholdOf(args),
      k,
      method,
      seed: seedOf(args),
      tolerance,
      rulesPerLevel: integer(args, 'rules-per-level'),
      samplesPerLevel: integer(args, 'samples-per-level'),
      part: shard,
    };
    const instance = await readInstance(args.file);
    const result = await withThreads(args, (crew, job) => sampleWithPool(crew, instance, options, job));
    const { lambda, includeEmpty, seed } = options;
    const theta = formatRational(result.theta);
    if (flag(args, 'json')) {
      const { uniformity, nodes, ms, threads } = result;
      process.stderr.write(
        `${JSON.stringify({ method: result.method, uniformity, theta, seed, nodes, ms, threads })}\n`,
      );
    }
    const question = { lambda, theta, includeEmpty, k, method, seed, tolerance: tolerance ?? null };
    const head = shard && (await headOf('sample', shard, instance, question));
    await printModels(result.models, instance, lambda, head);
  },
};

export const estimateCommands: readonly Command[] = [approxCountCommand, sampleCommand];
