import { scaleLinear } from 'd3-scale';
import { percent } from '../charts/plot';
import { formatCount, formatPower, formatShare, log10Of } from '../format';
import type { Counted } from './large';

const WIDE = 1000;
const HEIGHT = 190;

/** The size of the set for every smaller tolerance. */
export function LargeCurve({ large: { curve, optimum, theta } }: { large: Counted }) {
  const width = theta - optimum;
  const across = (above: number) => (width > 0 ? above / width : 0);
  const log10 = curve.counts.map(log10Of);
  const top = Math.max(1, log10.at(-1)!);
  const down = (power: number) => HEIGHT * (1 - power / top);
  const line = curve.above
    .map(
      (above, i) =>
        `${i === 0 ? `M${WIDE * across(above)} ${HEIGHT}` : `H${(WIDE * across(above)).toFixed(1)}`}V${down(log10[i]).toFixed(1)}`,
    )
    .join('');
  const powers = scaleLinear([0, top], [0, 1]).ticks(4).filter(Number.isInteger);
  const tolerances = scaleLinear([0, width], [0, 1]).ticks(4);
  return (
    <div className="large-chart">
      <p className="chart-title">Rule sets, by tolerance</p>
      <div className="curve-frame">
        <svg className="curve-counts" height={HEIGHT + 40} aria-hidden="true">
          {powers.map((power) => (
            <text key={power} x="100%" dx="-8" y={down(power)} dy="0.35em" textAnchor="end">
              {power < 4 ? formatCount(10 ** power) : formatPower(power).replace('1.0 × ', '')}
            </text>
          ))}
        </svg>
        <svg className="curve-drawing" height={HEIGHT + 40} aria-hidden="true">
          <svg
            viewBox={`0 0 ${WIDE} ${HEIGHT}`}
            preserveAspectRatio="none"
            width="100%"
            height={HEIGHT}
            aria-hidden="true"
          >
            {powers.map((power) => (
              <path key={power} className="grid" d={`M0 ${down(power)}H${WIDE}`} />
            ))}
            <path className="area" d={`${line}H${WIDE}V${HEIGHT}Z`} />
            <path className="line" d={`${line}H${WIDE}`} />
          </svg>
          {tolerances.map((tolerance) => (
            <text
              key={tolerance}
              x={percent(across(tolerance))}
              y={HEIGHT}
              dy="16"
              textAnchor={across(tolerance) > 0.95 ? 'end' : 'middle'}
            >
              {tolerance}
            </text>
          ))}
          <text className="axis-title" x="100%" y={HEIGHT} dy="36" textAnchor="end">
            θ′ − f* →
          </text>
        </svg>
      </div>
    </div>
  );
}

/** So few models are as good as none. */
const NEARLY = 0.01;

/** All points, side by side, each divided by the share of all members that say yes to it. */
export function LargePeople({
  large: { yes, points },
  labels,
}: {
  large: Counted;
  labels: { yes: string; no: string; people: string };
}) {
  let from = 0;
  const outline = yes.map(({ share, points: width }) => {
    from += width;
    return `V${(HEIGHT * share).toFixed(2)}H${from}`;
  });
  const among = (least: number, most: number) =>
    yes.reduce((sum, group) => (group.share >= least && group.share <= most ? sum + group.points : sum), 0);
  const [nobody, everybody] = [among(0, NEARLY), among(1 - NEARLY, 1)];
  return (
    <div className="large-chart">
      <p className="chart-title">
        All {formatCount(points)} {labels.people}, each divided as the models are
      </p>
      <svg className="people" height={HEIGHT} aria-hidden="true">
        <svg
          viewBox={`0 0 ${points} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          aria-hidden="true"
        >
          <rect className="no" width={points} height={HEIGHT} />
          <path className="yes" d={`M0 0${outline.join('')}V0Z`} />
        </svg>
      </svg>
      <ul className="people-key">
        <li>
          <b className="yes-word">{formatCount(everybody)}</b> {labels.yes} by 99 % of the models or more
        </li>
        <li>
          <b>{formatCount(points - everybody - nobody)}</b> contested
        </li>
        <li>
          <b className="no-word">{formatCount(nobody)}</b> {labels.no} by 99 % or more
        </li>
      </ul>
    </div>
  );
}

/** The rules that occur most. */
export function LargeRules({ large: { frequent } }: { large: Counted }) {
  return (
    <div className="large-chart">
      <p className="chart-title">Rules that most of them contain</p>
      <ul className="frequent">
        {frequent.map(({ words, share }) => (
          <li key={words}>
            <span className="words">{words}</span>
            <span className="rail">
              <span style={{ width: `${100 * share}%` }} />
            </span>
            <span className="told">{formatShare(share)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
