import { type CountTrial, medianEstimate } from '../ers/approx-count';
import { mergeModels } from '../ers/merge-models';
import { ModelCollector } from '../ers/model-collector';
import { parseRational } from '../ers/rational';
import { type Command, UsageError } from './command';
import { readText } from './input';
import { modelLines } from './models';
import { printJson, printLines } from './output';
import type { Head, ListHead, Question } from './shard';

/** One part: its first line, and the lines after it. */
interface Shard {
  readonly file: string;
  readonly head: Head & Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

const describe = (question: Question): string => JSON.stringify(Object.entries(question).sort());

async function readShard(file: string): Promise<Shard> {
  const [first, ...lines] = (await readText(file)).trimEnd().split('\n');
  let head: Shard['head'] | undefined;
  try {
    head = JSON.parse(first);
  } catch {}
  if (typeof head?.shard !== 'string' || !(head.command in joins)) {
    throw new UsageError(`${file}:1: not what a command with --shard has printed`);
  }
  return { file, head, lines };
}

/** The parts by their numbers: all of one answer, each once. */
function inOrder(shards: readonly Shard[]): Shard[] {
  const [first] = shards;
  const of = Number(first.head.shard.split('/')[1]);
  const ordered: Shard[] = [];
  for (const shard of shards) {
    const { command, shard: name, question } = shard.head;
    const [index, parts] = name.split('/').map(Number);
    if (command !== first.head.command || parts !== of || describe(question) !== describe(first.head.question)) {
      throw new UsageError(`${shard.file}: part of another answer than ${first.file}`);
    }
    if (ordered[index]) throw new UsageError(`${shard.file}: part ${name} is in ${ordered[index].file} too`);
    ordered[index] = shard;
  }
  const missing = Array.from({ length: of }, (_, i) => i).filter((i) => !ordered[i]);
  if (missing.length > 0)
    throw new UsageError(`${missing.length} of ${of} parts are missing: the first is ${missing[0]}/${of}`);
  return ordered;
}

type Fields = Readonly<Record<string, unknown>>;

const sumOf = (shards: readonly Shard[], field: string): number =>
  shards.reduce((sum, { head }) => sum + Number(head[field]), 0);

/** What stays of the first part when the words about the part are gone, with the work of all. */
function commonFields(shards: readonly Shard[]): Fields {
  const { command: _, shard: __, question: ___, ...fields } = shards[0].head;
  return { ...fields, nodes: sumOf(shards, 'nodes'), ms: sumOf(shards, 'ms') };
}

function joinCounts(shards: readonly Shard[]): void {
  const bySize: Record<string, bigint> = {};
  for (const { head } of shards) {
    for (const [size, count] of Object.entries(head.bySize as Record<string, string>)) {
      bySize[size] = (bySize[size] ?? 0n) + BigInt(count);
    }
  }
  const count = Object.values(bySize).reduce((a, b) => a + b, 0n);
  printJson({ ...commonFields(shards), count, bySize });
}

function joinEstimates(shards: readonly Shard[]): void {
  const { exact, count } = shards[0].head;
  const trials = shards
    .flatMap(({ head }) => head.trials as CountTrial[])
    .map((trial) => ({ ...trial, estimate: BigInt(trial.estimate) }))
    .sort((a, b) => a.trial - b.trial);
  printJson({ ...commonFields(shards), count: exact ? count : medianEstimate(trials), trials });
}

function checkLength({ file, head, lines }: Shard): void {
  const { models } = head as unknown as ListHead;
  if (lines.length !== models) throw new UsageError(`${file}: it ends after ${lines.length} of ${models} models`);
}

function readModels({ file, lines }: Shard): ModelCollector {
  const models = new ModelCollector();
  lines.forEach((line, i) => {
    try {
      const { rules, mistakes } = JSON.parse(line);
      models.add(rules, rules.length, mistakes);
    } catch {
      throw new UsageError(`${file}:${i + 2}: not a model`);
    }
  });
  return models;
}

async function joinLists(shards: readonly Shard[]): Promise<void> {
  shards.forEach(checkLength);
  const { lambda, weight, question } = shards[0].head as unknown as ListHead;
  const price = parseRational(lambda);
  const limit = (question.limit as number | null) ?? undefined;
  await printLines(modelLines(mergeModels(shards.map(readModels), weight, price, limit), weight, price));
}

async function joinDraws(shards: readonly Shard[]): Promise<void> {
  shards.forEach(checkLength);
  for (const { lines } of shards) await printLines(lines);
}

const joins: Record<string, (shards: readonly Shard[]) => void | Promise<void>> = {
  count: joinCounts,
  'approx-count': joinEstimates,
  enumerate: joinLists,
  sample: joinDraws,
};

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Joins what the parts of a command with --shard have printed to what it prints without.',
  file: 'FILE...',
  severalFiles: true,
  options: {},
  async run({ files }) {
    if (files.length === 0) throw new UsageError('merge takes the files of all parts');
    const shards = inOrder(await Promise.all(files.map(readShard)));
    await joins[shards[0].head.command](shards);
  },
};
