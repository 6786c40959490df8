import { findPublic } from '../../engine/data/catalogue';
import { formatDate } from '../../engine/data/dates';
import { add, formatRational, parseRational } from '../../engine/ers/rational';
import { ruleName } from '../../engine/rules/mine';
import type { Exploration, Pool } from './exploration';
import { fileOf } from './fetch-table';
import type { Settings } from './settings';

/** A word of a shell command, quoted where it needs to be. */
const word = (text: string): string => (/^[\w./=,:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** An option and its value, joined where the value would be taken for an option. */
const option = (name: string, value: string): string => `--${name}${value.startsWith('-') ? '=' : ' '}${word(value)}`;

/** A line of the command: the same option for several values; none for none. */
const options = (name: string, values: readonly string[]): string[] =>
  values.length > 0 ? [values.map((value) => option(name, value)).join(' ')] : [];

/** The columns that are not cut at their quartiles, and where they are cut. */
function cutsOf({ mining }: Settings, { mined, table, left }: Pool): string[] {
  return table.columns.flatMap((column) => {
    const at = mined.cuts[column.name];
    const binned = mining.bins?.[column.name] ?? mining.binning;
    if (column.kind !== 'numeric' || !binned || !at || left.includes(column.name)) return [];
    return [`${column.name}=${(column.dates ? at.map(formatDate) : at).join(',')}`];
  });
}

/** The command that counts; with a promise where the page has counted with one. */
function countCommand({ lambda, epsilon }: Settings, { found }: Exploration): string {
  // A best objective that is not proven is found nowhere else in the same way: then it is told.
  const theta = formatRational(add(found.optimum, parseRational(epsilon)));
  const bound = found.proven ? `--epsilon ${epsilon}` : `--theta ${theta}`;
  const question = `instance.json --lambda ${lambda} ${bound} --exclude-empty`;
  const { guarantee } = found;
  return guarantee && !found.exact
    ? `approx-count ${question} \\\n  --eps ${guarantee.eps} --delta ${guarantee.delta} --exact-up-to 0`
    : `count ${question}`;
}

/** The commands that repeat the count in a shell. */
export function commandFor(settings: Settings, exploration: Exploration): string {
  const { dataset, types, mining, holdOut, pinned, banned } = settings;
  const { pool } = exploration;
  const { mined, left } = pool;
  const elsewhere = findPublic(dataset.slug)?.source;
  const file = elsewhere ? fileOf(elsewhere) : dataset.file === '' ? dataset.title : `public/data/${dataset.file}`;
  const flags = [mining.balanced && '--balanced', mining.missing && '--missing', mining.notEqual && '--not-equal'];
  const lines = [
    ...(elsewhere ? [`--recipe ${dataset.slug}`] : []),
    ...options(
      'type',
      Object.entries(types).map(([name, type]) => `${name}=${type}`),
    ),
    `${option('target', mined.target)} ${option('positive', mined.positive)}`,
    ...options('exclude', left),
    ...options('cuts', cutsOf(settings, pool)),
    `--max-len ${mining.maxLength} --min-support ${mining.minSupport} --rules ${mining.rules} --rank ${mining.ranking}`,
    ...options('pin', pinned.map(ruleName)),
    ...options('ban', banned),
    ...(holdOut > 0 ? [`--hold-out ${holdOut}`] : []),
    flags.filter(Boolean).join(' '),
  ].filter((line) => line !== '');
  return (
    (elsewhere ? `curl -fO ${elsewhere.url}\n` : '') +
    `npm run -s ers -- mine ${word(file.startsWith('-') ? `./${file}` : file)} \\\n  ${lines.join(' \\\n  ')} > instance.json\n` +
    `npm run -s ers -- ${countCommand(settings, exploration)}\n`
  );
}

/** What the command does not do as the page does. */
export function leftOutOf({ dataset }: Settings, { found }: Exploration, narrowed: boolean): string[] {
  return [
    dataset.file === '' && !findPublic(dataset.slug) && `It takes your table from the file “${dataset.title}”.`,
    found.spread && 'It counts exactly, which may take long: the quick look by random walks has no command.',
    narrowed && 'It counts all models within ε, not only those that are shown.',
  ].filter((sentence) => typeof sentence === 'string');
}
