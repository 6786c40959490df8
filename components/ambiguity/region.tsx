import { drawn, HEIGHT, linePath, WIDTH } from '../plane/board';
import { cssPlace, placeOf } from '../plane/plane';
import { arrowStep, useDrag } from '../plane/use-drag';
import type { Board } from './model';

const polygon = (ring: readonly number[]): string =>
  Array.from({ length: ring.length / 2 }, (_, i) => drawn(ring[2 * i], ring[2 * i + 1])).join(' ');

/** Shaded where separating lines disagree, tinted where all of them agree; some of these lines. */
export function Region({ board }: { board: Board }) {
  return (
    <>
      <rect width={WIDTH} height={HEIGHT} className="ambiguous" />
      <path className="bundle" d={board.bundle.map(linePath).join('')} />
      <polygon points={polygon(board.clear.yes)} className="half yes" />
      <polygon points={polygon(board.clear.no)} className="half no" />
      {board.yes && <path className="says yes" d={linePath(board.yes)} />}
      {board.no && <path className="says no" d={linePath(board.no)} />}
    </>
  );
}

/** Units of the board that an arrow key moves the new point. */
const STEP = 10;
const MARGIN = 20;
const within = (value: number, most: number) => Math.round(Math.min(most - MARGIN, Math.max(MARGIN, value)));

interface Props {
  place: readonly [number, number];
  /** 1 or −1 where all separating lines agree, 0 where they do not. */
  verdict: number;
  onMove: (place: [number, number]) => void;
}

/** The new point: drag it, or move it with the arrow keys. */
export function NewPoint({ place: [x, y], verdict, onMove }: Props) {
  const move = (px: number, py: number) => onMove([within(px, WIDTH), within(py, HEIGHT)]);
  const grip = useDrag<null>({ onMove: (_, event) => move(...placeOf(event)) });
  const words = verdict > 0 ? 'every line says orange' : verdict < 0 ? 'every line says blue' : 'ambiguous';
  return (
    <button
      type="button"
      className={`grip new-point ${verdict > 0 ? 'yes' : verdict < 0 ? 'no' : ''}`}
      style={cssPlace(x, y)}
      aria-label={`New point, ${words}: arrow keys move it`}
      {...grip(null)}
      onKeyDown={(event) => {
        const step = arrowStep(event);
        if (!step) return;
        event.preventDefault();
        move(x + STEP * step[0], y + STEP * step[1]);
      }}
    >
      <svg viewBox="-16 -16 32 32" aria-hidden="true">
        <circle r="13" />
        <text textAnchor="middle" dy="0.36em">
          ?
        </text>
      </svg>
    </button>
  );
}
