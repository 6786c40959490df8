import { HEIGHT, linePath, sideOnBoard, WIDTH } from './board';

interface Props {
  /** x0, y0, x1, y1, … on the board. */
  points: ArrayLike<number>;
  signs: ArrayLike<number>;
  /** A line that makes the labelling, when there is one. */
  line?: ArrayLike<number> | null;
  /** A point to be told from the others. */
  picked?: number;
}

/** A tenth of the board's units keeps the text of the page short. */
const tenth = (x: number): string => (Math.round(x) / 10).toString();

/** Dots as strokes of no length with round ends. */
function dots(points: ArrayLike<number>, signs: ArrayLike<number>, sign: number): string {
  let d = '';
  for (let i = 0; i < signs.length; i++)
    if (signs[i] === sign) d += `M${tenth(points[2 * i])} ${tenth(HEIGHT - points[2 * i + 1])}h0`;
  return d;
}

/** A labelling as a small picture: discs are yes, rings are no. */
export function Tile({ points, signs, line, picked }: Props) {
  const no = dots(points, signs, -1);
  return (
    <svg className="tile-picture" viewBox={`0 0 ${WIDTH / 10} ${HEIGHT / 10}`} aria-hidden="true">
      {line && (
        <g transform="scale(.1)">
          <rect width={WIDTH} height={HEIGHT} className="half no" />
          <polygon points={sideOnBoard([line], 1)} className="half yes" />
          <path className="line" d={linePath(line)} />
        </g>
      )}
      {picked !== undefined && (
        <path className="halo" d={`M${tenth(points[2 * picked])} ${tenth(HEIGHT - points[2 * picked + 1])}h0`} />
      )}
      <path className="yes" d={dots(points, signs, 1)} />
      {no && <path className="no" d={no} />}
      {no && <path className="hole" d={no} />}
    </svg>
  );
}
