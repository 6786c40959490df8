import { dotPaths } from '../charts/dots';
import type { FigureContext } from '../islands/figure-module';
import { defaultsOf } from '../permalink/state';
import { axisWords } from './axes';
import { loadPool, loadTable, modelAt, search } from './exploration';
import { lookAt, tellingPair } from './look';
import { measure, shownAxis } from './measures';
import { axisOf, domainOf, drawnValues, placesOf } from './places';
import { datasetOf, settle } from './settings';
import { type AxisName, shape } from './shape';
import type { Initial } from './view';

/** The default state from a run of the engine: runs in the build. */
export async function loadInitial(context: FigureContext): Promise<Initial> {
  const state = defaultsOf(shape);
  const source = { key: '', origin: '', dataset: datasetOf(state, null), file: null, types: {} };
  const loaded = await loadTable(context, source);
  const { table, facts } = loaded;
  const settings = settle(state, source.dataset, table);
  const pool = await loadPool(context, '', settings, loaded);
  const exploration = await search(context, settings, pool);
  const pair = tellingPair(exploration, exploration.found.models.length);
  const view = lookAt(exploration, settings, pair && [modelAt(exploration, pair[0]), modelAt(exploration, pair[1])]);
  const names = { x: shownAxis(state.x, settings), y: shownAxis(state.y, settings) };
  const of = (axis: AxisName) => drawnValues(axis, measure(axis, exploration));
  const [x, y] = [of(names.x), of(names.y)];
  const domain = domainOf(x, y);
  const place = (axis: AxisName, ends: readonly [number, number], values: Float64Array) =>
    placesOf(axisOf(axis, ends, axisWords(axis, view.answers, view.balanced)), values);
  return {
    view,
    domain,
    facts,
    picture: dotPaths({ x: place(names.x, domain.x, x), y: place(names.y, domain.y, y), count: x.length }),
  };
}
