import type { PointerEvent } from 'react';
import { type Axis, Plot, percent } from '../charts/plot';
import { formatCount } from '../format';
import { endOf, logOf, pathOf, spreadLabels } from './places';
import type { Line, Lines } from './view';

interface Props {
  lines: Lines;
  /** The other lines, and the one that is read. */
  others: readonly Line[];
  own: Line;
  axes: { x: Axis; y: Axis };
  /** Index of the tolerance that is read. */
  at: number;
  onPoint: (index: number) => void;
  onHover: (index: number | null) => void;
}

/** The size of the Rashomon set against the tolerance, a line for each price of a rule. */
export function Chart({ lines, others, own, axes, at, onPoint, onHover }: Props) {
  const { x, y } = axes;
  const { epsilons } = lines;
  const all = [...others, own];
  const ends = all.map((line) => y.place(logOf(line.counts[endOf(line)]) ?? 0));
  const labels = spreadLabels(ends);

  const indexOf = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = (event.clientX - box.left) / box.width;
    return Math.min(epsilons.length - 1, Math.max(0, Math.round(place * (epsilons.length - 1))));
  };
  const here = percent(x.place(Number(epsilons[at])));
  return (
    <Plot x={x} y={y} label="Size of the Rashomon set against the tolerance">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="lines" aria-hidden="true">
        {all.map((line) => (
          <path key={line.lambda} className={line === own ? 'own' : ''} d={pathOf(line, lines, axes)} />
        ))}
      </svg>
      <line className="cursor" x1={here} x2={here} y1="0" y2="100%" />
      {all.map((line, i) => {
        const decades = logOf(line.counts[at]);
        return (
          <g key={line.lambda} className={line === own ? 'own' : 'other'}>
            {decades !== null && <circle cx={here} cy={percent(1 - y.place(decades))} r={line === own ? 6 : 3.5} />}
            <text
              className="line-name"
              x={percent(x.place(Number(epsilons[endOf(line)])))}
              y={percent(1 - labels[i])}
              dx="8"
              dy="0.35em"
            >
              λ = {line.lambda}
            </text>
          </g>
        );
      })}
      <Own own={own} axes={axes} epsilons={epsilons} at={at} />
      <rect
        className="catcher"
        width="100%"
        height="100%"
        onPointerDown={(event) => onPoint(indexOf(event))}
        onPointerMove={(event) => (event.buttons > 0 ? onPoint(indexOf(event)) : onHover(indexOf(event)))}
        onPointerLeave={() => onHover(null)}
      />
    </Plot>
  );
}

/** The count that is read, and estimates, drawn otherwise than what was counted. */
function Own({
  own,
  axes: { x, y },
  epsilons,
  at,
}: {
  own: Line;
  axes: Props['axes'];
  epsilons: readonly string[];
  at: number;
}) {
  const decades = logOf(own.counts[at]);
  const place = x.place(Number(epsilons[at]));
  return (
    <g className="own">
      {own.estimates.map((estimate, i) => {
        if (!estimate) return null;
        const [cx, middle] = [percent(x.place(Number(epsilons[i]))), logOf(estimate.value)!];
        return (
          <g key={epsilons[i]} className="estimate">
            <line x1={cx} x2={cx} y1={percent(1 - y.place(estimate.low))} y2={percent(1 - y.place(estimate.high))} />
            <circle cx={cx} cy={percent(1 - y.place(middle))} r="5" />
          </g>
        );
      })}
      {decades !== null && (
        <text
          className="own-count"
          x={percent(place)}
          y={percent(1 - y.place(decades))}
          dx="-10"
          dy="-8"
          textAnchor={place < 0.15 ? 'start' : 'end'}
        >
          {formatCount(BigInt(own.counts[at]!))}
        </text>
      )}
    </g>
  );
}
