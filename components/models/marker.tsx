import type { KeyboardEvent, PointerEvent } from 'react';
import { percent } from '../charts/plot';

export type Direction = 'left' | 'right' | 'up' | 'down';

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface Props {
  name: 'A' | 'B';
  x: number;
  y: number;
  /** What the marker stands for, read aloud. */
  text: string;
  /** To the nearest model in a direction. */
  onStep: (direction: Direction) => void;
  /** To the model nearest to a place in the plot, from 0 to 1. */
  onMove: (x: number, y: number) => void;
  /** Taken hold of. */
  onTake: () => void;
}

/** Where a pointer is in the plot, from 0 to 1, y upwards. */
export function placeOf(event: PointerEvent<Element>): [number, number] {
  const box = event.currentTarget.closest('.plot-area')!.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height];
}

/** A picked model: drag it or step it with the arrow keys from dot to dot. */
export function Marker({ name, x, y, text, onStep, onMove, onTake }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    if (!direction) return;
    event.preventDefault();
    onStep(direction);
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(...placeOf(event));
  };
  return (
    <g
      className={`marker ${name}`}
      role="slider"
      tabIndex={0}
      aria-label={`Model ${name}`}
      aria-valuenow={Math.round(100 * x)}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      onFocus={onTake}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      <circle className="target" cx={percent(x)} cy={percent(1 - y)} r="18" />
      <circle className="disc" cx={percent(x)} cy={percent(1 - y)} r="11" />
      <text x={percent(x)} y={percent(1 - y)} dy="0.36em" textAnchor="middle">
        {name}
      </text>
    </g>
  );
}
