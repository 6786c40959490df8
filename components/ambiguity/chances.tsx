import type { AmbiguityPlace, Draw } from '../../engine/cover/ambiguity';
import { ambiguityChance, ambiguityLimit } from '../../engine/cover/chance';
import type { Tally } from '../../engine/cover/trials';
import { type Axis, Plot, percent } from '../charts/plot';
import { Measured } from '../trials/measured';

/** Numbers of points at which trials are made: with the lines of the plane (d = 3), and in 10 dimensions. */
const MEASURED: Readonly<Record<number, readonly number[]>> = {
  3: [3, 4, 5, 6, 7, 8, 9, 12, 15, 18],
  10: [10, 15, 20, 25, 30, 40, 50, 60],
};
const DIMENSIONS = [3, 10] as const;
/** Drawn without dots: on its way to the limit. */
const FAR = 100;
const MOST_RATIO = 6;

export const placesOf = (draw: Draw): AmbiguityPlace[] =>
  DIMENSIONS.flatMap((dimension) => MEASURED[dimension].map((points) => ({ points, dimension, draw })));

const along = (ratio: number): number => (ratio - 1) / (MOST_RATIO - 1);

const ratioAxis: Axis = {
  place: along,
  ticks: [1, 2, 3, 4, 5, 6],
  format: String,
  title: 'points per coefficient, N / d',
};

const chanceAxis: Axis = {
  place: (share) => share,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  format: (share) => `${100 * share}%`,
  title: 'chance that a new point is ambiguous',
};

const path = (places: readonly (readonly [number, number])[]): string =>
  places
    .map(([ratio, y], i) => `${i ? 'L' : 'M'}${(1000 * along(ratio)).toFixed(1)} ${(1000 * (1 - y)).toFixed(1)}`)
    .join('');

const LIMIT = path(Array.from({ length: 51 }, (_, i) => [1 + i / 10, ambiguityLimit(1 + i / 10)]));

const CURVES = [...DIMENSIONS, FAR].map((d) => ({
  d,
  path: path(Array.from({ length: (MOST_RATIO - 1) * d + 1 }, (_, i) => [(d + i) / d, ambiguityChance(d + i, d)])),
}));

/** What is written where: a place from 0 to 1 in the plot, and the pixels from there. */
const NAMES = [
  { text: 'lines in the plane, d = 3', className: 'name picked', x: along(2.9), y: 0.05, dx: 0, anchor: 'start' },
  { text: 'd = 10', className: 'name', x: along(1.95), y: 0.62, dx: -4, anchor: 'end' },
  { text: 'd = 100 and', className: 'name', x: along(2.5), y: 0.74, dx: 8, anchor: 'start' },
  { text: 'the limit, broad', className: 'name', x: along(2.5), y: 0.74, dx: 8, anchor: 'start' },
] as const;

interface Props {
  draw: Draw;
  tally: (place: AmbiguityPlace) => Tally;
  /** Points on the board: a place on the curve of the plane. */
  points: number;
}

/** Cover's A(N,d) over N/d, its limit, and what was measured. */
export function Chances({ draw, tally, points }: Props) {
  return (
    <Plot
      x={ratioAxis}
      y={chanceAxis}
      label="Chance that a new point is ambiguous, against the number of points"
      className="chances"
    >
      <svg
        className="curves"
        aria-hidden="true"
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
      >
        <path className="limit" d={LIMIT} />
        {CURVES.map(({ d, path }) => (
          <path key={d} className={d === 3 ? 'curve picked' : 'curve'} d={path} />
        ))}
      </svg>
      {placesOf(draw).map((place) => (
        <Measured
          key={`${place.points},${place.dimension}`}
          x={along(place.points / place.dimension)}
          tally={tally(place)}
          place={chanceAxis.place}
          className={place.dimension === 3 ? 'picked' : ''}
        />
      ))}
      {NAMES.map(({ text, className, x, y, dx, anchor }, i) => (
        <text
          key={text}
          className={className}
          x={percent(x)}
          y={percent(1 - y)}
          dx={dx}
          dy={i === NAMES.length - 1 ? 17 : 0}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
      <circle
        className="here"
        cx={percent(along(points / 3))}
        cy={percent(1 - ambiguityChance(points, 3))}
        r="8"
        aria-hidden="true"
      />
    </Plot>
  );
}
