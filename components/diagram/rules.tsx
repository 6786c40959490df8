import { percent } from '../charts/plot';
import { formatShare } from '../format';
import { heightOf, layerY, PITCH } from './geometry';
import type { Small } from './small';

interface Props {
  small: Small;
  /** The rules of the drawn member. */
  taken: readonly number[];
  /** Share of the draws that contain each rule; null while there are few. */
  measured: readonly number[] | null;
}

/** Share of the gutter that a bar of 100 % takes. */
const FULL = 0.8;

/** The rules between the layers that they lead from and to, each with its share of the members. */
export function Rules({ small, taken, measured }: Props) {
  return (
    <svg className="diagram-rules" height={heightOf(small.names.length)} aria-hidden="true">
      <text className="head" x="0" y="0" dy="-6">
        rules, and their share of all models
      </text>
      {small.view.order.map((rule, p) => {
        const y = layerY(p) + PITCH / 2;
        const share = small.containing[rule];
        return (
          <g key={rule} className={taken.includes(rule) ? 'taken' : undefined}>
            <text x="0" y={y} dy="-5">
              <tspan className="number">{p + 1}</tspan>
              <tspan className="name" dx="6">
                {small.names[rule]}
              </tspan>
            </text>
            <rect className="rail" x="0" y={y + 4} width={percent(FULL)} height="5" />
            <rect className="share" x="0" y={y + 4} width={percent(FULL * share)} height="5" />
            {measured && (
              <line
                className="measured"
                x1={percent(FULL * measured[rule])}
                x2={percent(FULL * measured[rule])}
                y1={y + 1}
                y2={y + 12}
              />
            )}
            <text className="percent" x={percent(FULL)} dx="6" y={y + 4} dy="0.55em">
              {formatShare(share)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
