import { formatCount } from '../format';
import type { SearchView } from './view';
import { rulesOf } from './view';

/** What an objective is made of, as shares of the points and prices of rules. */
export interface Parts {
  readonly wrong: number;
  readonly rules: number;
  /** Mistakes that are unavoidable, beside the false positives; 0 unless they are counted. */
  readonly unavoidable: number;
  /** Misses that more rules might still mend. */
  readonly missed: number;
}

/** One rule set of the search in words and numbers. */
export interface Story {
  readonly rules: readonly number[];
  readonly parts: Parts;
  readonly bound: number;
  readonly objective: number;
  /** Whether it is in the Rashomon set, in words. */
  readonly membership: string;
  /** Sentences. */
  readonly boundWords: string;
  readonly objectiveWords: string;
  readonly fateWords: string;
}

export const exact = (value: number): string => value.toFixed(4);

const people = (count: number): string => (count === 1 ? '1 person' : `${formatCount(count)} people`);
const setsBelow = (below: number): string =>
  below === 1 ? 'The 1 longer rule set' : `All ${formatCount(below)} longer rule sets`;

function fateOf(view: SearchView, entry: number, bound: number, below: number): string {
  const { theta } = view;
  const next = bound + Number(view.lambda);
  const never = `${setsBelow(below)} that begin${below === 1 ? 's' : ''} with it ${below === 1 ? 'is' : 'are'} never looked at.`;
  const end = below === 0 ? 'No rule comes after it.' : never;
  switch (view.trace.verdict[entry]) {
    case 'hierarchical':
      return `Cut by the hierarchical bound: these mistakes stay whatever rules join, and ${exact(bound)} is above θ already. ${end}`;
    case 'look-ahead':
      return `Cut by the look-ahead bound: one more rule makes it at least ${exact(next)}, above θ. ${end}`;
    case 'size':
      return `Cut by the size bound: ${exact(theta)} − ${exact(bound)} does not pay for one more rule at ${view.lambda} each. ${end}`;
    default:
      return below === 0
        ? 'No rule comes after it.'
        : `Kept: a longer set may still be good, so each later rule is added in turn. ${formatCount(below)} rule ${below === 1 ? 'set begins' : 'sets begin'} with it.`;
  }
}

function membershipOf(size: number, member: boolean): string {
  if (!member) return 'Not in the Rashomon set.';
  return size === 0 ? 'Good enough, but left out of all counts.' : 'In the Rashomon set.';
}

/** What became of an entry of the search, and by what numbers. */
export function tell(view: SearchView, entry: number): Story {
  const { trace, n, words } = view;
  const rules = rulesOf(trace, entry);
  const price = rules.length * Number(view.lambda);
  const falsePositives = trace.falsePositives[entry];
  const settled = trace.least[entry] - falsePositives;
  const missed = trace.mistakes[entry] - falsePositives;
  const bound = trace.least[entry] / n + price;
  const objective = trace.mistakes[entry] / n + price;
  const member = trace.member[entry] === 1;
  const below = 2 ** (words.length - 1 - (rules.at(-1) ?? -1)) - 1;
  const priceWords = rules.length === 0 ? '' : ` + ${rules.length} · ${view.lambda}`;
  const settledWords =
    settled > 0
      ? `, and among people whom no rule tells apart ${formatCount(settled)} more will be wrong whatever is added`
      : '';
  return {
    rules,
    parts: {
      wrong: falsePositives / n,
      rules: price,
      unavoidable: settled / n,
      missed: (missed - settled) / n,
    },
    bound,
    objective,
    membership: membershipOf(rules.length, member),
    boundWords: `${people(falsePositives)} it counts among the dead survived${settledWords}: ${formatCount(trace.least[entry])} / ${formatCount(n)}${priceWords} = ${exact(bound)}.`,
    objectiveWords: `It also misses ${formatCount(missed)} of the dead: ${formatCount(trace.mistakes[entry])} / ${formatCount(n)}${priceWords} = ${exact(objective)}, ${member ? 'at most' : 'above'} θ.`,
    fateWords: fateOf(view, entry, bound, below),
  };
}
