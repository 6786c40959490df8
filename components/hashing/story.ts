import { hasBit } from '../../engine/bits/bitset';
import type { CountParameters } from '../../engine/ers/approx-count-parameters';
import { capitalise, formatCount } from '../format';
import { rulesOf, type SmallSet, wordsOf } from '../small-set/small-set';
import type { Trial } from './model';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export const numberWord = (n: number): string => NUMBERS[n] ?? formatCount(n);

const constraints = (n: number) => `${numberWord(n)} random constraint${n === 1 ? '' : 's'}`;

const round = (x: number): string => formatCount(Number(x.toFixed(x < 100 ? 1 : 0)));

/** What the constraints drawn so far leave. */
export const leftWords = (trial: Trial, step: number): string =>
  step === 0
    ? `No constraint yet: all ${formatCount(trial.sizes[0])} models are left.`
    : `${capitalise(constraints(step))} leave${step === 1 ? 's' : ''} ${formatCount(trial.sizes[step])} of the ${formatCount(trial.sizes[0])} models.`;

/** The size of the cell, or what stands for it, times two for each constraint. */
export function product(trial: Trial, last: number, parameters: CountParameters, estimate: number): string {
  // The cell before the first empty one counts.
  const empty = parameters.algorithm === 'ApproxMC7';
  const size = trial.sizes[last];
  const taken = parameters.round(size) * (empty ? 2 : 1);
  const count = empty || taken === size ? round(taken) : `${formatCount(size)}, taken for ${round(taken)},`;
  return [count, '×', formatCount(2 ** (empty ? last - 1 : last)), '=', formatCount(estimate)].join('\u00a0');
}

/** How the trial arrives at its estimate. */
export const productWords = (trial: Trial, last: number, parameters: CountParameters, estimate: number): string =>
  parameters.algorithm === 'ApproxMC7'
    ? `The cell is empty after ${constraints(last)}: about ${product(trial, last, parameters, estimate)} models.`
    : `At most ${formatCount(parameters.thresh)} are few enough to count: ${product(trial, last, parameters, estimate)}.`;

/** What becomes of the picked model. */
export function fateOf(set: SmallSet, trial: Trial, picked: number, step: number): string {
  const broken = trial.breaks[picked];
  if (broken >= step) return step === 0 ? 'in the set' : 'still left';
  const { terms, odd } = trial.constraints[broken];
  const sum = rulesOf(set, picked).filter((rule) => hasBit(terms, set.order.indexOf(rule))).length;
  return `out by constraint ${broken + 1}, which wants an ${odd ? 'odd' : 'even'} number of its rules: it has ${numberWord(sum)}`;
}

export const pickedWords = (set: SmallSet, trial: Trial, picked: number, step: number): string =>
  `Model ${formatCount(picked + 1)}: ${wordsOf(set, picked)}. It is ${fateOf(set, trial, picked, step)}.`;
