import { type PointerEvent, useMemo, useRef } from 'react';
import type { Vector } from '../../engine/cover/sphere';
import { arrowStep, useDrag } from '../plane/use-drag';
import { Circle } from './circle';
import { type Arrangement, inPlane, type Judged } from './model';
import { Sphere } from './sphere';
import { farSide, isFront, nudge, project, RADIUS, unit, unproject, type View } from './sphere-view';

interface Props {
  arrangement: Arrangement;
  judged: Judged;
  points: readonly number[];
  view: View;
  picked: Vector;
  pickedCell: number;
  hoveredCell: number;
  /** The point whose circle is to be told from the others. */
  point: number | null;
  onPick: (direction: Vector) => void;
  onHover: (direction: Vector | null) => void;
  /** Turn the sphere by degrees, to the right and up. */
  onTurn: (right: number, up: number) => void;
}

/** Half the width of the drawing, in units of which the sphere's radius has 100. */
const HALF = 112;
const KEY_DEGREES = 4;

/** The space of models, a sphere or a circle, to be turned, looked at and picked from. */
export function Space(props: Props) {
  const { arrangement, judged, points, view, picked, pickedCell, hoveredCell, point } = props;
  const root = useRef<HTMLDivElement>(null);
  const round = arrangement.d === 3;

  const directionAt = (event: { clientX: number; clientY: number }): Vector | null => {
    const box = root.current!.getBoundingClientRect();
    const [x, y] = [
      (2 * HALF * (event.clientX - box.left)) / box.width - HALF,
      (2 * HALF * (event.clientY - box.top)) / box.height - HALF,
    ];
    if (round) return unproject(view, x, y);
    return Math.hypot(x, y) < RADIUS / 5 ? null : unit([x, -y, 0]);
  };
  const pickAt = (event: { clientX: number; clientY: number }) => {
    const direction = directionAt(event);
    if (direction) props.onPick(direction);
  };
  const turner = useDrag<null>({
    onMove: (_, event, dx, dy) => {
      if (!round) return pickAt(event);
      const degrees = ((180 / Math.PI) * (2 * HALF)) / (RADIUS * root.current!.clientWidth);
      props.onTurn(-dx * degrees, dy * degrees);
    },
    onPress: (_, event) => pickAt(event),
  });
  const model = useDrag<null>({ onMove: (_, event) => pickAt(event) });
  const hover = (event: PointerEvent) =>
    event.pointerType === 'mouse' && event.buttons === 0 && props.onHover(directionAt(event));

  const normals = useMemo(() => {
    const flat = inPlane(points);
    return Array.from({ length: points.length / 2 }, (_, i) => unit([flat[2 * i], flat[2 * i + 1], 1]));
  }, [points]);
  const behind = useMemo(() => farSide(view), [view]);
  const [mx, my] = round ? project(view, picked) : [0, 0];
  const place = { left: `${50 + (50 * mx) / HALF}%`, top: `${50 + (50 * my) / HALF}%` };
  const common = { judged, pickedCell, hovered: hoveredCell, point };
  return (
    <div className="space" ref={root}>
      {arrangement.d === 3 ? (
        <Sphere {...common} cells={arrangement.cells} view={view} normals={normals} picked={picked} />
      ) : (
        <Circle
          {...common}
          cells={arrangement.cells}
          directions={normals.map(([x, y]) => Math.atan2(y, x))}
          picked={Math.atan2(picked[1], picked[0])}
        />
      )}
      <button
        type="button"
        className={round ? 'turner round' : 'turner'}
        aria-label={
          round ? 'The sphere of models: arrow keys turn it' : 'The circle of models: arrow keys move the model'
        }
        {...turner(null)}
        onPointerMove={hover}
        onPointerLeave={() => props.onHover(null)}
        onKeyDown={(event) => {
          const step = arrowStep(event);
          if (!step) return;
          event.preventDefault();
          if (round) props.onTurn(KEY_DEGREES * step[0], KEY_DEGREES * step[1]);
          else props.onPick(turned(picked, (-KEY_DEGREES / 2) * (step[0] - step[1])));
        }}
      />
      {round && isFront(view, picked) && (
        <button
          type="button"
          className="grip"
          style={place}
          aria-label="The model: arrow keys move it over the sphere"
          {...model(null)}
          onKeyDown={(event) => {
            const step = arrowStep(event);
            if (!step) return;
            event.preventDefault();
            props.onPick(nudge(view, picked, 0.03 * step[0], 0.03 * step[1]));
          }}
        />
      )}
      {arrangement.d === 3 && (
        <button type="button" className="far-side" onClick={() => props.onTurn(180, 0)}>
          <Sphere {...common} cells={arrangement.cells} view={behind} normals={normals} picked={picked} small />
          <span>far side</span>
        </button>
      )}
    </div>
  );
}

function turned([x, y]: Vector, degrees: number): Vector {
  const angle = Math.atan2(y, x) + (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), 0];
}
