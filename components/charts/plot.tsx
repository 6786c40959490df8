import type { ReactNode } from 'react';

/** An axis: where a value lies, from 0 to 1, and what is written along it. */
export interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => ReactNode;
  /** In words, with the unit. */
  readonly title: string;
}

/** A share of the plot as SVG writes it: the drawing is fluid and its text keeps its size, with no script measuring. */
export const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

interface Props {
  x: Axis;
  y: Axis;
  /** What the drawing is, read aloud. */
  label: string;
  /** What stands under the axes and marks: a canvas. */
  under?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Axes and marks of a chart. Marks take percentages; y grows upwards in `place` and is turned here. */
export function Plot({ x, y, label, under, className = '', children }: Props) {
  return (
    <div className={`plot ${className}`}>
      <div className="plot-area">
        {under}
        <svg role="group" aria-label={label} width="100%" height="100%">
          <g className="axis" aria-hidden="true">
            {y.ticks.map((tick) => (
              <g key={tick}>
                <line x1="0" x2="100%" y1={percent(1 - y.place(tick))} y2={percent(1 - y.place(tick))} />
                <text x="-8" y={percent(1 - y.place(tick))} dy="0.35em" textAnchor="end">
                  {y.format(tick)}
                </text>
              </g>
            ))}
            {x.ticks.map((tick) => (
              <g key={tick} className="x-tick">
                <line x1={percent(x.place(tick))} x2={percent(x.place(tick))} y1="100%" y2="100%" className="mark" />
                <text x={percent(x.place(tick))} y="100%" dy="18" textAnchor="middle">
                  {x.format(tick)}
                </text>
              </g>
            ))}
            <text className="axis-title" x="100%" y="100%" dy="40" textAnchor="end">
              {x.title} →
            </text>
            <text className="axis-title" x="-40" y="0" dy="-16">
              ↑ {y.title}
            </text>
          </g>
          {children}
        </svg>
      </div>
    </div>
  );
}
