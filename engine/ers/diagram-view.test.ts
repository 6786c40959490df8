import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listByBruteForce, question } from './brute-force';
import { compile } from './compile';
import { viewDiagram } from './diagram-view';

describe('viewDiagram', () => {
  it('shows every member as one path whose steps add up to its size and mistakes', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ instance, lambda, theta }) => {
        const diagram = await compile(instance, { lambda, theta });
        if (diagram.outgrown) throw new Error('outgrown');
        const { order, layers } = await viewDiagram(diagram);
        const seen: string[] = [];
        const walk = (p: number, state: number, rules: number[]) => {
          const layer = layers[p];
          if (p === order.length) {
            expect(layer.size[state]).toBe(rules.length);
            seen.push(`${[...rules].sort((a, b) => a - b)}: ${layer.mistakes[state]}`);
            return;
          }
          const next = layers[p + 1];
          const node = layer.node[state];
          for (const [to, adds, more] of [
            [layer.skip[state], layer.lost[node], []],
            [layer.take[state], layer.wrong[node], [order[p]]],
          ] as const) {
            if (to < 0) continue;
            expect(next.mistakes[to]).toBe(layer.mistakes[state] + adds);
            walk(p + 1, to, [...rules, ...more]);
          }
        };
        if (layers[0].node.length > 0) walk(0, 0, []);
        const members = listByBruteForce(instance, lambda, theta);
        expect(seen.sort()).toEqual(members.map(({ rules, mistakes }) => `${rules}: ${mistakes}`).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('counts the ways into and out of every state, and the points still open', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ instance, lambda, theta }) => {
        const diagram = await compile(instance, { lambda, theta });
        if (diagram.outgrown) throw new Error('outgrown');
        const total = listByBruteForce(instance, lambda, theta).length;
        for (const { ways, below, open } of (await viewDiagram(diagram)).layers) {
          expect(ways.reduce((sum, way, i) => sum + way * below[i], 0)).toBe(total);
          expect(below.every((members) => members > 0)).toBe(true);
          for (const points of open) expect(points).toBeLessThanOrEqual(instance.n);
        }
      }),
      { numRuns: 300 },
    );
  });
});
