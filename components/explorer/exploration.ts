import type { BitSet } from '../../engine/bits/bitset';
import { findPublic } from '../../engine/data/catalogue';
import type { Dataset } from '../../engine/data/catalogue/types';
import { captureAll } from '../../engine/data/literals';
import type { Table } from '../../engine/data/table';
import type { ColumnType } from '../../engine/data/types';
import { countWithin as countByCurve } from '../../engine/ers/diagram-count';
import { modelRules } from '../../engine/ers/model-list';
import { add, compare, parseRational } from '../../engine/ers/rational';
import type { Crew } from '../../engine/worker/crew';
import type { FoundModels, SearchModelsInput } from '../../engine/worker/found-models';
import type { Engine } from '../../engine/worker/jobs';
import type { MinedPool } from '../../engine/worker/mine-rules';
import type { ReadTable } from '../../engine/worker/read-table';
import type { FigureContext } from '../islands/figure-module';
import { countWithin } from '../models/prefix';
import { onTable, type Remembered } from './on-table';
import { type OwnFile, ownDataset, type PublicFile } from './own-table';
import type { GroupPair, Settings } from './settings';

/** The most models that are listed and drawn: of larger sets a uniform sample. */
export const LISTED = 100_000;

type Job = { signal: AbortSignal; onProgress: (p: { fraction: number; partial?: unknown }) => void };

/** With so many models left of a sample, a smaller ε needs no other one. */
const ENOUGH = 1000;

/** A table, and what it was read from. */
export interface Loaded extends ReadTable {
  readonly key: string;
  readonly origin: string;
  readonly dataset: Dataset;
}

/** The candidate rules, and which settings they come from. */
export interface Pool extends MinedPool, Remembered {
  readonly key: string;
  readonly table: Table;
}

/** A search for one pool, two groups, one λ and one ε. It answers for smaller ε, too, when it listed or compiled all. */
export interface Exploration {
  readonly key: string;
  readonly pool: Pool;
  readonly settings: Settings;
  readonly found: FoundModels;
}

/** What the pool depends on. */
export const poolKey = (tableKey: string, { mining, cautious, holdOut, banned, pinned }: Settings): string =>
  JSON.stringify([tableKey, mining, cautious, holdOut, banned, pinned]);

/** What a search depends on beside ε. */
export const searchKey = (poolKeyNow: string, settings: Settings): string =>
  JSON.stringify([poolKeyNow, settings.groups?.literals ?? null, settings.lambda, settings.way]);

/** Where a table comes from: a bundled file, one fetched from elsewhere, or the reader's. */
export interface Source {
  readonly key: string;
  /** What the key says beside the types: which table it is. */
  readonly origin: string;
  /** Null for the reader's own table: it is described when it has been read. */
  readonly dataset: Dataset | null;
  /** Null for a bundled table. */
  readonly file: OwnFile | PublicFile | null;
  readonly types: Readonly<Record<string, ColumnType>>;
}

export async function loadTable({ engine, readText }: FigureContext, source: Source, job?: Job): Promise<Loaded> {
  const { key, origin, dataset, file, types } = source;
  const input = {
    source: file ? file.source : await readText(`data/${dataset!.file}`),
    parse: { types: { ...dataset?.types, ...types } },
    recipe: findPublic(dataset?.slug ?? '')?.source,
  };
  const read = await engine.run('readTable', input, job);
  const title = file && 'name' in file ? file.name : '';
  return { key, origin, dataset: dataset ?? ownDataset(title, read.table.n, read.facts), ...read };
}

export async function loadPool(
  { engine }: FigureContext,
  key: string,
  { mining, cautious, holdOut, banned, pinned }: Settings,
  loaded: Remembered,
  job?: Job,
): Promise<Pool> {
  const rest = { mining, cautious, holdOut, banned, pinned };
  const pool = await onTable(loaded, (table) => engine.run('mineRules', { ...rest, table }, job));
  const { table, remembered } = pool.table ? { table: pool.table, remembered: null } : loaded;
  return { ...pool, key, table, remembered };
}

const groupsOfTable = new WeakMap<Table, Map<string, readonly BitSet[]>>();

/** The points of the two groups; found once for each table. */
export function groupPoints(table: Table, groups: GroupPair | null): readonly BitSet[] {
  if (!groups) return [];
  const known = groupsOfTable.get(table) ?? new Map<string, readonly BitSet[]>();
  groupsOfTable.set(table, known);
  const key = JSON.stringify(groups.literals);
  const points = known.get(key) ?? groups.literals.map((literals) => captureAll(table, literals));
  known.set(key, points);
  return points;
}

/** In the browser the engine has several hands. */
const crewOf = (engine: Engine): Crew => ('size' in engine ? (engine as Crew) : { ...engine, size: 1 });

/** What is searched; `budget` is the most models that are listed. */
export const searchInput = ({ lambda, epsilon, groups }: Settings, pool: Pool, budget: number): SearchModelsInput => ({
  instance: pool.mined.instance,
  lambda,
  epsilon,
  budget,
  groups: groupPoints(pool.table, groups),
  unseen: pool.unseen,
});

export async function search(
  { engine }: FigureContext,
  settings: Settings,
  pool: Pool,
  job?: Job,
): Promise<Exploration> {
  const { way } = settings;
  const input = searchInput(settings, pool, LISTED);
  const found = way
    ? await import('../../engine/worker/estimate-models').then(({ estimateModels }) =>
        estimateModels(crewOf(engine), input, way, job),
      )
    : await engine.run('searchModels', input, job);
  return { key: searchKey(pool.key, settings), pool, settings, found };
}

/** Whether a search answers for these settings without searching again. */
export function covers(exploration: Exploration | null, poolKeyNow: string, settings: Settings): boolean {
  if (!exploration || exploration.key !== searchKey(poolKeyNow, settings)) return false;
  const order = compare(parseRational(settings.epsilon), parseRational(exploration.settings.epsilon));
  const { complete, curve } = exploration.found;
  if (order >= 0) return order === 0;
  return complete || (curve !== null && membersWithin(exploration, settings.epsilon) >= ENOUGH);
}

/** How many of the listed models lie within ε; they come first. */
export function membersWithin({ pool, found, settings }: Exploration, epsilon: string): number {
  if (epsilon === settings.epsilon) return found.models.length;
  const theta = add(found.optimum, parseRational(epsilon));
  return countWithin(found.models, pool.mined.instance, parseRational(settings.lambda), theta);
}

function countBelow(exploration: Exploration, epsilon: string): bigint {
  const { curve, optimum } = exploration.found;
  return curve
    ? countByCurve(curve, add(optimum, parseRational(epsilon)))
    : BigInt(membersWithin(exploration, epsilon));
}

/** The number of models within ε. */
export const countOf = (exploration: Exploration, epsilon: string): bigint =>
  epsilon === exploration.settings.epsilon ? exploration.found.count : countBelow(exploration, epsilon);

/** The rule indices of a model. */
export const modelAt = ({ found }: Exploration, k: number): number[] => [...modelRules(found.models, k)];
