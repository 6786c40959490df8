import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CATALOGUE, miningOf } from '../data/catalogue';
import { parseTable } from '../data/parse';
import { countCompiled } from '../ers/choose';
import { countUpTo } from '../ers/count-up-to';
import synthetic from '../ers/goldens/synthetic.json';
import { type Instance, parseInstance } from '../ers/instance';
import { formatRational, parseRational, toNumber } from '../ers/rational';
import { resolveThreshold } from '../ers/threshold';
import { mine } from '../rules/mine';

export interface Question {
  readonly name: string;
  readonly instance: Instance;
  readonly lambda: string;
  readonly theta: string;
  readonly members: number;
}

/** The first cells of a row. */
export const asked = ({ name, lambda, theta, members }: Question): string[] => [
  name,
  lambda,
  toNumber(parseRational(theta)).toFixed(5),
  members < 1e9 ? String(members) : members.toExponential(2),
];

export const ASKED = ['instance', 'λ', 'θ', 'models'];

/** Questions from outside: NAME.json or NAME.json.gz in a folder, and rows {instance, lambda, theta, count}. */
export function readQuestions(folder: string, counts: string): Question[] {
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
  return rows.map(({ instance: name, lambda, theta, count }) => {
    const instance = instances.get(name) ?? read(name);
    instances.set(name, instance);
    return { name, instance, lambda, theta, members: Number(count) };
  });
}

/** A bundled table as it is mined by default, with so many rules. */
export async function bundled(slug: string, rules?: number): Promise<{ instance: Instance; lambda: string }> {
  const dataset = CATALOGUE.find((entry) => entry.slug === slug);
  if (!dataset) throw new RangeError(`there is no bundled table ${slug}`);
  const text = readFileSync(new URL(`../../public/data/${dataset.file}`, import.meta.url), 'utf8');
  const table = parseTable(text, { types: dataset.types });
  const { instance } = await mine(table, { ...miningOf(dataset), ...(rules && { rules }) });
  return { instance, lambda: dataset.lambda };
}

/** Models that a bundled table is asked for, about, and models that are counted one by one to find such questions. */
const SIZES = [10_000, 1_000_000, 100_000_000];
const MOST = 200_000_000;

const EPSILONS = ['0.005', '0.01', '0.015', '0.02', '0.03', '0.04', '0.05', '0.07', '0.1', '0.13', '0.17', '0.22'];

/** The bundled tables, at the first ε that gives at least so many models, and the synthetic goldens. */
export async function ownQuestions(only: string): Promise<Question[]> {
  const questions: Question[] = [];
  for (const { slug, file } of CATALOGUE) {
    if (!file || !slug.includes(only)) continue;
    const { instance, lambda } = await bundled(slug);
    let asked = 0;
    for (const epsilon of EPSILONS) {
      const theta = formatRational((await resolveThreshold(instance, { lambda, epsilon })).theta);
      const question = { lambda, theta };
      const found =
        (await countCompiled(instance, { ...question, maxNodes: 100_000, order: 'false-positives' })) ??
        (await countUpTo(instance, question, MOST));
      // Sets that neither counts soon are left out, and all larger ones.
      if (!found || asked === SIZES.length) break;
      const members = Number(found.count);
      if (members < SIZES[asked]) continue;
      while (members >= SIZES[asked]) asked++;
      questions.push({ name: slug, instance, ...question, members });
    }
  }
  for (const { name, instance: raw, questions: rows } of synthetic) {
    if (!name.includes(only)) continue;
    const instance = parseInstance(JSON.stringify(raw));
    for (const { lambda, theta, count } of rows) {
      questions.push({ name, instance, lambda, theta, members: Number(count) });
    }
  }
  return questions;
}
