import { scaleLinear } from 'd3-scale';
import type { Axis } from '../charts/plot';
import { PowerMark } from '../charts/power';
import { log10Of } from '../format';
import type { Reading } from './shape';
import type { Line, Lines } from './view';

/** The decimal logarithm of a count; null where it is not known. */
export const logOf = (count: string | null): number | null => (count === null ? null : log10Of(count));

/** Room above the highest line, in decades. */
const ROOM = 0.25;

/** The highest that a line or an estimate reaches, in decades. */
function highest(lines: readonly Line[]): number {
  const ends = lines.flatMap(({ counts, estimates }) => [
    ...counts.map((count) => logOf(count) ?? 0),
    ...estimates.map((estimate) => estimate?.high ?? 0),
  ]);
  return Math.max(1, ...ends);
}

/** Tolerance from left to right, the size of the set upwards, ten times as many at each line. */
export function axesOf({ epsilons, m }: Lines, lines: readonly Line[], reading: Reading): { x: Axis; y: Axis } {
  const x = scaleLinear([0, Number(epsilons.at(-1))], [0, 1]);
  const top = highest(lines) + ROOM;
  const place = (decades: number) => decades / top;
  const all = m * Math.log10(2);
  // A tick at a power of ten of what is read: of models, or of models for one that is good.
  const offset = reading === 'count' ? 0 : all - Math.floor(all);
  const ticks = Array.from({ length: Math.floor(top - offset) + 1 }, (_, i) => i + offset);
  const every = Math.ceil(ticks.length / 9);
  return {
    x: {
      place: x,
      ticks: x.ticks(6),
      format: String,
      title: 'tolerance ε',
    },
    y: {
      place,
      ticks: ticks.filter((_, i) => i % every === 0),
      format: (decades) =>
        reading === 'count' ? (
          <PowerMark exponent={decades} />
        ) : (
          <>
            1 in <PowerMark exponent={Math.round(all - decades)} />
          </>
        ),
      title: reading === 'count' ? 'rule sets within the tolerance' : 'share of all rule sets',
    },
  };
}

/** The d of a line in a box of 100 by 100, up to where it is known. */
export function pathOf({ counts }: Line, { epsilons }: Lines, { x, y }: { x: Axis; y: Axis }): string {
  return counts.reduce<string>((d, count, i) => {
    const decades = logOf(count);
    if (decades === null) return d;
    const [px, py] = [100 * x.place(Number(epsilons[i])), 100 * (1 - y.place(decades))];
    return `${d}${d ? 'L' : 'M'}${px.toFixed(2)} ${py.toFixed(2)}`;
  }, '');
}

/** The last point of a line that is known. */
export function endOf({ counts }: Line): number {
  const missing = counts.indexOf(null);
  return (missing < 0 ? counts.length : missing) - 1;
}

/** Least distance of labels, as a share of the plot's height. */
const APART = 0.042;

/** Moves labels apart, in their order, as little as needed. */
export function spreadLabels(places: readonly number[]): number[] {
  const order = [...places.keys()].sort((a, b) => places[b] - places[a]);
  const spread = [...places];
  order.forEach((label, i) => {
    if (i > 0) spread[label] = Math.min(spread[label], spread[order[i - 1]] - APART);
  });
  return spread;
}
