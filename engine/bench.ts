import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createTwin } from './bits/search-twin';
import { CATALOGUE, miningOf } from './data/catalogue';
import { parseTable } from './data/parse';
import { allowances } from './ers/allowance';
import { count } from './ers/count';
import synthetic from './ers/goldens/synthetic.json';
import { type Instance, parseInstance, totalWeight } from './ers/instance';
import { formatRational, parseRational, toNumber } from './ers/rational';
import { referenceSearch } from './ers/reference';
import { createSearch, drive } from './ers/search';
import { mine } from './rules/mine';

/**
 * `npm run bench`: BB-enum as published, written plainly in TypeScript, against the engine, one thread, in the same run; medians.
 * `-- --instances DIR --counts FILE` takes other questions: NAME.json or NAME.json.gz, and rows {instance, lambda, theta, count}.
 */
const { values: options } = parseArgs({
  options: {
    instances: { type: 'string' },
    counts: { type: 'string' },
    /** Part of the name of an instance. */
    only: { type: 'string', default: '' },
    /** Members a question has at least, and at most. */
    least: { type: 'string', default: '1000' },
    most: { type: 'string', default: '20000000' },
    /** Seconds that BB-enum may take for one question; its time is a lower bound then. */
    limit: { type: 'string', default: '10' },
  },
});

interface Question {
  readonly name: string;
  readonly instance: Instance;
  readonly lambda: string;
  readonly theta: string;
  readonly count?: string;
}

interface Row extends Question {
  readonly members: number;
  readonly plain: number;
  /** Whether BB-enum ended within its limit. */
  readonly ended: boolean;
  readonly ours: number;
  readonly twin: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

/** Milliseconds of processor time: others on the machine count little. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median milliseconds of work repeated for a fifth of a second, at least three times, after twice to warm up. */
async function measure(work: () => unknown): Promise<number> {
  await work();
  await work();
  const times: number[] = [];
  for (const start = clock(); times.length < 3 || (clock() - start < 200 && times.length < 99); ) {
    const began = clock();
    await work();
    times.push(clock() - began);
  }
  return median(times);
}

function readOutside(folder: string, counts: string): Question[] {
  const instances = new Map<string, Instance>();
  const read = (name: string): Instance => {
    const path = join(folder, name);
    try {
      return parseInstance(gunzipSync(readFileSync(`${path}.json.gz`)).toString());
    } catch {
      return parseInstance(readFileSync(`${path}.json`, 'utf8'));
    }
  };
  const rows: { instance: string; lambda: string; theta: string; count: string }[] = JSON.parse(
    readFileSync(counts, 'utf8'),
  );
  return rows.flatMap(({ instance: name, ...question }) => {
    const members = Number(question.count);
    if (!name.includes(options.only) || members < Number(options.least) || members > Number(options.most)) return [];
    const instance = instances.get(name) ?? read(name);
    instances.set(name, instance);
    return [{ name, instance, ...question }];
  });
}

const EPSILONS = ['0.01', '0.02', '0.03', '0.05', '0.08', '0.12', '0.2'];

/** The bundled data sets as they are mined by default, ε the first that gives 10,000 models, and the synthetic goldens. */
async function ownQuestions(): Promise<Question[]> {
  const questions: Question[] = [];
  for (const dataset of CATALOGUE) {
    const text = readFileSync(new URL(`../public/data/${dataset.file}`, import.meta.url), 'utf8');
    const { instance } = await mine(parseTable(text, { types: dataset.types }), miningOf(dataset));
    const { lambda } = dataset;
    for (const epsilon of EPSILONS) {
      const { theta, ...counted } = await count(instance, { lambda, epsilon });
      if (counted.count < 10_000n) continue;
      questions.push({ name: dataset.slug, instance, lambda, theta: formatRational(theta) });
      break;
    }
  }
  for (const { name, instance, questions: asked } of synthetic) {
    for (const { lambda, theta, count } of asked) {
      if (Number(count) < Number(options.least)) continue;
      questions.push({ name, instance: parseInstance(JSON.stringify(instance)), lambda, theta, count });
    }
  }
  return questions.filter(({ name }) => name.includes(options.only));
}

async function answer(question: Question): Promise<Row> {
  const { instance, lambda, theta } = question;
  const { count: members } = await count(instance, { lambda, theta });
  if (question.count !== undefined && String(members) !== question.count) {
    throw new Error(`${question.name}: counted ${members}, expected ${question.count}`);
  }
  // A copy is an instance that the engine has not prepared yet.
  const ours = await measure(() => count({ ...instance }, { lambda, theta }));
  const allowed = allowances(totalWeight(instance), instance.rules.length, parseRational(lambda), parseRational(theta));
  const kernel = createTwin();
  const twin = await measure(async () => {
    const search = await createSearch({ ...instance }, { allowed, kernel });
    await drive(search, undefined, () => {});
  });
  // How many evaluations fit into the limit, from a short run.
  const began = clock();
  const trial = referenceSearch(instance, { lambda, theta, evaluations: 100_000 });
  const speed = trial.evaluations / (clock() - began);
  const evaluations = Math.max(trial.evaluations, Math.round(speed * Number(options.limit) * 1000)) + 1;
  const once = () => referenceSearch(instance, { lambda, theta, evaluations });
  const start = clock();
  const { complete, count: found } = once();
  const first = clock() - start;
  if (complete && BigInt(found) !== members) throw new Error(`${question.name}: BB-enum counted ${found}`);
  return {
    ...question,
    members: Number(members),
    plain: first > 500 ? first : await measure(once),
    ended: complete,
    ours,
    twin,
  };
}

const number = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));

function print(cells: readonly string[]): void {
  const widths = [22, 7, 10, 12, 12, 10, 10, 10, 10];
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' '));
}

function summary(title: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const ratios = rows.map(({ plain, ours }) => plain / ours);
  console.log(
    `${title}: ${rows.length} questions, median ratio ${number(median(ratios))}, least ${number(Math.min(...ratios))}, greatest ${number(Math.max(...ratios))}`,
  );
}

console.log(`${cpus()[0]?.model}, Node ${process.version}; one thread, medians of processor time in ms`);
print(['instance', 'λ', 'θ', 'models', 'BB-enum', 'engine', 'ratio', 'ns/model', 'twin']);
const questions =
  options.instances && options.counts ? readOutside(options.instances, options.counts) : await ownQuestions();
const rows: Row[] = [];
for (const question of questions) {
  const row = await answer(question);
  rows.push(row);
  const { members, plain, ended, ours, twin } = row;
  print([
    question.name,
    question.lambda,
    toNumber(parseRational(question.theta)).toFixed(5),
    String(members),
    `${ended ? '' : '> '}${number(plain)}`,
    number(ours),
    `${ended ? '' : '> '}${number(plain / ours)}`,
    number((1e6 * ours) / members),
    number(twin),
  ]);
}
console.log();
summary('all', rows);
summary(
  '10,000 models and more',
  rows.filter(({ members }) => members >= 10_000),
);
