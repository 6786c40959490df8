import { percent } from '../charts/plot';
import type { View, Weighed } from './view';

/** Room behind the longest bar, as a share of the drawing. */
const ROOM = 1.03;

const decimals = (value: number): string => value.toFixed(4);

interface BarProps {
  name: string;
  set: Weighed;
  lambda: number;
  scale: number;
  y: number;
}

const HEIGHT = 22;

/** An objective in its parts: mistakes of both kinds, and a block for each rule. */
function Bar({ name, set: { missed, caught, rules, objective }, lambda, scale, y }: BarProps) {
  const at = (value: number) => percent(value / scale);
  const parts = [
    { answer: 'no', words: 'missed', from: 0, width: missed },
    { answer: 'yes', words: 'wrongly captured', from: missed, width: caught },
  ];
  return (
    <g className="bar-of">
      <text className="row-name" x="0" y={y - 8}>
        {name}: {decimals(objective)}
      </text>
      {parts.map(({ answer, words, from, width }) => (
        <g key={answer}>
          <rect className={answer} x={at(from)} y={y} width={at(width)} height={HEIGHT} />
          {width > 0.05 * scale && (
            <text className="inside" x={at(from)} y={y + HEIGHT / 2} dx="7" dy="0.35em">
              {width > 0.2 * scale && <tspan className="roomy">{words} </tspan>}
              {decimals(width)}
            </text>
          )}
        </g>
      ))}
      {rules.map((rule, i) => (
        <rect
          key={rule}
          className="rule"
          x={at(missed + caught + i * lambda)}
          y={y}
          width={at(lambda)}
          height={HEIGHT}
        />
      ))}
      {rules.length > 0 && (
        <text className="row-name" x={at(missed + caught)} y={y - 8}>
          {rules.length} λ
        </text>
      )}
    </g>
  );
}

/** The objective of the set against that of the best, and how far the Rashomon set reaches. */
export function Bars({ view }: { view: View }) {
  const { set, best, theta } = view;
  const scale = ROOM * Math.max(set.objective, theta, best.objective);
  const edge = percent(theta / scale);
  return (
    <svg className="bars" width="100%" height="124" role="img" aria-label="The objective in its parts">
      <Bar name="this rule set" set={set} lambda={Number(view.lambda)} scale={scale} y={26} />
      <Bar name="the best" set={best} lambda={Number(view.lambda)} scale={scale} y={76} />
      <line className="theta" x1={edge} x2={edge} y1="20" y2="106" />
      <text className="theta-text" x={edge} y="118" textAnchor="end" dx="2">
        the Rashomon set ends at θ = f* + ε = {decimals(theta)}
      </text>
    </svg>
  );
}
