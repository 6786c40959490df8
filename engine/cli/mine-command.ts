import type { Binning } from '../data/bins';
import { formatInstance } from '../ers/instance';
import { mine, type Ranking } from '../rules/mine';
import { type Command, flag, integer, optional, required, UsageError } from './command';
import { inFile, readTable } from './input';
import { progressJob } from './output';

const RANKINGS: readonly string[] = ['gain', 'support', 'precision'] satisfies Ranking[];

/** `lvrat=0.6,0.8` as bins. */
function readCuts(texts: readonly string[] = []): Record<string, Binning> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf('=');
      const cuts = text
        .slice(at + 1)
        .split(',')
        .map(Number);
      if (at < 1 || text.endsWith('=') || cuts.some(Number.isNaN)) {
        throw new UsageError(`--cuts takes COLUMN=A,B with numbers, not ${JSON.stringify(text)}`);
      }
      return [text.slice(0, at), { kind: 'points', at: cuts }];
    }),
  );
}

export const mineCommand: Command = {
  name: 'mine',
  summary: 'Candidate rules from a table: writes an instance for the other commands.',
  file: 'data.csv',
  options: {
    target: { value: 'COLUMN', help: 'the column to predict' },
    positive: { value: 'VALUE', help: 'the value of the target that means yes; guessed where it has two values' },
    'max-len': { value: 'L', help: 'most conditions in a rule (2)' },
    'min-support': { value: 'SHARE', help: 'least share of the rows that a rule captures (0.05)' },
    rules: { value: 'M', help: 'how many rules are kept (50)' },
    rank: { value: RANKINGS.join('|'), help: 'which rules are kept (gain: true minus false positives)' },
    exclude: { value: 'COLUMN', help: 'a column that no rule may use; may be repeated', repeated: true },
    cuts: {
      value: 'COLUMN=A,B',
      help: 'where a numeric column is cut (its quartiles); may be repeated',
      repeated: true,
    },
    'not-equal': { value: true, help: 'rules may also ask for "is not" in columns of three and more levels' },
    missing: { value: true, help: 'rules may also ask for "is missing"' },
    balanced: { value: true, help: 'weigh the rows so that both classes weigh the same' },
    json: { value: true, help: 'progress as lines of JSON on standard error' },
  },
  async run(args) {
    const ranking = optional(args, 'rank');
    if (ranking !== undefined && !RANKINGS.includes(ranking)) {
      throw new UsageError(`--rank must be ${RANKINGS.join(' or ')}, not ${JSON.stringify(ranking)}`);
    }
    const options = {
      target: required(args, 'target'),
      positive: optional(args, 'positive'),
      maxLength: integer(args, 'max-len'),
      minSupport: optional(args, 'min-support'),
      rules: integer(args, 'rules'),
      ranking: ranking as Ranking | undefined,
      exclude: args.values.exclude as string[] | undefined,
      bins: readCuts(args.values.cuts as string[] | undefined),
      notEqual: flag(args, 'not-equal'),
      missing: flag(args, 'missing'),
      balanced: flag(args, 'balanced'),
    };
    const table = await readTable(args.file);
    const { job, done } = progressJob(flag(args, 'json'));
    try {
      const { instance } = await mine(table, options, job as never);
      process.stdout.write(formatInstance(instance));
    } catch (error) {
      throw inFile(args.file, error);
    } finally {
      done();
    }
  },
};
