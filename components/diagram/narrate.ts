import type { DiagramView } from '../../engine/ers/diagram-view';
import { formatCount } from '../format';
import { childrenOf } from './geometry';

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Ways that are kept up to a layer, and the states that they have merged into. */
export const layerSizes = ({ layers }: DiagramView, layer: number) => ({
  ways: total(layers[layer].ways),
  states: layers[layer].node.length,
});

/** What happens at a step: a rule is decided in every state, or what behaves alike is merged. */
export function narrate(view: DiagramView, names: readonly string[], step: number): string {
  const layer = step >> 1;
  if (step === 0) return 'Nothing is decided: one state, the empty rule set.';
  if (step % 2 === 0) {
    const children = childrenOf(view, layer - 1).filter(({ to }) => to >= 0).length;
    const { ways, states } = layerSizes(view, layer);
    const merged = children - states;
    return `${
      merged === 0
        ? 'None behave alike'
        : `${counted(merged, 'of them behaves', 'of them behave')} like another and merge${merged === 1 ? 's' : ''} with it`
    }: ${counted(ways, 'way')} so far, ${counted(states, 'state')}.`;
  }
  const children = childrenOf(view, layer);
  const dropped = children.filter(({ to }) => to < 0).length;
  return (
    `Rule ${layer + 1}, ${names[view.order[layer]]}: skip or take it in ${counted(children.length / 2, 'state')}, which makes ` +
    `${counted(children.length, 'state')}; from ${dropped === 0 ? 'none' : formatCount(dropped)} of them θ is out of reach.`
  );
}
