import { totalWeight } from '../ers/instance';
import { optimum } from '../ers/optimum';
import { formatRational, parseRational } from '../ers/rational';
import { countTies } from '../ers/ties';
import { countWithPool, enumerateWithPool } from '../worker/parallel';
import { type Command, integer, required, UsageError } from './command';
import { readInstance } from './input';
import { modelLines, printModels } from './models';
import { INSTANCE, LAMBDA, RUNNING, seedOf, THRESHOLD, thresholdOf, withProgress, withThreads } from './options';
import { bySizeJson, printJson } from './output';
import { headOf, SHARD, shardOf } from './shard';

const optimumCommand: Command = {
  name: 'optimum',
  summary: 'The least objective over non-empty rule sets, and the rule sets that reach it: all, or 10,000 of them.',
  file: INSTANCE,
  options: { ...LAMBDA, ...RUNNING },
  async run(args) {
    const lambda = required(args, 'lambda');
    integer(args, 'threads');
    const instance = await readInstance(args.file);
    const best = await withProgress(args, (job) => optimum(instance, { lambda }, job));
    const ties = await withProgress(args, ({ signal }) => countTies(instance, lambda, best, { signal }));
    const lines = modelLines(best.models, totalWeight(instance), parseRational(lambda));
    printJson({
      optimum: best.optimum && formatRational(best.optimum),
      // A number as long as JSON can hold it; null when there are too many to be counted.
      optimumSets: ties !== null && ties <= Number.MAX_SAFE_INTEGER ? Number(ties) : ties,
      listed: best.complete ? 'all' : 'some',
      models: Array.from(lines, (line) => JSON.parse(line)),
      emptyObjective: formatRational(best.emptyObjective),
      exact: best.exact,
      method: best.method,
      nodes: best.nodes,
      ms: best.ms,
      threads: best.threads,
    });
  },
};

const countCommand: Command = {
  name: 'count',
  summary:
    'How many rule sets are members of the Rashomon set, exactly. The empty one is among them when it is a member.',
  file: INSTANCE,
  options: { ...THRESHOLD, ...SHARD, ...RUNNING },
  async run(args) {
    const options = thresholdOf(args);
    const shard = shardOf(args);
    const instance = await readInstance(args.file);
    const result = await withThreads(args, (crew, job) =>
      countWithPool(crew, instance, { ...options, part: shard }, job),
    );
    const theta = formatRational(result.theta);
    const { lambda, includeEmpty } = options;
    printJson({
      ...(shard && (await headOf('count', shard, instance, { lambda, theta, includeEmpty }))),
      count: result.count,
      bySize: bySizeJson(result.bySize!),
      theta,
      ...(result.optimum && { optimum: formatRational(result.optimum) }),
      emptyFeasible: result.emptyFeasible,
      emptyCounted: result.emptyCounted,
      exact: result.exact,
      method: result.method,
      nodes: result.nodes,
      ms: result.ms,
      threads: result.threads,
    });
  },
};

/** A shell can take more than a page: about a gigabyte of models. */
const BUDGET = 20_000_000;

const enumerateCommand: Command = {
  name: 'enumerate',
  summary: 'The members of the Rashomon set, one a line, by objective, then fewer rules first, then rule indices.',
  file: INSTANCE,
  options: {
    ...THRESHOLD,
    limit: { value: 'K', help: 'only the first K' },
    seed: { value: 'N', help: `seed of the uniform sample that is listed of more than ${BUDGET.toLocaleString('en')}` },
    ...SHARD,
    ...RUNNING,
  },
  async run(args) {
    const limit = integer(args, 'limit');
    const shard = shardOf(args);
    const options = { ...thresholdOf(args), limit, seed: seedOf(args), budget: BUDGET, part: shard };
    const instance = await readInstance(args.file);
    const result = await withThreads(args, (crew, job) => enumerateWithPool(crew, instance, options, job));
    if (result.listed === 'sample') {
      if (shard)
        throw new UsageError(`this part has ${result.count} models, and at most ${BUDGET} are listed: take more`);
      process.stderr.write(`ers enumerate: a uniform sample, ${result.models.length} of ${result.count}\n`);
    }
    const { lambda, includeEmpty } = options;
    const question = { lambda, theta: formatRational(result.theta), includeEmpty, limit: limit ?? null };
    await printModels(result.models, instance, lambda, shard && (await headOf('enumerate', shard, instance, question)));
  },
};

export const searchCommands: readonly Command[] = [optimumCommand, countCommand, enumerateCommand];
