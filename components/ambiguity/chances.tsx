import type { AmbiguityPlace, Draw } from '../../engine/cover/ambiguity';
import { ambiguityChance, ambiguityLimit } from '../../engine/cover/chance';
import type { Tally } from '../../engine/cover/trials';
import { type Axis, Plot, percent } from '../charts/plot';
import { Curves, chanceAxis, curvePath, Here } from '../trials/chance-plot';
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

const chances = chanceAxis('chance that a new point is ambiguous');

const LIMIT = curvePath(Array.from({ length: 51 }, (_, i) => [along(1 + i / 10), ambiguityLimit(1 + i / 10)]));

/** Where N is large against the width of the plot, not every N is drawn. */
const CURVES = [...DIMENSIONS, FAR].map((d) => {
  const steps = Math.min(d, 20);
  const place = (i: number) => d + (i * d) / steps;
  return {
    d,
    path: curvePath(
      Array.from({ length: (MOST_RATIO - 1) * steps + 1 }, (_, i) => [
        along(place(i) / d),
        ambiguityChance(place(i), d),
      ]),
    ),
  };
});

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
      y={chances}
      label="Chance that a new point is ambiguous, against the number of points"
      className="chances"
    >
      <Curves>
        <path className="broad-curve" d={LIMIT} />
        {CURVES.map(({ d, path }) => (
          <path key={d} className={d === 3 ? 'curve picked' : 'curve'} d={path} />
        ))}
      </Curves>
      {placesOf(draw).map((place) => (
        <Measured
          key={`${place.points},${place.dimension}`}
          x={along(place.points / place.dimension)}
          tally={tally(place)}
          place={chances.place}
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
      <Here x={along(points / 3)} y={ambiguityChance(points, 3)} />
    </Plot>
  );
}
