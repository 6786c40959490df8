import type { ReactNode } from 'react';
import { CanvasDots } from '../charts/canvas-dots';
import { type Axis, Plot } from '../charts/plot';

export interface Placed {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface Props {
  axes: { x: Axis; y: Axis };
  label: string;
  /** All models, the best first; missing in the static page, which has a picture instead. */
  places: Placed | null;
  count: number;
  /** Those that are marked, by number. */
  brushed: readonly number[] | null;
  picture: string | undefined;
  children: ReactNode;
}

const RADIUS = 1.6;

/** Every good model a dot; where some are marked, the others fade. */
export function Dots({ axes, label, places, count, brushed, picture, children }: Props) {
  const marked = places &&
    brushed && {
      x: Float64Array.from(brushed, (k) => places.x[k]),
      y: Float64Array.from(brushed, (k) => places.y[k]),
      count: brushed.length,
    };
  return (
    <Plot
      x={axes.x}
      y={axes.y}
      label={label}
      className={brushed ? 'faded' : ''}
      under={
        places && (
          <>
            <CanvasDots {...places} count={count} radius={RADIUS} />
            {marked && <CanvasDots {...marked} radius={RADIUS} />}
          </>
        )
      }
    >
      {!places && (
        <svg
          viewBox="0 0 320 320"
          preserveAspectRatio="none"
          className="static-dots"
          aria-hidden="true"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn by the build
          dangerouslySetInnerHTML={{ __html: picture ?? '' }}
          suppressHydrationWarning
        />
      )}
      {children}
    </Plot>
  );
}
