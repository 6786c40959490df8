import type { CircleCells } from '../../engine/cover/circle';
import type { Judged } from './model';
import { shadeOf } from './shade';
import { RADIUS } from './sphere-view';

interface Props {
  cells: CircleCells;
  judged: Judged;
  /** Points of the board: each cuts the circle at a right angle to its direction. */
  directions: readonly number[];
  /** Angle of the picked model, in radians. */
  picked: number;
  pickedCell: number;
  hovered: number;
  point: number | null;
}

const INNER = 62;
const round = (value: number) => Math.round(10 * value) / 10;
const at = (radius: number, angle: number): string =>
  `${round(radius * Math.cos(angle))} ${round(-radius * Math.sin(angle))}`;

/** A ring segment. */
function arcPath(from: number, length: number): string {
  const large = length > Math.PI ? 1 : 0;
  const to = from + length;
  return `M${at(INNER, from)}L${at(RADIUS, from)}A${RADIUS} ${RADIUS} 0 ${large} 0 ${at(RADIUS, to)}L${at(INNER, to)}A${INNER} ${INNER} 0 ${large} 1 ${at(INNER, from)}Z`;
}

/** The circle of models of d = 2, cut by every point at two opposite places. */
export function Circle({ cells, judged, directions, picked, pickedCell, hovered, point }: Props) {
  const arcs = Array.from({ length: cells.count }, (_, c) => ({ c, from: cells.from[c], length: cells.length[c] }));
  const [mx, my] = [Math.cos(picked), -Math.sin(picked)];
  return (
    <svg viewBox="-112 -112 224 224" className="sphere" aria-hidden="true">
      {arcs.map(({ c, from, length }) => (
        <path key={c} d={arcPath(from, length)} style={shadeOf(c, judged).style} className="arc" />
      ))}
      {[hovered, pickedCell].map(
        (cell, k) =>
          cell >= 0 && (
            <path
              key={k === 0 ? 'hovered' : 'picked'}
              d={arcPath(cells.from[cell], cells.length[cell])}
              className="cell-picked"
            />
          ),
      )}
      {arcs.map(
        ({ c, from, length }) =>
          length > 0.1 && (
            <text
              key={c}
              x={round(0.5 * (RADIUS + INNER) * Math.cos(from + length / 2))}
              y={round(-0.5 * (RADIUS + INNER) * Math.sin(from + length / 2))}
              dy="0.36em"
              className={shadeOf(c, judged).dark ? 'light' : ''}
            >
              {judged.errors[c]}
            </text>
          ),
      )}
      {directions.flatMap((direction, i) =>
        [1, -1].map((side) => {
          const angle = direction + (side * Math.PI) / 2;
          const name = i === point ? 'named' : '';
          return (
            <g key={`${direction} ${side}`}>
              <path d={`M${at(INNER - 3, angle)}L${at(RADIUS + 3, angle)}`} className={`circle ${name}`} />
              <text
                x={round(1.09 * RADIUS * Math.cos(angle))}
                y={round(-1.09 * RADIUS * Math.sin(angle))}
                dy="0.36em"
                className={`name ${name}`}
              >
                {i + 1}
              </text>
            </g>
          );
        }),
      )}
      <path d={`M0 0L${round((INNER - 5) * mx)} ${round((INNER - 5) * my)}`} className="arrow" />
      <circle cx={round((INNER - 5) * mx)} cy={round((INNER - 5) * my)} r="4" className="model" />
    </svg>
  );
}
