import type { ReactNode } from 'react';
import { type Axis, percent } from '../charts/plot';

/** An axis of chances, from none to certain. */
export const chanceAxis = (title: string): Axis => ({
  place: (chance) => chance,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  format: (chance) => `${Math.round(100 * chance)}%`,
  title,
});

/** Units of the stretched drawing that holds the curves. */
const UNIT = 1000;

/** A curve through places of the plot, each from 0 to 1 across and up. */
export const curvePath = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], i) => `${i ? 'L' : 'M'}${Math.round(UNIT * x)} ${Math.round(UNIT * (1 - y))}`).join('');

/** Holds curves: stretched over the plot, and cut off at its sides. */
export function Curves({ children }: { children: ReactNode }) {
  return (
    <svg
      className="curves"
      aria-hidden="true"
      viewBox={`0 0 ${UNIT} ${UNIT}`}
      preserveAspectRatio="none"
      width="100%"
      height="100%"
    >
      {children}
    </svg>
  );
}

/** A ring about the place that the reader's numbers pick out. */
export const Here = ({ x, y }: { x: number; y: number }) => (
  <circle className="here" cx={percent(x)} cy={percent(1 - y)} r="8" aria-hidden="true" />
);

/** The place where the chance is one half: a line up to it, a ring, and what is there. */
export function HalfMark({ x, text, dy }: { x: number; text: string; dy: number }) {
  return (
    <g className="half-mark">
      <line x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
      <circle cx={percent(x)} cy="50%" r="7" />
      <text className="name" x={percent(x)} y="50%" dx="14" dy={dy}>
        {text}
      </text>
    </g>
  );
}
