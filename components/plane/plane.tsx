import type { ReactNode } from 'react';
import { HEIGHT, KNOT, linePath, nearestKnot, sideOnBoard, WIDTH } from './board';
import { arrowStep, useDrag } from './use-drag';

/** The place on the board where a pointer is. */
export function placeOf(event: PointerEvent): [number, number] {
  const box = (event.target as Element).closest('.plane')!.getBoundingClientRect();
  return [(WIDTH * (event.clientX - box.left)) / box.width, HEIGHT * (1 - (event.clientY - box.top) / box.height)];
}

/** Where something stands on the board, as CSS has it. */
export const cssPlace = (x: number, y: number) => ({
  left: `${x / (WIDTH / 100)}%`,
  top: `${100 - y / (HEIGHT / 100)}%`,
});

interface Props {
  /** x0, y0, x1, y1, … on the board. */
  points: ArrayLike<number>;
  /** The answer at every point: 1 is yes, −1 no, 0 neither. */
  signs: ArrayLike<number>;
  /** Lines; what is on the same side of all of them is tinted. */
  lines?: readonly ArrayLike<number>[];
  /** What is written in a point. */
  mark?: (i: number) => string;
  /** A point to be told from the others. */
  picked?: number;
  /** What a point is called, for those who cannot see it, and what can be done with it. */
  nameOf: (i: number) => string;
  onMove?: (i: number, x: number, y: number) => void;
  onPress?: (i: number) => void;
  /** A point is hovered or has the focus, or none is. */
  onLook?: (i: number | null) => void;
  /** Points that the line is wrong about are drawn as squares. */
  wrong?: (i: number) => boolean;
  /** Drawn between the tints and the points, in board units with y downwards. */
  children?: ReactNode;
  /** Marks and grips above the points. */
  over?: ReactNode;
  className?: string;
}

/** Points on a board, coloured by their answers, to be dragged or pressed; lines with their sides tinted. */
export function Plane({
  points,
  signs,
  lines = [],
  mark,
  picked,
  nameOf,
  onMove,
  onPress,
  onLook,
  wrong,
  children,
  over,
  className = '',
}: Props) {
  const grip = useDrag<number>({
    onMove: (i, event) => onMove?.(i, ...nearestKnot(...placeOf(event))),
    onPress,
  });
  const indices = Array.from({ length: points.length / 2 }, (_, i) => i);
  const at = (i: number) => cssPlace(points[2 * i], points[2 * i + 1]);
  return (
    <div className={`plane ${className}`}>
      <svg width="100%" height="100%" aria-hidden="true">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="board" aria-hidden="true">
          <rect width={WIDTH} height={HEIGHT} className="paper" />
          {lines.length > 0 && <polygon points={sideOnBoard(lines, 1)} className="half yes" />}
          {lines.length > 0 && <polygon points={sideOnBoard(lines, -1)} className="half no" />}
          {children}
          {lines.map((line) => (
            <path key={linePath(line)} className="line" d={linePath(line)} />
          ))}
        </svg>
        {indices.map((i) => (
          <svg key={i} x={at(i).left} y={at(i).top} className={`point ${answerClass(signs[i])}`} aria-hidden="true">
            {i === picked && <circle r="16" className="halo" />}
            {wrong?.(i) ? <rect x="-10.5" y="-10.5" width="21" height="21" /> : <circle r="11.5" />}
            <text textAnchor="middle" dy="0.36em">
              {mark ? mark(i) : i + 1}
            </text>
          </svg>
        ))}
      </svg>
      {indices.map((i) => (
        <button
          key={i}
          type="button"
          className="grip point-grip"
          style={at(i)}
          aria-label={nameOf(i)}
          {...grip(i)}
          onPointerEnter={() => onLook?.(i)}
          onPointerLeave={() => onLook?.(null)}
          onFocus={() => onLook?.(i)}
          onBlur={() => onLook?.(null)}
          // a click without a pointer: a key, or a helper's
          onClick={(event) => event.detail === 0 && onPress?.(i)}
          onKeyDown={(event) => {
            const step = onMove && arrowStep(event);
            if (!step) return;
            event.preventDefault();
            onMove(i, ...nearestKnot(points[2 * i] + KNOT * step[0], points[2 * i + 1] + KNOT * step[1]));
          }}
        />
      ))}
      {over}
    </div>
  );
}

/** The class of a point or an area by its answer. */
export const answerClass = (sign: number): string => (sign > 0 ? 'yes' : sign < 0 ? 'no' : 'neither');
