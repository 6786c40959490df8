import { type PointerEvent, useRef, useState } from 'react';
import { percent } from '../charts/plot';
import { formatCount } from '../format';
import { placeOf } from '../models/marker';
import type { Box } from './box';

interface Props {
  /** The rectangle that is selected, in places from 0 to 1. */
  box: Box | null;
  /** A click. */
  onPick: (x: number, y: number) => void;
  /** A rectangle was drawn. */
  onSelect: (box: Box) => void;
  /** How many dots lie in a rectangle. */
  count: (box: Box) => number;
  /** A finger draws, too; otherwise it scrolls the page. */
  byFinger: boolean;
}

/** Less than this is a click. */
const DRAGGED = 0.012;

const inside = (place: number): number => Math.min(1, Math.max(0, place));
const span = (a: number, b: number): [number, number] => [inside(Math.min(a, b)), inside(Math.max(a, b))];

/** What lies outside the rectangle is dimmed, so that the dots need not be drawn anew at every move. */
function Shade({ box: { x, y }, text }: { box: Box; text: string }) {
  const [left, right, top, bottom] = [x[0], x[1], 1 - y[1], 1 - y[0]].map(inside);
  return (
    <g className="brush" aria-hidden="true">
      <rect className="shade" width="100%" height={percent(top)} />
      <rect className="shade" width="100%" y={percent(bottom)} height={percent(1 - bottom)} />
      <rect className="shade" width={percent(left)} y={percent(top)} height={percent(bottom - top)} />
      <rect
        className="shade"
        x={percent(right)}
        width={percent(1 - right)}
        y={percent(top)}
        height={percent(bottom - top)}
      />
      <rect
        className="edge"
        x={percent(left)}
        y={percent(top)}
        width={percent(right - left)}
        height={percent(bottom - top)}
      />
      <text x={percent(left)} y={percent(top)} dx="4" dy="-5">
        {text}
      </text>
    </g>
  );
}

/** Takes clicks on the cloud, and rectangles drawn on it. */
export function Brush({ box, onPick, onSelect, count, byFinger }: Props) {
  const start = useRef<readonly [number, number] | null>(null);
  const [drawn, setDrawn] = useState<Box | null>(null);
  const spanTo = (event: PointerEvent<Element>): Box | null => {
    if (!start.current) return null;
    const [x, y] = placeOf(event);
    const [x0, y0] = start.current;
    return Math.max(Math.abs(x - x0), Math.abs(y - y0)) < DRAGGED ? null : { x: span(x0, x), y: span(y0, y) };
  };
  const draws = (event: PointerEvent<Element>) => byFinger || event.pointerType !== 'touch';
  const shown = drawn ?? box;
  return (
    <>
      {shown && <Shade box={shown} text={formatCount(count(shown))} />}
      <rect
        className="catcher"
        width="100%"
        height="100%"
        onPointerDown={(event) => {
          start.current = placeOf(event);
          if (draws(event)) event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (draws(event) && start.current) setDrawn(spanTo(event));
        }}
        onPointerUp={(event) => {
          const rectangle = draws(event) ? spanTo(event) : null;
          if (rectangle && rectangle.x[0] < rectangle.x[1] && rectangle.y[0] < rectangle.y[1]) onSelect(rectangle);
          else if (start.current) onPick(...start.current);
          start.current = null;
          setDrawn(null);
        }}
        onPointerCancel={() => {
          start.current = null;
          setDrawn(null);
        }}
      />
    </>
  );
}
