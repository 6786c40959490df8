import { CanvasDots } from '../charts/canvas-dots';
import { type Axis, Plot } from '../charts/plot';
import { type Direction, Marker, placeOf } from '../models/marker';
import type { AxisWords } from './axes';
import type { AxisName } from './shape';
import type { ModelView } from './view';

export type Slot = 'a' | 'b';

interface Props {
  names: { x: AxisName; y: AxisName };
  words: { x: AxisWords; y: AxisWords };
  axes: { x: Axis; y: Axis };
  /** The listed models; missing in the static page, which has a picture instead. */
  places: { x: Float64Array; y: Float64Array } | null;
  count: number;
  picture: string | undefined;
  models: readonly [ModelView, ModelView] | null;
  busy: boolean;
  /** To the model nearest to a place. */
  onPoint: (x: number, y: number) => void;
  onMove: (slot: Slot, x: number, y: number) => void;
  onStep: (slot: Slot, direction: Direction) => void;
  onTake: (slot: Slot) => void;
}

/** A picked model that has left the picture stands at its edge. */
const clamp = (place: number): number => Math.min(1, Math.max(0, place));

/** Every listed model a dot, the two picked ones marked. */
export function Scatter(props: Props) {
  const { names, words, axes, places, count, picture, models, busy } = props;
  const { x, y } = axes;
  const markers = models
    ? ([
        ['a', 'A', models[0]],
        ['b', 'B', models[1]],
      ] as const)
    : [];
  return (
    <div className="scatter" data-busy={busy}>
      <Plot
        x={x}
        y={y}
        label={`Rule sets by ${words.x.title} and by ${words.y.title}`}
        under={places && <CanvasDots {...places} count={count} radius={1.6} />}
      >
        {!places && (
          <svg
            viewBox="0 0 320 320"
            preserveAspectRatio="none"
            className="static-dots"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn by the build
            dangerouslySetInnerHTML={{ __html: picture ?? '' }}
            suppressHydrationWarning
          />
        )}
        <rect
          className="catcher"
          width="100%"
          height="100%"
          onPointerDown={(event) => props.onPoint(...placeOf(event))}
        />
        {markers.map(([slot, name, model]) => {
          const [vx, vy] = [model.at[names.x], model.at[names.y]];
          if (vx === null || vy === null) return null;
          return (
            <Marker
              key={slot}
              name={name}
              x={clamp(x.place(vx))}
              y={clamp(y.place(vy))}
              text={`${words.x.title} ${words.x.say(vx)}, ${words.y.title} ${words.y.say(vy)}`}
              onStep={(direction) => props.onStep(slot, direction)}
              onMove={(px, py) => props.onMove(slot, px, py)}
              onTake={() => props.onTake(slot)}
            />
          );
        })}
      </Plot>
    </div>
  );
}
