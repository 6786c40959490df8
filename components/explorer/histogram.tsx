import type { NumberFacts } from '../../engine/data/describe';
import { percent } from '../charts/plot';

interface Props {
  numbers: NumberFacts;
  /** Where the column is cut. */
  cuts: readonly number[];
}

const say = (value: number): string =>
  Math.abs(value) >= 1e5 ? value.toExponential(1) : String(+value.toPrecision(4));

/** The values of a column and where it is cut. */
export function Histogram({ numbers: { least, most, bins }, cuts }: Props) {
  const top = Math.max(...bins);
  const place = (value: number) => (most > least ? (value - least) / (most - least) : 0.5);
  return (
    <div className="column-histogram">
      <svg
        width="100%"
        height="34"
        role="img"
        aria-label={`From ${say(least)} to ${say(most)}${cuts.length > 0 ? `, cut at ${cuts.map(say).join(', ')}` : ''}`}
      >
        {bins.map((count, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
            key={i}
            x={percent(i / bins.length)}
            width={percent(0.9 / bins.length)}
            y={34 - (32 * count) / top}
            height={(32 * count) / top}
          />
        ))}
        {cuts.map((cut) => (
          <line key={cut} x1={percent(place(cut))} x2={percent(place(cut))} y1="0" y2="34" />
        ))}
      </svg>
      <p>
        <span>{say(least)}</span>
        <span>{cuts.length > 0 && `cut at ${cuts.map(say).join(', ')}`}</span>
        <span>{say(most)}</span>
      </p>
    </div>
  );
}
