import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What is wrong with a command line: told in one line, exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export interface Option {
  /** `true` takes no value; else what its value is called in the help. */
  readonly value: string | true;
  readonly help: string;
  readonly short?: string;
  readonly repeated?: boolean;
}

/** What a command was called with. */
export interface Arguments {
  readonly file: string;
  /** Of a command that takes several. */
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | string[] | undefined>>;
}

/** One word after `ers`. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What its file is, for the help. */
  readonly file: string;
  readonly severalFiles?: boolean;
  readonly options: Readonly<Record<string, Option>>;
  run(args: Arguments): Promise<void>;
}

/** `--lambda -1` would be taken for two options: joins a value that is a negative number to its option. */
const joinNegative = (argv: readonly string[]): string[] =>
  argv.reduce<string[]>((joined, arg) => {
    const last = joined.at(-1);
    if (last !== undefined && /^--[\w-]+$/.test(last) && /^-\.?\d/.test(arg))
      joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
    return joined;
  }, []);

/** Reads the arguments of a command: its options and its file, `-` or nothing being standard input. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { value, short, repeated }] of Object.entries(command.options)) {
    options[name] = {
      type: value === true ? 'boolean' : 'string',
      ...(short && { short }),
      multiple: repeated === true,
    };
  }
  try {
    const { values, positionals } = parseArgs({ args: joinNegative(argv), options, allowPositionals: true });
    if (positionals.length > 1 && !command.severalFiles)
      throw new UsageError(`one file, not ${positionals.length}: ${positionals.join(' ')}`);
    return { file: positionals[0] ?? '-', files: positionals, values: values as Arguments['values'] };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError((error as Error).message.split(/[.\n]/)[0]);
  }
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, short, help }]): [string, string] => [
    `${short ? `-${short}, ` : ''}--${name}${value === true ? '' : ` ${value}`}`,
    help,
  ]);
  const width = Math.max(...options.map(([left]) => left.length));
  return [
    `ers ${command.name} [${command.file}] [options]`,
    '',
    command.summary,
    '',
    ...options.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`),
    '',
  ].join('\n');
}

/** A text option that must be there. */
export function required({ values }: Arguments, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new UsageError(`--${name} is missing`);
  return value;
}

export const optional = ({ values }: Arguments, name: string): string | undefined => values[name] as string | undefined;

export const flag = ({ values }: Arguments, name: string): boolean => values[name] === true;

/** A whole number, if it is there. */
export function integer(args: Arguments, name: string, least = 1): number | undefined {
  const text = optional(args, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`--${name} must be a whole number from ${least}, not ${JSON.stringify(text)}`);
  }
  return value;
}

/** A number with a decimal point, if it is there. */
export function decimal(args: Arguments, name: string): number | undefined {
  const text = optional(args, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new UsageError(`--${name} must be a number, not ${JSON.stringify(text)}`);
  }
  return value;
}

/** One of some words, the first unless told. */
export function choice<T extends string>(args: Arguments, name: string, words: readonly T[]): T {
  const text = optional(args, name) ?? words[0];
  if (!words.includes(text as T)) {
    throw new UsageError(`--${name} must be ${words.join(' or ')}, not ${JSON.stringify(text)}`);
  }
  return text as T;
}
