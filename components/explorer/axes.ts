import { formatPercent, formatPoints } from '../format';
import type { Answers } from './settings';
import type { AxisName } from './shape';

/** How the values of an axis are written. */
export interface AxisWords {
  /** Along the axis. */
  readonly title: string;
  readonly tick: (value: number) => string;
  /** One value in full. */
  readonly say: (value: number) => string;
}

const wholePercent = (value: number): string => `${+(100 * value).toFixed(1)}%`;
const points = (value: number): string => `${value < 0 ? '−' : ''}${+(100 * Math.abs(value)).toFixed(1)}`;
const signedPoints = (value: number): string => `${value < -0.005 ? 'minus ' : ''}${formatPoints(value)}`;

/** What an axis is called in the list of axes. */
export const AXIS_NAMES: Readonly<Record<AxisName, string>> = {
  accuracy: 'accuracy',
  objective: 'objective',
  size: 'number of rules',
  parity: 'gap in yes (statistical parity)',
  opportunity: 'gap in hits (equal opportunity)',
  falsePositive: 'gap in false alarms (FPR)',
  falseNegative: 'gap in misses (FNR)',
  yes: 'share of yes',
  unseen: 'accuracy on rows held out',
};

/** What stands along an axis, in the words of the data set. */
export function axisWords(axis: AxisName, { yes }: Answers, balanced: boolean): AxisWords {
  const gap = (what: string): AxisWords => ({ title: `${what}: gap in points`, tick: points, say: signedPoints });
  switch (axis) {
    case 'accuracy':
      return {
        title: balanced ? 'right, both classes weighing the same' : 'right',
        tick: wholePercent,
        say: formatPercent,
      };
    case 'unseen':
      return { title: 'right on rows held out', tick: wholePercent, say: formatPercent };
    case 'objective':
      return { title: 'objective', tick: (v) => String(+v.toFixed(4)), say: (v) => v.toFixed(4) };
    case 'size':
      return { title: 'number of rules', tick: String, say: (v) => `${v}` };
    case 'yes':
      return { title: `share ${yes}`, tick: wholePercent, say: formatPercent };
    case 'parity':
      return gap(yes);
    case 'opportunity':
      return gap(`rightly ${yes}`);
    case 'falsePositive':
      return gap(`wrongly ${yes}`);
    case 'falseNegative':
      return gap(`wrongly not ${yes}`);
  }
}
