import { type Command, helpOf, readArguments, UsageError } from './command';
import { diagramCommands } from './diagram-commands';
import { estimateCommands } from './estimate-commands';
import { mergeCommand } from './merge-command';
import { mineCommand } from './mine-command';
import { searchCommands } from './search-commands';

const commands: readonly Command[] = [
  mineCommand,
  ...searchCommands,
  ...diagramCommands,
  ...estimateCommands,
  mergeCommand,
];

const HELP = [
  'ers COMMAND [FILE] [options]     the engine of "How Many Models Fit?" in a shell',
  '',
  ...commands.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`),
  '',
  'ers COMMAND --help tells its options. FILE may be compressed (.gz); without it, or for -, standard input is read.',
  '',
].join('\n');

/** Runs a command line. Throws a UsageError or a RangeError for what is wrong with it or its input. */
export async function main([name, ...argv]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const command = commands.find((c) => c.name === name);
  if (!command) {
    throw new UsageError(`there is no command ${JSON.stringify(name)}, but ${commands.map((c) => c.name).join(', ')}`);
  }
  const args = readArguments(command, argv);
  if (args.values.help) process.stdout.write(helpOf(command));
  else await command.run(args);
}
