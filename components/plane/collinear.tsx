import type { Shortfall } from '../../engine/cover/dichotomies';
import { linePath } from './board';
import { listPoints } from './labelling';

/** Why the count falls short of N(N−1)+2, in sentences; empty in general position. */
export function shortfallWords({ collinear, coincident, missing, expected }: Shortfall): string {
  if (missing === 0) return '';
  const reasons = [
    ...coincident.map(({ points, cost }) => `Points ${listPoints(points)} lie in one place, which costs ${cost}.`),
    ...collinear
      .toSorted((a, b) => b.cost - a.cost)
      .slice(0, 3)
      .map(({ points, cost }) =>
        points.length === 3
          ? `Points ${listPoints(points)} lie on one line: none can cut off ${points[1] + 1} from ${listPoints([points[0], points[2]])}, which costs ${cost}.`
          : `Points ${listPoints(points)} lie on one line, which costs ${cost}.`,
      ),
  ];
  const more = collinear.length > 3 ? ` ${collinear.length - 3} more lines hold three points or more.` : '';
  return `${reasons.join(' ')}${more} So a line makes ${expected - missing}, not ${expected}.`;
}

/** The lines that hold three points or more. */
export function CollinearLines({ shortfall, points }: { shortfall: Shortfall; points: ArrayLike<number> }) {
  return (
    <g className="collinear">
      {shortfall.collinear.map(({ points: on }) => {
        const [p, q] = [on[0], on.at(-1)!];
        const [x, y] = [points[2 * p], points[2 * p + 1]];
        const [dx, dy] = [points[2 * q] - x, points[2 * q + 1] - y];
        return <path key={on.join()} d={linePath([-dy, dx, dy * x - dx * y])} />;
      })}
    </g>
  );
}
