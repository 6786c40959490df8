import { useMemo, useRef } from 'react';
import { defaultsOf } from '../permalink/state';
import { useTask } from '../use-task';
import {
  covers,
  type Exploration,
  type Loaded,
  loadPool,
  loadTable,
  membersWithin,
  modelAt,
  type Pool,
  poolKey,
  search,
  searchKey,
} from './exploration';
import { lookAt, tellingPair } from './look';
import { datasetOf, type Settings, type State, settle } from './settings';
import { shape } from './shape';
import type { Initial } from './view';

const SETTLED_WITH = 'nothing yet';

/** The rules of a picked model, unless they name rules that are not in the pool. */
const inPool = (rules: readonly number[], m: number): readonly number[] | null =>
  rules.length > 0 && rules.every((rule) => rule < m) ? rules : null;

/** What is to be searched. A search that answers for these settings needs no other: then its own key keeps the task at rest. */
const searchTaskKey = (settings: Settings, known: Exploration | null): string =>
  JSON.stringify([searchKey(settings), covers(known, settings) ? known!.settings.epsilon : settings.epsilon]);

const DEFAULTS = defaultsOf(shape);
const DEFAULT_POOL = poolKey(settle(DEFAULTS, datasetOf(DEFAULTS), null));

/**
 * Table, pool and search for a state, each done again only when what it depends on has changed. Until the last of them has
 * answered, `view` shows the search before, with the settings that it was made with: `shown`.
 */
export function useExploration(state: State, initial: Initial, awake: boolean) {
  const dataset = datasetOf(state);
  const table = useTask<Loaded | null>(
    dataset.slug,
    (context, job) => loadTable(context, dataset, job),
    { key: SETTLED_WITH, result: null },
    awake,
  );
  const loaded = table.result?.slug === dataset.slug ? table.result : null;
  const settings = useMemo(() => settle(state, dataset, loaded?.table ?? null), [state, dataset, loaded]);

  const pool = useTask<Pool | null>(
    poolKey(settings),
    (context, job) => loadPool(context, settings, loaded!.table, job),
    { key: SETTLED_WITH, result: null },
    loaded !== null,
  );
  const current = pool.result?.key === poolKey(settings) ? pool.result : null;

  const last = useRef<Exploration | null>(null);
  const known = useTask<Exploration | null>(
    searchTaskKey(settings, last.current),
    (context, job) =>
      covers(last.current, settings) ? Promise.resolve(last.current) : search(context, settings, current!, job),
    { key: SETTLED_WITH, result: null },
    current !== null,
  );
  const exploration = known.result;
  last.current = exploration;
  const answered = covers(exploration, settings);
  const shown = useMemo(
    () => (answered || !exploration ? settings : exploration.settings),
    [answered, exploration, settings],
  );

  const telling = useMemo(() => {
    if (!exploration) return null;
    return tellingPair(exploration, membersWithin(exploration, shown.epsilon));
  }, [exploration, shown]);
  const pair = useMemo(() => {
    if (!exploration) return null;
    const m = exploration.pool.mined.instance.rules.length;
    const pick = (rules: readonly number[], k: number | undefined) =>
      inPool(answered ? rules : [], m) ?? (k === undefined ? null : modelAt(exploration, k));
    const [a, b] = [pick(state.a, telling?.[0]), pick(state.b, telling?.[1])];
    return a && b && { a, b };
  }, [exploration, answered, telling, state.a, state.b]);
  const view = useMemo(
    () => (exploration ? lookAt(exploration, shown, pair && [pair.a, pair.b]) : initial.view),
    [exploration, shown, pair, initial],
  );
  return {
    settings,
    shown,
    exploration,
    view,
    facts: loaded?.facts ?? (dataset === datasetOf(DEFAULTS) ? initial.facts : []),
    tasks: { table, pool, search: known },
    pair,
    /** Whether the link names a model by rules that are not in the pool. */
    lost:
      exploration !== null &&
      answered &&
      [state.a, state.b].some((rules) => rules.length > 0 && !inPool(rules, view.m)),
    /** Whether the view is about the table and pool of the settings. */
    fresh: (exploration === null ? DEFAULT_POOL : exploration.pool.key) === poolKey(settings),
  };
}
