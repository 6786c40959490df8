import { type Command, helpOf, readArguments, UsageError } from './cli/command';
import { diagramCommands } from './cli/diagram-commands';
import { estimateCommands } from './cli/estimate-commands';
import { mergeCommand } from './cli/merge-command';
import { mineCommand } from './cli/mine-command';
import { searchCommands } from './cli/search-commands';

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

async function main([name, ...argv]: string[]): Promise<void> {
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

/** One line, whatever an input has put into it. */
const oneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 500);

// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof RangeError)) throw error;
  process.stderr.write(`ers: ${oneLine(error.message)}\n`);
  process.exitCode = 2;
}
