import type { CountSoFar } from '../ers/count';
import { modelRules } from '../ers/model-list';
import { phase } from '../ers/phases';
import { type Job, pacer } from '../job';
import { type Measured, measureModels, measuresOf } from '../multiplicity/measures';
import type { SearchModelsInput } from './found-models';
import { searchModels } from './search-models';

export interface FileOptions {
  readonly format: 'csv' | 'json';
  /** What is said of the file in its head: JSON only. */
  readonly about: Readonly<Record<string, string>>;
}

export interface WriteModelsInput extends Measured, FileOptions {
  /** How many of the models are written: the first. */
  readonly count: number;
}

/** Characters that are joined before they become part of the file. */
const PART = 1 << 20;

/** A cell of a CSV file. One that begins like a formula must not run in a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes models with their measures as a file, a part at a time, so that two million are no larger a task than one. */
export async function writeModels(input: WriteModelsInput, job: Job = {}): Promise<Blob> {
  const { models, instance, count, format, about } = input;
  const columns = measuresOf(input).map((name) => ({ name, values: measureModels(name, input) }));
  const names = instance.rules.map(({ name }) => name);
  const csv = format === 'csv';
  // A blob may lie on disk, where strings would fill the memory.
  const parts: Blob[] = [];
  let text = csv
    ? `${['rules', ...columns.map(({ name }) => name)].join(',')}\r\n`
    : `${JSON.stringify(about, null, 1).slice(0, -2)},\n "rows": [`;
  const pace = pacer(job.signal);
  for (let k = 0; k < count; k++) {
    const rules = Array.from(modelRules(models, k), (j) => names[j]).join('; or ');
    if (csv) {
      text += cell(rules);
      for (const { values } of columns) text += `,${Number.isNaN(values[k]) ? '' : values[k]}`;
      text += '\r\n';
    } else {
      text += `${k > 0 ? ',' : ''}\n  {"rules":${JSON.stringify(rules)}`;
      // A rate of nobody is no number: JSON has null for it.
      for (const { name, values } of columns) text += `,"${name}":${Number.isNaN(values[k]) ? null : values[k]}`;
      text += '}';
    }
    if (text.length > PART) {
      parts.push(new Blob([text]));
      text = '';
      job.onProgress?.({ fraction: k / count });
    }
    const pause = pace();
    if (pause) await pause;
  }
  return new Blob([...parts, csv ? text : `${text}\n ]\n}\n`], { type: csv ? 'text/csv' : 'application/json' });
}

export interface ExportModelsInput extends SearchModelsInput, FileOptions {}

/** Searches again, with room for more models than are drawn, and writes them: the list never leaves the worker. */
export async function exportModels(input: ExportModelsInput, job: Job<CountSoFar> = {}): Promise<Blob> {
  const { instance, unseen = null, lambda } = input;
  const found = await searchModels(input, phase(job, 0, 0.6));
  const { models, confusions, unseenMistakes } = found;
  return writeModels(
    {
      ...{ models, confusions, unseenMistakes, instance, unseen, lambda: Number(lambda) },
      ...{ count: models.length, format: input.format, about: input.about },
    },
    phase(job as Job, 0.6, 1),
  );
}
