import { scaleLinear } from 'd3-scale';
import { type Axis, Plot, percent } from '../charts/plot';
import { formatShare } from '../format';
import type { FeatureView, View } from './view';

interface Props {
  view: View;
  onPick: (column: string) => void;
}

const points = (value: number): string => {
  const rounded = Math.round(1000 * value) / 10;
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
};

/** A row's ridge: the higher, the more of the models that use the column rely on it so much. */
function ridge({ bins }: FeatureView, highest: number): string {
  const top = (count: number) => (count === 0 ? 100 : 100 - 6 - 94 * Math.sqrt(count / highest));
  return bins.reduce((d, count, b) => `${d}V${top(count).toFixed(1)}H${b + 1}`, 'M0 100').concat('V100Z');
}

/** The share of a row that its ridge may take. */
const RIDGE = 0.86;

/** For every column how much the good models rely on it, and how much the best does. */
export function Chart({ view: { features, domain, picked, kept }, onPick }: Props) {
  const x = scaleLinear([domain[0], domain[1]], [0, 1]);
  const row = (i: number) => (i + 0.5) / features.length;
  const axes: { x: Axis; y: Axis } = {
    x: {
      place: x,
      ticks: x.ticks(4),
      format: (value) => points(value),
      title: 'mistakes added by swapping, in points',
    },
    y: { place: (i) => i, ticks: [], format: String, title: 'feature' },
  };
  const highest = Math.max(1, ...features.flatMap(({ bins }) => bins));
  return (
    <Plot {...axes} label="How much the good models rely on each feature" className="ridges">
      <line className="zero" x1={percent(x(0))} x2={percent(x(0))} y1="0" y2="100%" />
      {features.map((feature, i) => {
        const base = (i + RIDGE + (1 - RIDGE) / 2) / features.length;
        const { column, title, users, share, least, most, best } = feature;
        return (
          <g key={column} className={column === picked ? 'feature picked' : 'feature'}>
            <text className="name" x="-12" y={percent(row(i))} dy="0.35em" textAnchor="end">
              {title}
            </text>
            <svg
              x="0"
              y={percent(base - RIDGE / features.length)}
              width="100%"
              height={percent(RIDGE / features.length)}
              viewBox={`0 0 ${feature.bins.length} 100`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <path d={ridge(feature, highest)} />
            </svg>
            <line
              className="range"
              x1={percent(x(least))}
              x2={percent(x(most))}
              y1={percent(base)}
              y2={percent(base)}
            />
            <circle className="best" cx={percent(x(best))} cy={percent(base)} r="5" />
            <text className="share" x="100%" dx="12" y={percent(row(i))} dy="0.35em">
              {formatShare(kept > 0 ? users / kept : 0)}
              {Math.abs(users / (kept || 1) - share) > 0.005 && (
                <tspan className="before">, of all {formatShare(share)}</tspan>
              )}
            </text>
            <rect
              className="pick"
              x="0"
              width="100%"
              y={percent(i / features.length)}
              height={percent(1 / features.length)}
              onClick={() => onPick(column)}
            />
          </g>
        );
      })}
      <text className="share-title" x="100%" dx="12" y="0" dy="-16">
        used by
      </text>
    </Plot>
  );
}
