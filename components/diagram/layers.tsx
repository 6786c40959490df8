import type { KeyboardEvent, PointerEvent } from 'react';
import { percent } from '../charts/plot';
import { Children } from './children';
import { heightOf, neighbour, type Place, through } from './geometry';
import { type Drawn, edgePaths, WIDE, walkPath, waysPath } from './lines';

interface Props extends Drawn {
  /** Halves of layers that are done. */
  step: number;
  /** The states that a drawn member passes, or none. */
  path: readonly number[];
  picked: Place;
  pickedText: string;
  onPick: (place: Place) => void;
}

const radiusOf = (members: number): number => 2 + 0.9 * Math.log10(1 + members);

/** The layers of a compiled set from the first decision down. */
export function Layers(props: Props) {
  const { small, geometry, across, step, path, picked, pickedText, onPick } = props;
  const { layers } = small.view;
  const rules = small.names.length;
  const height = heightOf(rules);
  const done = step >> 1;
  const half = step % 2 === 1;
  const stepping = step < 2 * rules;
  const drawn = edgePaths(props, 0, half ? done + 1 : done);
  const ahead = edgePaths(props, half ? done + 1 : done, rules);
  const x = (layer: number, state: number) => across(geometry.best[layer][state]);

  /** The first two edges, the left one first: their names stand for all. */
  const first = (['skip', 'take'] as const)
    .map((decision) => ({ decision, end: layers[0][decision][0] }))
    .filter(({ end }) => end >= 0)
    .sort((a, b) => x(1, a.end) - x(1, b.end));

  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    let nearest = picked;
    let least = Number.POSITIVE_INFINITY;
    for (let layer = 0; layer <= done; layer++) {
      layers[layer].node.forEach((_, state) => {
        const distance = Math.hypot(
          x(layer, state) * box.width - event.clientX + box.left,
          geometry.y[layer][state] - event.clientY + box.top,
        );
        if (distance < least) [nearest, least] = [{ layer, state }, distance];
      });
    }
    onPick(nearest);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(geometry, picked, event.key, done);
    if (!next) return;
    event.preventDefault();
    onPick(next);
  };

  return (
    <svg className="diagram-layers" height={height} onPointerDown={pick}>
      <title>The decision diagram</title>
      <svg viewBox={`0 0 ${WIDE} ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
        <g className="edges ahead">
          <path className="skip" d={ahead.skip} />
          <path className="take" d={ahead.take} />
        </g>
        <g className="edges">
          <path className="skip" d={drawn.skip} />
          <path className="take" d={drawn.take} />
        </g>
        {picked.layer <= done && <path className="ways" d={waysPath(props, picked)} />}
        {path.length > 0 && <path className="walk" d={walkPath(props, path)} />}
      </svg>
      {first.map(({ decision, end }, side) => {
        const isLeft = first.length === 2 && side === 0;
        return (
          <text
            key={decision}
            className="decision"
            x={percent((x(0, 0) + x(1, end)) / 2)}
            y={(geometry.y[0][0] + geometry.y[1][end]) / 2}
            dx={isLeft ? -8 : 10}
            dy={isLeft ? 4 : -4}
            textAnchor={isLeft ? 'end' : 'start'}
            aria-hidden="true"
          >
            {decision}
          </text>
        );
      })}
      {layers.map((layer, p) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the layer's number
        <g key={p} className={p <= done ? 'states' : 'states ahead'} aria-hidden="true">
          {layer.node.map((_, i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the state's number
              key={i}
              cx={percent(x(p, i))}
              cy={geometry.y[p][i].toFixed(1)}
              r={radiusOf(through(small.view, { layer: p, state: i })).toFixed(1)}
            />
          ))}
        </g>
      ))}
      {stepping && step > 0 && <Children {...props} layer={half ? done : done - 1} merged={!half} />}
      {path.map((state, p) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the layer's number
          key={p}
          className="walk-state"
          cx={percent(x(p, state))}
          cy={geometry.y[p][state]}
          r="4.5"
          aria-hidden="true"
        />
      ))}
      <circle
        className="cursor"
        cx={percent(x(picked.layer, picked.state))}
        cy={geometry.y[picked.layer][picked.state]}
        r="9"
        role="slider"
        tabIndex={0}
        aria-label={`State in layer ${picked.layer}`}
        aria-valuemin={1}
        aria-valuemax={layers[picked.layer].node.length}
        aria-valuenow={picked.state + 1}
        aria-valuetext={pickedText}
        onKeyDown={onKeyDown}
      />
    </svg>
  );
}
