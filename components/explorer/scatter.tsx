import { CanvasDots } from '../charts/canvas-dots';
import { type Axis, Plot } from '../charts/plot';
import { Marker } from '../models/marker';
import { type Box, countIn } from './box';
import { Brush } from './brush';
import type { Look } from './use-look';
import type { Picking } from './use-picking';
import type { ModelView } from './view';

export type Slot = 'a' | 'b';

interface Props {
  look: Look;
  /** How many of the places are dots. */
  count: number;
  /** The static page's cloud, until the engine has answered. */
  picture: string | undefined;
  models: readonly [ModelView, ModelView] | null;
  busy: boolean;
  picking: Picking;
  onSelect: (box: Box) => void;
  /** A finger draws rectangles. */
  byFinger: boolean;
}

/** So few dots are drawn larger. */
const FEW = 400;

/** A picked model that has left the picture stands at its edge. */
const clamp = (place: number): number => Math.min(1, Math.max(0, place));

/** What an axis means by two places; axes are linear. */
function valuesAt({ place }: Axis, [low, high]: readonly [number, number]): readonly [number, number] {
  const start = place(0);
  const unit = place(1) - start;
  return [(low - start) / unit, (high - start) / unit];
}

/** Every listed model a dot, the two picked ones marked. */
export function Scatter({ look, count, picture, models, busy, picking, onSelect, byFinger }: Props) {
  const { names, words, axes, places, box } = look;
  const { x, y } = axes;
  const markers = models
    ? ([
        ['a', 'A', models[0]],
        ['b', 'B', models[1]],
      ] as const)
    : [];
  return (
    <div className={byFinger ? 'scatter by-finger' : 'scatter'} data-busy={busy}>
      <Plot
        x={x}
        y={y}
        label={`Rule sets by ${words.x.title} and by ${words.y.title}`}
        under={places && <CanvasDots {...places} count={count} radius={count < FEW ? 3 : 1.6} />}
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
        <Brush
          box={box && { x: [x.place(box.x[0]), x.place(box.x[1])], y: [y.place(box.y[0]), y.place(box.y[1])] }}
          onPick={(px, py) => picking.move(picking.active, px, py)}
          onSelect={({ x: across, y: up }) => onSelect({ x: valuesAt(x, across), y: valuesAt(y, up) })}
          count={(rectangle) => (places ? countIn(rectangle, places, count) : 0)}
          byFinger={byFinger}
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
              onStep={(direction) => picking.step(slot, direction)}
              onMove={(px, py) => picking.move(slot, px, py)}
              onTake={() => picking.setActive(slot)}
            />
          );
        })}
      </Plot>
    </div>
  );
}
