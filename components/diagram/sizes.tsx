import { formatCount } from '../format';
import { heightOf, layerY } from './geometry';
import { layerSizes } from './narrate';
import type { Small } from './small';

/** Ways and states of each layer, beside it. */
export function Sizes({ small, step }: { small: Small; step: number }) {
  const rules = small.names.length;
  return (
    <svg className="diagram-sizes" height={heightOf(rules)} aria-hidden="true">
      <text className="head" x="55%" y="0" dy="-6" textAnchor="end">
        ways
      </text>
      <text className="head" x="100%" y="0" dy="-6" textAnchor="end">
        states
      </text>
      {small.view.layers.map((_, p) => {
        const { ways, states } = layerSizes(small.view, p);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the layer's number
          <g key={p} className={p <= step >> 1 ? undefined : 'ahead'}>
            <text x="55%" y={layerY(p)} dy="0.35em" textAnchor="end">
              {formatCount(ways)}
            </text>
            <text x="100%" y={layerY(p)} dy="0.35em" textAnchor="end" className="states">
              {formatCount(states)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
