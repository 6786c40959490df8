import { type Tally, wilson } from '../../engine/cover/trials';
import { formatCount, formatPercent } from '../format';

/** A chance in percent; only a certainty reads 0 % or 100 %. */
export function chanceText(chance: number, certain = false): string {
  if (certain) return chance > 0.5 ? '100%' : '0%';
  if (chance >= 0.9995) return 'over 99.9%';
  if (chance < 0.0005) return 'under 0.1%';
  return formatPercent(chance);
}

/** A tally in words: "85.0 % of 400 trials (95% interval 81.2 to 88.2 %)". */
export function tallyText(tally: Tally): string {
  const { trials, successes } = tally;
  if (trials === 0) return 'no trials yet';
  const [low, high] = wilson(tally);
  return `${formatPercent(successes / trials)} of ${formatCount(trials)} trials (95% interval ${(100 * low).toFixed(1)} to ${formatPercent(high)})`;
}
