import { percent } from '../charts/plot';
import type { Judged } from './model';

/** How many cells make 0, 1, … N errors; the bars of the Rashomon set are dark. */
export function Histogram({ judged }: { judged: Judged }) {
  const { histogram, rashomon } = judged;
  const most = Math.max(...histogram);
  const width = 1 / histogram.length;
  return (
    <div className="histogram">
      <svg width="100%" height="100%" aria-hidden="true">
        {histogram.map((count, errors) => {
          const middle = percent((errors + 0.5) * width);
          const height = (0.98 * count) / most;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the number of errors
            <g key={errors} className={errors <= rashomon.allowed ? 'inside' : ''}>
              <rect
                x={percent((errors + 0.12) * width)}
                width={percent(0.76 * width)}
                y={percent(1 - height)}
                height={percent(height)}
              />
              <text x={middle} y={percent(1 - height)} dy="-5" textAnchor="middle" className="count">
                {count > 0 && count}
              </text>
              <text x={middle} y="100%" dy="16" textAnchor="middle">
                {errors}
              </text>
            </g>
          );
        })}
        <line x1="0" x2="100%" y1="100%" y2="100%" />
        <text x="100%" y="100%" dy="36" textAnchor="end" className="axis-title">
          training errors →
        </text>
        <text x="0" y="0" dy="-14" className="axis-title">
          ↑ cells
        </text>
      </svg>
    </div>
  );
}
