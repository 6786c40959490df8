import { useMemo } from 'react';
import type { Axis } from '../charts/plot';
import { type AxisWords, axisWords } from './axes';
import type { Exploration } from './exploration';
import { filterModels, filterOf, gather, isFiltering } from './filter';
import { measure, shownAxis } from './measures';
import { axisOf, domainOf, drawnValues, placesOf } from './places';
import type { Settings, State } from './settings';
import type { AxisName } from './shape';
import type { Initial, View } from './view';

/** What the cloud shows: its axes, and the models that pass the filter with their places. */
export interface Look {
  readonly names: { readonly x: AxisName; readonly y: AxisName };
  readonly words: { readonly x: AxisWords; readonly y: AxisWords };
  readonly axes: { readonly x: Axis; readonly y: Axis };
  /** Which of the listed models are dots, and a text that changes when they do. */
  readonly kept: Uint32Array;
  readonly keptKey: string;
  readonly places: { readonly x: Float64Array; readonly y: Float64Array } | null;
}

const NOBODY = new Uint32Array(0);

/** Axes, filter and places for a state. */
export function useLook(
  state: State,
  shown: Settings,
  exploration: Exploration | null,
  view: View,
  initial: Initial,
): Look {
  const names = useMemo(
    () => ({ x: shownAxis(state.x, shown), y: shownAxis(state.y, shown) }),
    [state.x, state.y, shown],
  );
  const values = useMemo(() => {
    if (!exploration) return null;
    const of = (axis: AxisName) => drawnValues(axis, measure(axis, exploration));
    return { x: of(names.x), y: of(names.y) };
  }, [exploration, names]);
  const domain = useMemo(() => (values ? domainOf(values.x, values.y) : initial.domain), [values, initial]);
  const { answers, balanced } = view;
  const words = useMemo(
    () => ({ x: axisWords(names.x, answers, balanced), y: axisWords(names.y, answers, balanced) }),
    [names, answers, balanced],
  );
  const axes = useMemo(
    () => ({ x: axisOf(names.x, domain.x, words.x), y: axisOf(names.y, domain.y, words.y) }),
    [names, domain, words],
  );
  const filter = filterOf(state);
  const keptKey = JSON.stringify([view.listed, filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the filter
  const kept = useMemo(
    () => (exploration ? filterModels(exploration, view.listed, filter) : NOBODY),
    [exploration, keptKey],
  );
  const all = useMemo(() => values && { x: placesOf(axes.x, values.x), y: placesOf(axes.y, values.y) }, [values, axes]);
  const filtering = isFiltering(filter);
  const places = useMemo(
    () => (all && filtering ? { x: gather(all.x, kept), y: gather(all.y, kept) } : all),
    [all, kept, filtering],
  );
  return { names, words, axes, kept, keptKey, places };
}
