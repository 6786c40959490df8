import { HEIGHT, lineAt, onBoard, WIDTH } from './board';
import { cssPlace, placeOf } from './plane';
import { arrowStep, useDrag } from './use-drag';

/** A line by a point of it and its direction in degrees. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
}

interface Props {
  pose: Pose;
  onPose: (pose: Pose) => void;
  /** The line turns about its point, which stays where it is. */
  fixed?: boolean;
}

/** Keys turn by so many degrees and move by so many units of the board. */
const TURN = 2;
const MOVE = 12.5;
/** An end of the line nearer to its point than this is no handle to turn it by. */
const SHORTEST_LEVER = 110;

const within = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** Handles of a line: one to move it, and its ends to turn it. */
export function LineGrips({ pose, onPose, fixed = false }: Props) {
  const { x, y, degrees } = pose;
  const ends = onBoard(lineAt(x, y, degrees));
  const levers = (ends ?? []).map(([ex, ey], k) => ({
    behind: k === 0,
    far: Math.hypot(ex - x, ey - y) > SHORTEST_LEVER,
    // a little inside, so that the handle is not cut by the border
    at: [ex + (x - ex) * 0.06, ey + (y - ey) * 0.06] as const,
  }));
  const shift = (dx: number, dy: number) => onPose({ x: within(x + dx, WIDTH), y: within(y + dy, HEIGHT), degrees });
  const turn = (to: number) => onPose({ x, y, degrees: ((Math.round(to) % 360) + 360) % 360 });

  const body = useDrag<null>({
    onMove: (_, event) => {
      const [px, py] = placeOf(event);
      onPose({ x: within(px, WIDTH), y: within(py, HEIGHT), degrees });
    },
  });
  const end = useDrag<boolean>({
    onMove: (behind, event) => {
      const [px, py] = placeOf(event);
      turn((Math.atan2(py - y, px - x) * 180) / Math.PI + (behind ? 180 : 0));
    },
  });
  return (
    <>
      {levers.map(
        ({ behind, far, at }) =>
          far && (
            <button
              key={String(behind)}
              type="button"
              className="grip turn-grip"
              style={cssPlace(...at)}
              aria-label={`Turn the line, now at ${Math.round(degrees)}°: arrow keys`}
              {...end(behind)}
              onKeyDown={(event) => {
                const step = arrowStep(event);
                if (!step) return;
                event.preventDefault();
                turn(degrees + TURN * (step[0] || step[1]) * -1);
              }}
            >
              <Turn />
            </button>
          ),
      )}
      {!fixed && (
        <button
          type="button"
          className="grip move-grip"
          style={cssPlace(x, y)}
          aria-label="Move the line: arrow keys"
          {...body(null)}
          onKeyDown={(event) => {
            const step = arrowStep(event);
            if (!step) return;
            event.preventDefault();
            shift(MOVE * step[0], MOVE * step[1]);
          }}
        >
          <Move />
        </button>
      )}
    </>
  );
}

const Turn = () => (
  <svg viewBox="-12 -12 24 24" aria-hidden="true">
    <circle r="9.5" />
    <path fill="none" d="M-4.5 2.6A5 5 0 1 1 3.2 4M3.2 4 3.6.7M3.2 4 6.4 4.6" />
  </svg>
);

const Move = () => (
  <svg viewBox="-12 -12 24 24" aria-hidden="true">
    <circle r="9.5" />
    <path
      fill="none"
      d="M-5.5 0H5.5M0-5.5V5.5M-5.5 0l1.8-1.8M-5.5 0l1.8 1.8M5.5 0 3.7-1.8M5.5 0 3.7 1.8M0-5.5-1.8-3.7M0-5.5l1.8 1.8M0 5.5-1.8 3.7M0 5.5l1.8-1.8"
    />
  </svg>
);
