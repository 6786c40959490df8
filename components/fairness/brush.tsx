import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { percent } from '../charts/plot';

/** Left, right, bottom, top in thousandths of the plot; empty for none. */
export type Region = readonly number[];

const WHOLE = 1000;
const STEP = 20;
/** A pointer that has moved less than so many pixels has clicked. */
const CLICK = 4;

const clamp = (value: number): number => Math.min(WHOLE, Math.max(0, Math.round(value)));

/** Whether a place, from 0 to 1, lies in a region. */
export const inside = ([left, right, bottom, top]: Region, x: number, y: number): boolean =>
  x * WHOLE >= left && x * WHOLE <= right && y * WHOLE >= bottom && y * WHOLE <= top;

/** The region that the button marks for those who do not draw. */
export const MIDDLE: Region = [350, 650, 350, 650];

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** Shifts a region within the plot, or moves its right and upper edges. */
function moved([left, right, bottom, top]: Region, [dx, dy]: readonly [number, number], resize: boolean): Region {
  if (resize) return [left, Math.max(left + STEP, clamp(right + dx)), bottom, Math.max(bottom + STEP, clamp(top + dy))];
  const x = Math.min(WHOLE - right, Math.max(-left, dx));
  const y = Math.min(WHOLE - top, Math.max(-bottom, dy));
  return [left + x, right + x, bottom + y, top + y];
}

interface Props {
  region: Region;
  onChange: (region: Region) => void;
  /** Clicked at a place, from 0 to 1. */
  onClick: (x: number, y: number) => void;
}

/** Draws a region over a plot: drag to mark one, arrow keys move it, with Shift they resize it, Escape lifts it. */
export function Brush({ region, onChange, onClick }: Props) {
  const start = useRef<{ x: number; y: number; px: number; py: number; drawing: boolean } | null>(null);

  const placeOf = (event: PointerEvent): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height];
  };
  const onPointerDown = (event: PointerEvent) => {
    const [x, y] = placeOf(event);
    start.current = { x, y, px: event.clientX, py: event.clientY, drawing: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = start.current;
    if (!from) return;
    from.drawing ||= Math.hypot(event.clientX - from.px, event.clientY - from.py) > CLICK;
    if (!from.drawing) return;
    const [x, y] = placeOf(event);
    const sorted = (a: number, b: number) => [clamp(WHOLE * Math.min(a, b)), clamp(WHOLE * Math.max(a, b))];
    onChange([...sorted(from.x, x), ...sorted(from.y, y)]);
  };
  const onPointerUp = () => {
    const from = start.current;
    start.current = null;
    if (!from || from.drawing) return;
    if (region.length > 0) onChange([]);
    else onClick(from.x, from.y);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move) onChange(moved(region, move, event.shiftKey));
    else if (event.key === 'Escape' || event.key === 'Delete') onChange([]);
    else return;
    event.preventDefault();
  };
  return (
    <g className="brush">
      <rect
        className="catcher"
        width="100%"
        height="100%"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          start.current = null;
        }}
      />
      {region.length === 4 && (
        <rect
          className="region"
          role="slider"
          tabIndex={0}
          aria-label="Marked region: arrow keys move it, with Shift they resize it, Escape lifts it"
          aria-valuenow={region[0]}
          aria-valuemin={0}
          aria-valuemax={WHOLE}
          aria-valuetext={`from ${region[0] / 10}% to ${region[1] / 10}% across, ${region[2] / 10}% to ${region[3] / 10}% up`}
          x={percent(region[0] / WHOLE)}
          y={percent(1 - region[3] / WHOLE)}
          width={percent((region[1] - region[0]) / WHOLE)}
          height={percent((region[3] - region[2]) / WHOLE)}
          onKeyDown={onKeyDown}
        />
      )}
    </g>
  );
}
