import { useRef, useState } from 'react';
import type { Direction } from '../models/marker';
import { nearestModel } from '../models/nearest';
import { fairest, mostAccurate, mostDifferent, simplest } from './choose';
import { type Exploration, modelAt } from './exploration';
import type { Choice } from './look-bar';
import type { Slot } from './scatter';
import type { State } from './settings';
import type { Look } from './use-look';
import type { View } from './view';

export interface Picking {
  /** The model that a click moves. */
  readonly active: Slot;
  readonly setActive: (slot: Slot) => void;
  /** To the dot nearest to a place. */
  readonly move: (slot: Slot, x: number, y: number) => void;
  /** To the nearest dot in a direction. */
  readonly step: (slot: Slot, direction: Direction) => void;
  /** To a model with a property of its own. */
  readonly choose: (kind: Choice) => void;
}

/** Moves the two picked models from dot to dot. */
export function usePicking(
  exploration: Exploration | null,
  view: View,
  { names, axes, kept, keptPlaces }: Look,
  pair: { readonly a: readonly number[]; readonly b: readonly number[] } | null,
  set: (patch: Partial<State>) => void,
): Picking {
  const [active, setActive] = useState<Slot>('a');
  const latest = useRef({ exploration, pair });
  latest.current = { exploration, pair };

  /** Moves a model to place k of the list; the other stays, even when it stood there by default. */
  const pick = (slot: Slot, k: number | null) => {
    if (!exploration || k === null) return;
    setActive(slot);
    const other = slot === 'a' ? 'b' : 'a';
    set({ [slot]: modelAt(exploration, k), ...(pair && { [other]: pair[other] }) });
  };
  const pickNear = (slot: Slot, x: number, y: number, direction?: Direction) => {
    const dot = keptPlaces && nearestModel(keptPlaces, kept.length, x, y, direction);
    pick(slot, dot === null ? null : kept[dot]);
  };
  const pickUnlike = async (slot: Slot, from: readonly number[]) => {
    if (!exploration) return;
    const { browserContext } = await import('../engine');
    const input = { models: exploration.found.models, instance: exploration.pool.mined.instance, from };
    const distances = await browserContext.engine.run('distancesFrom', input);
    if (latest.current.exploration === exploration) pick(slot, mostDifferent(distances, kept));
  };
  return {
    active,
    setActive,
    move: pickNear,
    step(slot, direction) {
      const model = view.models?.[slot === 'a' ? 0 : 1];
      const [x, y] = [model?.at[names.x], model?.at[names.y]];
      if (x != null && y != null) pickNear(slot, axes.x.place(x), axes.y.place(y), direction);
    },
    choose(kind) {
      if (!exploration) return;
      if (kind === 'simplest') pick(active, simplest(exploration, kept));
      else if (kind === 'fairest') pick(active, fairest(exploration, kept, names.y));
      else if (kind === 'accurate') pick(active, mostAccurate(exploration, kept));
      else if (pair) pickUnlike(active, pair[active === 'a' ? 'b' : 'a']);
    },
  };
}
