import type { Diagram } from './diagram';
import { endOf, type Keep, memberBounds } from './diagram-count';
import { ModelCollector } from './model-collector';

/** Lists the members of a compiled set that are kept, up to `most` of them, walking only where there are some. */
export function listMembers(diagram: Diagram, keep: Keep, most: number): ModelCollector {
  const { layers, space } = diagram;
  const below = memberBounds(diagram, keep);
  const found = new ModelCollector();
  const rules: number[] = [];
  const visit = (p: number, state: number): void => {
    if (state < 0 || found.length >= most || below[p][state] === 0) return;
    if (p === space.m) {
      found.add(rules, rules.length, endOf(diagram, state).mistakes);
      return;
    }
    visit(p + 1, layers[p].skip[state]);
    rules.push(space.order[p]);
    visit(p + 1, layers[p].take[state]);
    rules.pop();
  };
  visit(0, 0);
  return found;
}
