import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { PublicSource } from '../data/catalogue/types';
import { decodeText } from '../data/decode';
import { type ParseOptions, parseTable } from '../data/parse';
import { DataError, type Table } from '../data/table';
import { type Instance, InstanceError, parseInstance } from '../ers/instance';
import { readTable as readAnyTable } from '../worker/read-table';
import { UsageError } from './command';

const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a directory, not a file',
  EACCES: 'may not be read',
  ERR_BUFFER_TOO_LARGE: 'has more than 500 MB when it is unpacked; so much can not be read',
};

/** A text of more characters fits in no string. */
const MOST_BYTES = 500_000_000;

async function readBytes(file: string): Promise<Buffer> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b
      ? await promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES })
      : bytes;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${nameOf(file)}: ${REASONS[code ?? ''] ?? message}`);
  }
}

/** The text of a file, compressed or not. */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  if (bytes.length > MOST_BYTES)
    throw new UsageError(
      `${nameOf(file)}: has ${Math.round(bytes.length / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB can be read`,
    );
  return decodeText(bytes);
}

/** Reads a file, standard input for `-`, compressed or not, and says of every error in which file and where it is. */
async function read<T>(file: string, parse: (text: string) => T): Promise<T> {
  const text = await readText(file);
  try {
    if (text.trim() === '') throw new InstanceError('the file is empty');
    return parse(text);
  } catch (error) {
    if (error instanceof InstanceError) {
      const where = error.line === undefined ? '' : `:${error.line}:${error.column}`;
      throw new UsageError(`${nameOf(file)}${where}: ${error.message}`);
    }
    throw inFile(file, error);
  }
}

/** Puts the name of the file before what is wrong with its data. */
export function inFile(file: string, error: unknown): unknown {
  if (!(error instanceof DataError)) return error;
  const where = error.line === undefined ? '' : `:${error.line}`;
  return new UsageError(`${nameOf(file)}${where}: ${error.message.replace(/^line \d+: /, '')}`);
}

export const readInstance = (file: string): Promise<Instance> => read(file, parseInstance);

/** Reads a table; with a recipe, that public table and no other, cut down to what the recipe keeps. */
export async function readTable(file: string, types: ParseOptions['types'], recipe?: PublicSource): Promise<Table> {
  if (!recipe) return read(file, (text) => parseTable(text, { types }));
  const source = new Blob([Uint8Array.from(await readBytes(file))]);
  try {
    return (await readAnyTable({ source, parse: { types }, recipe })).table;
  } catch (error) {
    throw inFile(file, error);
  }
}
