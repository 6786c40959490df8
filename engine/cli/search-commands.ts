import { objective } from '../ers/allowance';
import { count } from '../ers/count';
import { enumerate } from '../ers/enumerate';
import { totalWeight } from '../ers/instance';
import { type ModelList, modelRules, modelSize } from '../ers/model-list';
import { optimum } from '../ers/optimum';
import { formatRational, parseRational, type Rational } from '../ers/rational';
import type { Threshold } from '../ers/threshold';
import { type Arguments, type Command, flag, integer, type Option, optional, required } from './command';
import { readInstance } from './input';
import { printJson, printLines, progressJob } from './output';

const LAMBDA: Record<string, Option> = {
  lambda: { value: 'NUMBER', help: 'price of a rule, read exactly: 0.01 or 1/100' },
};

const RUNNING: Record<string, Option> = {
  threads: { value: 'N', help: 'how many threads may be used' },
  json: { value: true, help: 'progress as lines of JSON on standard error' },
};

const THRESHOLD: Record<string, Option> = {
  ...LAMBDA,
  theta: { value: 'NUMBER', help: 'members have objective ≤ θ' },
  epsilon: { value: 'NUMBER', help: 'θ = f* + ε, f* being the least objective over non-empty rule sets' },
  relative: { value: true, help: 'θ = (1 + ε)·f* instead' },
  'exclude-empty': { value: true, help: 'leave out the empty rule set, even when it is a member' },
};

const INSTANCE = 'instance.json';

function thresholdOf(args: Arguments): Threshold & { includeEmpty: boolean } {
  return {
    lambda: required(args, 'lambda'),
    theta: optional(args, 'theta'),
    epsilon: optional(args, 'epsilon'),
    relative: flag(args, 'relative'),
    includeEmpty: !flag(args, 'exclude-empty'),
  };
}

/** Runs long work with progress on the terminal. */
async function withProgress<T>(
  args: Arguments,
  work: (job: ReturnType<typeof progressJob>['job']) => Promise<T>,
): Promise<T> {
  integer(args, 'threads');
  const { job, done } = progressJob(flag(args, 'json'));
  try {
    return await work(job);
  } finally {
    done();
  }
}

/** One line of JSON for each model. */
export function* modelLines(models: ModelList, W: number, lambda: Rational): Generator<string> {
  const known = new Map<string, string>();
  for (let k = 0; k < models.length; k++) {
    const mistakes = models.mistakes[k];
    const size = modelSize(models, k);
    const key = `${size} ${mistakes}`;
    const value = known.get(key) ?? formatRational(objective(W, lambda, mistakes, size));
    known.set(key, value);
    yield `{"rules":[${modelRules(models, k).join()}],"mistakes":${mistakes},"objective":"${value}"}`;
  }
}

const optimumCommand: Command = {
  name: 'optimum',
  summary: 'The least objective over non-empty rule sets, and all rule sets that reach it.',
  file: INSTANCE,
  options: { ...LAMBDA, ...RUNNING },
  async run(args) {
    const lambda = required(args, 'lambda');
    const instance = await readInstance(args.file);
    const best = await withProgress(args, (job) => optimum(instance, { lambda }, job));
    const lines = modelLines(best.models, totalWeight(instance), parseRational(lambda));
    printJson({
      optimum: best.optimum && formatRational(best.optimum),
      optimumSets: best.count,
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
  options: { ...THRESHOLD, ...RUNNING },
  async run(args) {
    const options = thresholdOf(args);
    const instance = await readInstance(args.file);
    const result = await withProgress(args, (job) => count(instance, options, job));
    printJson({
      count: result.count,
      bySize: Object.fromEntries(result.bySize.flatMap((k, size) => (k > 0n ? [[size, k]] : []))),
      theta: formatRational(result.theta),
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
    ...RUNNING,
  },
  async run(args) {
    const options = {
      ...thresholdOf(args),
      limit: integer(args, 'limit'),
      seed: integer(args, 'seed', 0),
      budget: BUDGET,
    };
    const instance = await readInstance(args.file);
    const result = await withProgress(args, (job) => enumerate(instance, options, job));
    if (result.listed === 'sample') {
      process.stderr.write(`ers enumerate: a uniform sample, ${result.models.length} of ${result.count}\n`);
    }
    await printLines(modelLines(result.models, totalWeight(instance), parseRational(options.lambda)));
  },
};

export const searchCommands: readonly Command[] = [optimumCommand, countCommand, enumerateCommand];
