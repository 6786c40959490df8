import { useDeferredValue, useMemo, useRef } from 'react';
import { findPublic } from '../../engine/data/catalogue';
import type { Dataset } from '../../engine/data/catalogue/types';
import type { ColumnFacts } from '../../engine/data/describe';
import { modelSize } from '../../engine/ers/model-list';
import { columnsOf } from '../../engine/multiplicity/frequency';
import { ruleWords } from '../../engine/rules/words';
import { formatCount } from '../format';
import { defaultsOf } from '../permalink/state';
import { useTask } from '../use-task';
import {
  countOf,
  covers,
  type Exploration,
  type Loaded,
  loadPool,
  loadTable,
  membersWithin,
  modelAt,
  type Pool,
  poolKey,
  type Source,
  search,
  searchKey,
} from './exploration';
import { lookAt, tellingPair } from './look';
import { OWN, type OwnFile, type PublicFile } from './own-table';
import { datasetOf, readTypes, type Settings, type State, settle } from './settings';
import { shape } from './shape';
import type { Initial } from './view';

const SETTLED_WITH = 'nothing yet';

/** The rules of a picked model, unless they name rules that are not in the pool. */
const inPool = (rules: readonly number[], m: number): readonly number[] | null =>
  rules.length > 0 && rules.every((rule) => rule < m) ? rules : null;

/** What is to be searched. A search that answers for these settings needs no other: then its own key keeps the task at rest. */
const searchTaskKey = (pool: string, settings: Settings, known: Exploration | null): string =>
  JSON.stringify([
    searchKey(pool, settings),
    covers(known, pool, settings) ? known!.settings.epsilon : settings.epsilon,
  ]);

/** Where the table of a state comes from; null while the reader's own has not been opened, or a public one not fetched. */
function sourceOf(state: State, file: OwnFile | null, fetched: PublicFile | null): Source | null {
  const types = readTypes(state);
  const from = (origin: string, dataset: Dataset | null, given: Source['file']): Source => ({
    key: `${origin} ${JSON.stringify(types)}`,
    origin,
    dataset,
    file: given,
    types,
  });
  if (state.data === OWN) return file && from(`${OWN} ${file.id}`, null, file);
  const dataset = datasetOf(state, null);
  if (findPublic(state.data)) return fetched && from(`${state.data} ${fetched.id}`, dataset, fetched);
  return from(state.data, dataset, null);
}

const DEFAULTS = defaultsOf(shape);
const DEFAULT_SOURCE = sourceOf(DEFAULTS, null, null)!;
const DEFAULT_SETTINGS = settle(DEFAULTS, DEFAULT_SOURCE.dataset!, null);
const DEFAULT_POOL = poolKey(DEFAULT_SOURCE.key, DEFAULT_SETTINGS);
const CLOSED = 'no table is open';

/** What the reader must say first: which of several values of the target is "yes". */
function askForPositive({ mining }: Settings, facts: readonly ColumnFacts[]): string | null {
  const target = facts.find((column) => column.name === mining.target);
  if (mining.positive !== undefined || !target || target.distinct < 3) return null;
  return target.levels.length > 0
    ? `${target.name} has ${target.distinct} values: choose which one is “yes”.`
    : `${target.name} has ${formatCount(target.distinct)} different values: to predict one of them makes no sense, so choose another column, or make a column of two values first.`;
}

/**
 * Table, pool and search for a state, each done again only when what it depends on has changed. Until the last of them has
 * answered, `view` shows the search before, at first that of the static page, with the settings that it was made with: `shown`.
 */
export function useExploration(
  state: State,
  initial: Initial,
  awake: boolean,
  file: OwnFile | null,
  fetched: PublicFile | null,
) {
  const source = useMemo(() => sourceOf(state, file, fetched), [state, file, fetched]);
  const tableKey = source?.key ?? CLOSED;
  const table = useTask<Loaded | null>(
    tableKey,
    (context, job) => loadTable(context, source!, job),
    { key: SETTLED_WITH, result: null },
    awake && source !== null,
  );
  const loaded = table.result?.key === tableKey ? table.result : null;
  // A type that does not fit is told without losing sight of the columns.
  const columnsOfTable = table.result?.origin === source?.origin ? table.result : null;
  const dataset = columnsOfTable?.dataset ?? datasetOf(state, null);
  const settings = useMemo(() => settle(state, dataset, loaded?.table ?? null), [state, dataset, loaded]);
  const poolKeyNow = poolKey(tableKey, settings);
  const question = loaded && askForPositive(settings, loaded.facts);

  const pool = useTask<Pool | null>(
    poolKeyNow,
    (context, job) => loadPool(context, poolKeyNow, settings, loaded!, job),
    { key: SETTLED_WITH, result: null },
    loaded !== null && question === null,
  );
  const current = pool.result?.key === poolKeyNow ? pool.result : null;

  const last = useRef<Exploration | null>(null);
  const known = useTask<Exploration | null>(
    searchTaskKey(poolKeyNow, settings, last.current),
    (context, job) =>
      covers(last.current, poolKeyNow, settings)
        ? Promise.resolve(last.current)
        : search(context, settings, current!, job),
    { key: SETTLED_WITH, result: null },
    current !== null,
  );
  last.current = known.result;
  const covered = covers(known.result, poolKeyNow, settings);
  const now = useMemo(
    () => ({
      exploration: known.result,
      answered: covered,
      shown: covered ? settings : (known.result?.settings ?? DEFAULT_SETTINGS),
    }),
    [known.result, covered, settings],
  );
  // The count answers at once; dots, lists and cards follow as soon as the browser has time.
  const { exploration, answered, shown } = useDeferredValue(now);

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
  const headline = useMemo(() => {
    const { epsilon } = now.shown;
    if (!now.exploration) return { count: view.count, exact: view.certainty.exact, epsilon };
    return { count: String(countOf(now.exploration, epsilon)), exact: now.exploration.found.exact, epsilon };
  }, [now, view]);
  const columns = useMemo(() => {
    const named = exploration ? columnsOf(exploration.pool.mined.rules) : [];
    return named.map((name) => ({ name, title: shown.dataset.columns[name]?.title ?? name }));
  }, [exploration, shown]);
  const rules = useMemo(() => {
    const { mined } = exploration?.pool ?? {};
    return (mined?.rules ?? []).map(({ literals }, j) => ({
      name: mined!.instance.rules[j].name,
      words: ruleWords(literals, shown.dataset.columns),
    }));
  }, [exploration, shown]);
  const longest = useMemo(() => {
    const { models } = exploration?.found ?? {};
    let most = 1;
    for (let k = 0; models && k < models.length; k++) most = Math.max(most, modelSize(models, k));
    return most;
  }, [exploration]);
  return {
    columns,
    rules,
    longest,
    settings,
    shown,
    exploration,
    view,
    headline,
    facts: columnsOfTable?.facts ?? (tableKey === DEFAULT_SOURCE.key ? initial.facts : []),
    loaded,
    question,
    pool: current,
    tasks: { table, pool, search: known },
    pair,
    /** What is searched, as a text. */
    searched: searchTaskKey(poolKeyNow, settings, known.result),
    /** Whether the link names a model by rules that are not in the pool. */
    lost:
      exploration !== null &&
      answered &&
      [state.a, state.b].some((rules) => rules.length > 0 && !inPool(rules, view.m)),
    /** Whether the view is about the table and pool of the settings. */
    fresh: (exploration === null ? DEFAULT_POOL : exploration.pool.key) === poolKeyNow,
  };
}
