import { useMemo } from 'react';
import type { Axis } from '../charts/plot';
import { type AxisWords, axisWords } from './axes';
import { type Box, placesIn, readBox } from './box';
import type { Exploration } from './exploration';
import { filterModels, filterOf, gather, isFiltering } from './filter';
import { measure, shownAxis } from './measures';
import { axisOf, domainOf, drawnValues, placesOf } from './places';
import type { Settings, State } from './settings';
import type { AxisName } from './shape';
import type { Domain, Initial, View } from './view';

/** What the cloud shows: its axes, and the models that pass the filter with their places. */
export interface Look {
  readonly names: { readonly x: AxisName; readonly y: AxisName };
  readonly words: { readonly x: AxisWords; readonly y: AxisWords };
  readonly axes: { readonly x: Axis; readonly y: Axis };
  /** From where to where the axes reach, and the rectangle that is selected, in their values. */
  readonly view: Domain;
  readonly box: Box | null;
  /** How many models are dots, and where they lie. */
  readonly drawn: number;
  readonly places: Places | null;
  /** Which of them are looked at, those in the rectangle, where they lie, and a text that changes when they do. */
  readonly kept: Uint32Array;
  readonly keptPlaces: Places | null;
  readonly keptKey: string;
}

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const NOBODY = new Uint32Array(0);

const pick = ({ x, y }: Places, which: Uint32Array): Places => ({ x: gather(x, which), y: gather(y, which) });

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
  const reach = useMemo(() => readBox(state.zoom) ?? domain, [state.zoom, domain]);
  const { answers, balanced } = view;
  const words = useMemo(
    () => ({ x: axisWords(names.x, answers, balanced), y: axisWords(names.y, answers, balanced) }),
    [names, answers, balanced],
  );
  const axes = useMemo(
    () => ({ x: axisOf(names.x, reach.x, words.x), y: axisOf(names.y, reach.y, words.y) }),
    [names, reach, words],
  );
  const filter = filterOf(state);
  const filterKey = JSON.stringify([view.listed, filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the filter
  const passing = useMemo(
    () => (exploration ? filterModels(exploration, view.listed, filter) : NOBODY),
    [exploration, filterKey],
  );
  const box = useMemo(() => readBox(state.box), [state.box]);
  const kept = useMemo(() => (box && values ? placesIn(box, values, passing) : passing), [box, values, passing]);
  const all = useMemo(() => values && { x: placesOf(axes.x, values.x), y: placesOf(axes.y, values.y) }, [values, axes]);
  const filtering = isFiltering(filter);
  const places = useMemo(() => (all && filtering ? pick(all, passing) : all), [all, passing, filtering]);
  const keptPlaces = useMemo(() => (all && box ? pick(all, kept) : places), [all, box, kept, places]);
  const keptKey = `${filterKey} ${box ? `${names.x} ${names.y} ${state.box}` : ''}`;
  return { names, words, axes, view: reach, box, drawn: passing.length, places, kept, keptPlaces, keptKey };
}
