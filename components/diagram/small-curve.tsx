import { scaleLinear } from 'd3-scale';
import { percent } from '../charts/plot';
import { formatCount } from '../format';
import type { CurveText } from './small';

interface Props {
  curve: CurveText;
  optimum: number;
  theta: number;
  across: (objective: number) => number;
  /** The smaller θ′ that is asked about, and the members within it. */
  within: { readonly theta: number; readonly count: bigint };
  /** Whether the diagram is there to be read. */
  done: boolean;
}

const HEIGHT = 150;
const WIDE = 1000;

/** So much of the width a number of rule sets may take. */
const ROOM = 0.2;

/** Counts from 1 upwards on a logarithmic scale. */
function heights(most: number) {
  const top = Math.max(1, Math.log10(most) * 1.08);
  const ticks = Array.from({ length: Math.floor(Math.log10(Math.max(10, most))) + 1 }, (_, e) => 10 ** e);
  return { place: (count: number) => HEIGHT * (1 - Math.log10(Math.max(1, count)) / top), ticks };
}

/** |R(θ′)| for every θ′ up to θ, under the layer that it is read off, on the same axis. */
export function SmallCurve({ curve, optimum, theta, across, within, done }: Props) {
  const { place, ticks } = heights(Number(curve.counts.at(-1)));
  const objectives = curve.costs.map((cost) => Number(cost) / Number(curve.denominator));
  const line = objectives
    .map((objective, i) => {
      const x = WIDE * across(objective);
      return `${i === 0 ? `M${x} ${HEIGHT}` : `H${x}`}V${place(Number(curve.counts[i])).toFixed(1)}`;
    })
    .join('');
  const end = WIDE * across(theta);
  const x = percent(across(within.theta));
  // The curve never falls: above and to the left of a point on it there is room.
  const isLeft = across(within.theta) > ROOM;
  const labelled = scaleLinear([optimum, theta], [0, 1]).ticks(4);
  return (
    <>
      <svg className="curve-counts" height={HEIGHT + 44} aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick} x="100%" dx="-8" y={place(tick)} dy="0.35em" textAnchor="end">
            {formatCount(tick)}
          </text>
        ))}
      </svg>
      <svg className={done ? 'curve-drawing' : 'curve-drawing ahead'} height={HEIGHT + 44} aria-hidden="true">
        <svg
          viewBox={`0 0 ${WIDE} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          aria-hidden="true"
        >
          {ticks.map((tick) => (
            <path key={tick} className="grid" d={`M0 ${place(tick)}H${WIDE}`} />
          ))}
          <path className="area" d={`${line}H${end}V${HEIGHT}Z`} />
          <path className="line" d={`${line}H${end}`} />
        </svg>
        <text className="head" x="0" y="0" dy="-8">
          rule sets up to θ′
        </text>
        {labelled.map((tick) => (
          <text key={tick} className="tick" x={percent(across(tick))} y={HEIGHT} dy="16" textAnchor="middle">
            {tick.toFixed(4)}
          </text>
        ))}
        <text className="axis-title" x="100%" y={HEIGHT} dy="36" textAnchor="end">
          objective →
        </text>
        <text className="whole" x={percent(across(theta))} y={place(Number(curve.counts.at(-1)))} dx="8" dy="0.35em">
          {formatCount(Number(curve.counts.at(-1)))}
        </text>
        <line className="within" x1={x} x2={x} y1="-24" y2={HEIGHT} />
        <circle className="within" cx={x} cy={place(Number(within.count))} r="5" />
        <text
          className="within"
          x={x}
          y={place(Number(within.count))}
          dx={isLeft ? -9 : 9}
          dy="-9"
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {formatCount(within.count)}
        </text>
      </svg>
    </>
  );
}
