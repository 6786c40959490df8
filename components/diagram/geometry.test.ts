import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/ers/compile';
import { viewDiagram } from '../../engine/ers/diagram-view';
import { enumerate } from '../../engine/ers/enumerate';
import { totalWeight } from '../../engine/ers/instance';
import { modelRules } from '../../engine/ers/model-list';
import { drawInstance } from '../../engine/ers/testing';
import { childrenOf, neighbour, pathOf, placeStates, waysTo } from './geometry';

const instance = drawInstance({
  seed: 5,
  n: 40,
  densities: Array(9).fill(0.3),
  positives: 0.7,
  duplicates: true,
  heaviest: 0,
});
const question = { lambda: '0.01', theta: '0.55' };

async function small() {
  const diagram = await compile(instance, question);
  if (diagram.outgrown) throw new Error('outgrown');
  return viewDiagram(diagram);
}

describe('placeStates', () => {
  it('puts each state at the best objective of the members below it', async () => {
    const view = await small();
    const { best } = placeStates(view, totalWeight(instance), 0.01);
    view.layers.slice(0, -1).forEach(({ skip, take }, p) => {
      skip.forEach((_, i) => {
        const below = [skip[i], take[i]].filter((to) => to >= 0).map((to) => best[p + 1][to]);
        expect(best[p][i]).toBe(Math.min(...below));
      });
    });
    const { models } = await enumerate(instance, question);
    expect(best[0][0]).toBeCloseTo(models.mistakes[0] / 40 + 0.01 * modelRules(models, 0).length, 12);
  });
});

describe('pathOf', () => {
  it('gives every member the same chance, one in their number', async () => {
    const view = await small();
    const { models } = await enumerate(instance, question);
    expect(models.length).toBeGreaterThan(50);
    for (let k = 0; k < models.length; k++) {
      const { chances } = pathOf(view, [...modelRules(models, k)]);
      expect(chances.reduce((a, b) => a * b, 1)).toBeCloseTo(1 / models.length, 12);
    }
  });
});

describe('waysTo', () => {
  it('names as many different ways as the state has', async () => {
    const view = await small();
    view.layers.forEach(({ ways }, layer) => {
      ways.forEach((count, state) => {
        const named = waysTo(view, { layer, state }, 1000);
        expect(new Set(named.map(String)).size).toBe(count);
      });
    });
  });

  it('stops at the number asked for', async () => {
    const view = await small();
    const layer = view.layers.length - 1;
    const state = view.layers[layer].ways.findIndex((count) => count > 3);
    expect(waysTo(view, { layer, state }, 3)).toHaveLength(3);
  });
});

describe('childrenOf', () => {
  it('makes two of every state', async () => {
    const view = await small();
    expect(childrenOf(view, 3)).toHaveLength(2 * view.layers[3].node.length);
  });
});

describe('neighbour', () => {
  it('walks along a layer and between layers, and stays where there is nothing further', async () => {
    const view = await small();
    const geometry = placeStates(view, totalWeight(instance), 0.01);
    const last = view.order.length;
    const across = geometry.best[last];
    let place = { layer: last, state: across.indexOf(Math.min(...across)) };
    const passed = new Set([place.state]);
    for (let i = 0; i < across.length; i++) {
      const next = neighbour(geometry, place, 'ArrowRight', last)!;
      expect(across[next.state]).toBeGreaterThanOrEqual(across[place.state]);
      place = next;
      passed.add(place.state);
    }
    expect(passed.size).toBe(across.length);
    expect(neighbour(geometry, place, 'ArrowRight', last)).toEqual(place);
    expect(neighbour(geometry, place, 'ArrowDown', last)).toEqual(place);
    expect(neighbour(geometry, place, 'ArrowUp', last)!.layer).toBe(last - 1);
    expect(neighbour(geometry, { layer: 0, state: 0 }, 'ArrowDown', 0)).toEqual({ layer: 0, state: 0 });
    expect(neighbour(geometry, place, 'Enter', last)).toBeNull();
  });
});
