import { type Tally, wilson } from '../../engine/cover/trials';
import { percent } from '../charts/plot';

interface Props {
  /** Where it lies on the axis, from 0 to 1. */
  x: number;
  tally: Tally;
  /** Where a share lies on its axis, from 0 to 1. */
  place: (share: number) => number;
  className?: string;
}

/** A measured share as a dot with its 95 % confidence bar; nothing before the first trial. */
export function Measured({ x, tally, place, className = '' }: Props) {
  if (tally.trials === 0) return null;
  const [low, high] = wilson(tally);
  const at = percent(x);
  return (
    <g className={`measured ${className}`}>
      <line x1={at} x2={at} y1={percent(1 - place(low))} y2={percent(1 - place(high))} />
      <circle cx={at} cy={percent(1 - place(tally.successes / tally.trials))} r="3.5" />
    </g>
  );
}
