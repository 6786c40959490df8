import { findPublic } from '../../engine/data/catalogue';
import type { Pool } from './exploration';
import { fileOf } from './fetch-table';
import type { Settings } from './settings';

/** A word of a shell command, quoted where it needs to be. */
const word = (text: string): string => (/^[\w./=,:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The command that repeats the count in a shell; `cuts` are those that are not quartiles. */
export function commandFor(
  { dataset, mining, lambda, epsilon }: Settings,
  { mined, left }: Pool,
  cuts: Readonly<Record<string, readonly string[]>>,
): string {
  const elsewhere = findPublic(dataset.slug)?.source;
  const file = elsewhere ? fileOf(elsewhere) : dataset.file === '' ? dataset.title : `public/data/${dataset.file}`;
  const used = Object.entries(cuts).filter(([name, at]) => at.length > 0 && !left.includes(name));
  const options = [
    ...(elsewhere ? [`--recipe ${dataset.slug}`] : []),
    `--target ${word(mined.target)} --positive ${word(mined.positive)}`,
    ...(left.length > 0 ? [left.map((name) => `--exclude ${word(name)}`).join(' ')] : []),
    ...(used.length > 0 ? [used.map(([name, at]) => `--cuts ${word(`${name}=${at.join(',')}`)}`).join(' ')] : []),
    `--max-len ${mining.maxLength} --min-support ${mining.minSupport} --rules ${mining.rules} --rank ${mining.ranking}`,
    [mining.balanced && '--balanced', mining.missing && '--missing', mining.notEqual && '--not-equal']
      .filter(Boolean)
      .join(' '),
  ].filter((line) => line !== '');
  return (
    (elsewhere ? `curl -fO ${elsewhere.url}\n` : '') +
    `npm run -s ers -- mine ${word(file)} \\\n  ${options.join(' \\\n  ')} > instance.json\n` +
    `npm run -s ers -- count instance.json --lambda ${lambda} --epsilon ${epsilon} --exclude-empty\n`
  );
}
