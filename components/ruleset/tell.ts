import { capitalise, formatCount, formatPercent } from '../format';
import type { FigureData } from '../furniture/figure-frame';
import type { LiveValues } from '../islands/figure-module';
import type { View } from './view';

const four = (value: number): string => Math.abs(value).toFixed(4);

/** Where the set stands, in words. */
export function verdictOf({ set, best, member, theta }: View): { head: string; rest: string } {
  const worse = set.objective - best.objective;
  if (set.rules.length === 0)
    return { head: 'No rule.', rest: 'Everybody gets the same answer. The empty rule set is left out of all counts.' };
  if (worse < 1e-12) return { head: 'The best there is.', rest: 'No rule set of this pool has a lower objective.' };
  if (member) return { head: 'In the Rashomon set:', rest: `${four(worse)} worse than the best.` };
  return { head: 'Not in the Rashomon set:', rest: `${four(set.objective - theta)} too much.` };
}

export const sharedWords = ({ shared }: View): string =>
  `it shares ${shared === 0 ? 'no rule' : `${shared} rule${shared === 1 ? '' : 's'}`} with the best`;

export function findingOf(view: View, people: string): string {
  const { set, best } = view;
  const { head, rest } = verdictOf(view);
  return (
    `A rule set of ${set.rules.length} rules with objective ${set.objective.toFixed(4)}, the best being ${best.objective.toFixed(4)}. ` +
    `${head} ${rest} ${capitalise(sharedWords(view))} and judges ${formatCount(view.apart)} of ` +
    `${formatCount(view.n + view.nTest)} ${people} differently. It is right for ${formatPercent(set.accuracy)} of the training ` +
    `points and ${formatPercent(set.unseen)} of those held out; the best about ${formatPercent(best.accuracy)} and ${formatPercent(best.unseen)}.`
  );
}

export function dataOf(view: View): FigureData {
  return {
    columns: [
      'rule',
      'in the set',
      'in the best',
      'positives captured',
      'negatives captured',
      'effect on the objective',
    ],
    rows: view.cards.map(({ words, captured, effect }, rule) => [
      words,
      Number(view.set.rules.includes(rule)),
      Number(view.best.rules.includes(rule)),
      ...captured,
      effect,
    ]),
  };
}

export const liveOf = (view: View): LiveValues => ({
  n: formatCount(view.n),
  nTest: formatCount(view.nTest),
  pool: formatCount(view.cards.length),
  lambda: view.lambda,
  epsilon: view.epsilon,
  size: String(view.set.rules.length),
  mistakes: (view.set.missed + view.set.caught).toFixed(4),
  price: (Number(view.lambda) * view.set.rules.length).toFixed(2),
  testYes: formatCount(view.tallies[1].points),
  shared: view.shared === 0 ? 'no rule' : `${view.shared} rule${view.shared === 1 ? '' : 's'}`,
  objective: view.set.objective.toFixed(4),
  best: view.best.objective.toFixed(4),
  bestSize: String(view.best.rules.length),
  worse: four(view.set.objective - view.best.objective),
  apart: formatCount(view.apart),
  everyone: formatCount(view.n + view.nTest),
});
