import { formatDate } from '../../engine/data/dates';
import type { ColumnFacts, NumberFacts } from '../../engine/data/describe';
import { formatCount } from '../format';

interface Props {
  column: ColumnFacts;
  numbers: NumberFacts;
  /** Where the column is cut. */
  cuts: readonly number[];
}

const HEIGHT = 34;

const sayNumber = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return value.toExponential(2);
  return size >= 1e4 ? formatCount(Math.round(value)) : String(+value.toPrecision(4));
};

/** The bars as one path in a box of one unit a bin, `HEIGHT` high. */
const bars = (bins: readonly number[], top: number): string =>
  bins
    .map((count, i) => {
      // A bin that is not empty is seen.
      const height = count === 0 ? 0 : Math.max(1, ((HEIGHT - 2) * count) / top);
      return `M${i + 0.05} ${HEIGHT}v${-height}h0.9v${height}z`;
    })
    .join('');

/** The values of a column and where it is cut. */
export function Histogram({ column, numbers: { least, most, bins, width, whole }, cuts }: Props) {
  const say = column.dates ? formatDate : sayNumber;
  // A cut stands after the last value that it takes in.
  const place = (cut: number) => ((whole ? Math.floor(cut) + 1 : cut) - least) / width;
  const told = cuts.length > 0 ? `cut at ${cuts.map(say).join(', ')}` : '';
  return (
    <div className="column-histogram">
      <svg
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 ${bins.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`From ${say(least)} to ${say(most)}${told && `, ${told}`}`}
      >
        <path className="bars" d={bars(bins, Math.max(...bins))} />
        <path className="cuts" d={cuts.map((cut) => `M${place(cut)} 0v${HEIGHT}`).join('')} />
      </svg>
      <p>
        <span>{say(least)}</span>
        <span>{told}</span>
        <span>{say(most)}</span>
      </p>
    </div>
  );
}
