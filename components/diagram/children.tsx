import { percent } from '../charts/plot';
import { formatCount } from '../format';
import { type Child, childrenOf, layerY, PITCH } from './geometry';
import type { Drawn } from './lines';

/** Pixels between states that are about to merge. */
const GAP = 11;
/** Up to so many new states each is told its ways; beyond, only those that merge. */
const FEW = 14;

/** What a rule has just made of the states of a layer: apart at first, then on the spot where they merge. */
export function Children({ small, geometry, across, layer, merged }: Drawn & { layer: number; merged: boolean }) {
  const children = childrenOf(small.view, layer);
  const { ways } = small.view.layers[layer];
  const groups = new Map<number, Child[]>();
  for (const child of children) if (child.to >= 0) groups.set(child.to, [...(groups.get(child.to) ?? []), child]);
  const sum = small.view.layers[layer + 1].ways;
  const say = (group: readonly Child[]) => group.length > 1 || groups.size <= FEW;
  return (
    <g className={merged ? 'children merged' : 'children'}>
      {[...groups].map(([to, group]) => {
        const cx = percent(across(geometry.best[layer + 1][to]));
        const cy = geometry.y[layer + 1][to];
        return (
          <g key={to}>
            {group.map((child, k) => (
              <g
                key={`${child.from} ${child.taking}`}
                className="child"
                style={{ transform: merged ? 'none' : `translateX(${GAP * (k - (group.length - 1) / 2)}px)` }}
              >
                <circle cx={cx} cy={cy} r="4" />
                {!merged && say(group) && (
                  <text x={cx} y={cy} dy="18" textAnchor="middle">
                    {formatCount(ways[child.from])}
                  </text>
                )}
              </g>
            ))}
            {merged && say(group) && (
              <text x={cx} y={cy} dy="18" textAnchor="middle" className="sum">
                {formatCount(sum[to])}
              </text>
            )}
          </g>
        );
      })}
      {!merged &&
        children
          .filter(({ to }) => to < 0)
          .map(({ from, taking }) => (
            <g
              key={`${from} ${taking}`}
              className="dropped"
              style={{ transform: `translateX(${taking ? GAP : -GAP}px)` }}
            >
              <text
                x={percent(across(geometry.best[layer][from]))}
                y={layerY(layer + 1) - PITCH / 2}
                dy="0.3em"
                textAnchor="middle"
              >
                ×
              </text>
            </g>
          ))}
    </g>
  );
}
