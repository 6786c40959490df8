import { scaleLog } from 'd3-scale';
import { percent } from '../charts/plot';
import { formatCount, formatShare } from '../format';
import { logBins, shareWithin } from './model';

interface Props {
  /** The true count. */
  truth: number;
  eps: number;
  delta: number;
  /** One estimate a trial, and one answer for every few of them. */
  estimates: readonly number[];
  medians: readonly number[];
  /** Trials that make one answer. */
  group: number;
  /** The estimate of the trial that is laid open. */
  open: number | null;
  /** The set is so small that it is counted, without a trial. */
  exact: boolean;
}

const BINS = 72;

/** Part of a row that its highest bar takes; the words stand above. */
const BARS = 0.66;

/** The axis shows this factor around the truth at least. */
const LEAST_FACTOR = 2.4;

/** How much further than the band the axis reaches for estimates beyond it. */
const BEYOND = 2;

/** Room around the outermost mark. */
const ROOM = 1.18;

/** How far around the truth the axis reaches: the band, and what lies not too far beyond it. */
function reach(values: readonly number[], truth: number, eps: number): number {
  const farthest = values.reduce((most, value) => Math.max(most, value / truth, truth / value), 1);
  return ROOM * Math.max(1 + eps, LEAST_FACTOR / ROOM, Math.min(farthest, BEYOND * (1 + eps)));
}

const NICE = [1, 1.5, 2, 3, 4, 5, 7];

/** Round numbers along the axis, none near the truth, whose own label stands there. */
function ticksIn(low: number, high: number, truth: number): number[] {
  const dense = high / low < 40;
  const ticks: number[] = [];
  for (let power = 1; power <= high; power *= 10) {
    for (const nice of dense ? NICE : [1]) ticks.push(nice * power);
  }
  const apart = (high / low) ** 0.07;
  return ticks.filter((t) => t >= low && t <= high && Number.isInteger(t) && Math.max(t / truth, truth / t) > apart);
}

const within = (values: readonly number[], truth: number, eps: number) => formatShare(shareWithin(values, truth, eps));

/** Estimates and answers on one logarithmic axis, the promised band behind them. */
export function Estimates({ truth, eps, delta, estimates, medians, group, open, exact }: Props) {
  const factor = reach(open === null ? estimates : [...estimates, open], truth, eps);
  const [low, high] = [truth / factor, truth * factor];
  const place = scaleLog([low, high], [0, 1]);
  const beyond = estimates.filter((value) => value < low || value > high).length;
  const tried = [
    {
      name: 'singles',
      values: estimates,
      title: `${formatCount(estimates.length)} trials`,
      text:
        estimates.length > 0
          ? `${within(estimates, truth, eps)} within the band${beyond > 0 ? `, ${beyond} off the axis` : ''}`
          : 'none has been run',
    },
    {
      name: 'answers',
      values: medians,
      title:
        group === 1
          ? `${formatCount(medians.length)} answers, of one trial each`
          : `${formatCount(medians.length)} answers, each the median of ${group} trials`,
      text:
        (medians.length > 0 ? `${within(medians, truth, eps)} within the band; ` : '') +
        `promised: ${formatShare(1 - delta)}`,
    },
  ];
  const rows = exact ? [] : tried;
  const factorText = Number((1 + eps).toFixed(3));
  const wide = Math.log(1 + eps) / Math.log(factor) > 0.6;
  const [left, right] = wide ? (['middle', 'middle'] as const) : (['end', 'start'] as const);
  const band = [truth / (1 + eps), truth * (1 + eps)].map(place);
  return (
    <div className="plot estimates">
      <div className="plot-area">
        <svg role="img" aria-label="Estimates of the number of models" width="100%" height="100%">
          <rect className="band" x={percent(band[0])} width={percent(band[1] - band[0])} y="0" height="100%" />
          <text className="band-name" x={percent(band[0])} y="0" dy="-8" textAnchor={left}>
            ÷ {factorText} = {formatCount(Math.round(truth / (1 + eps)))}
          </text>
          <text className="band-name" x={percent(band[1])} y="0" dy="-8" textAnchor={right}>
            × {factorText} = {formatCount(Math.round(truth * (1 + eps)))}
          </text>
          <line className="floor" x1="0" x2="100%" y1="100%" y2="100%" />
          {!exact && <line className="floor" x1="0" x2="100%" y1="50%" y2="50%" />}
          <line className="truth" x1={percent(place(truth))} x2={percent(place(truth))} y1="-20" y2="100%" />
          <text className="truth-name" x={percent(place(truth))} y="0" dy="-25" textAnchor="middle">
            {formatCount(truth)} models
          </text>
          {rows.map(({ name, values, title, text }, row) => {
            const bins = logBins(values, low, high, BINS);
            const most = Math.max(1, ...bins);
            return (
              <svg key={name} className={name} y={percent(row / 2)} height="50%" overflow="visible" aria-hidden="true">
                {bins.map((count, bin) =>
                  count === 0 ? null : (
                    <rect
                      // biome-ignore lint/suspicious/noArrayIndexKey: bin i is the i-th interval
                      key={bin}
                      x={percent((bin + 0.08) / BINS)}
                      width={percent(0.84 / BINS)}
                      y={percent(1 - (BARS * count) / most)}
                      height={percent((BARS * count) / most)}
                    />
                  ),
                )}
                <text className="row-title row-text" x="0" y="0" dy="22">
                  {title}
                </text>
                <text className="row-text" x="0" y="0" dy="40">
                  {text}
                </text>
              </svg>
            );
          })}
          {exact && (
            <text className="row-title row-text" x="0" y="0" dy="22">
              No trial is needed: the count is exact
            </text>
          )}
          {open !== null && (
            <g className="open">
              <line x1={percent(place(open))} x2={percent(place(open))} y1="50%" y2="50%" />
              <circle cx={percent(place(open))} cy="50%" r="5" />
            </g>
          )}
          <g className="axis" aria-hidden="true">
            {ticksIn(low, high, truth).map((tick) => (
              <g key={tick}>
                <line x1={percent(place(tick))} x2={percent(place(tick))} y1="100%" y2="100%" className="mark" />
                <text x={percent(place(tick))} y="100%" dy="18" textAnchor="middle">
                  {formatCount(tick)}
                </text>
              </g>
            ))}
            <text className="axis-title" x="100%" y="100%" dy="40" textAnchor="end">
              estimated number of models →
            </text>
          </g>
        </svg>
      </div>
    </div>
  );
}
