import type { Dataset } from '../../engine/data/catalogue/types';
import { captureAll } from '../../engine/data/literals';
import type { Table } from '../../engine/data/table';
import { totalWeight } from '../../engine/ers/instance';
import { modelRules } from '../../engine/ers/model-list';
import { add, compare, parseRational, toNumber } from '../../engine/ers/rational';
import type { Mined } from '../../engine/rules/mine';
import type { ReadTable } from '../../engine/worker/read-table';
import type { FoundModels } from '../../engine/worker/search-models';
import type { FigureContext } from '../islands/figure-module';
import { countWithin } from '../models/prefix';
import type { GroupPair, Settings } from './settings';

/** The most models that are listed and drawn: of larger sets a uniform sample. */
export const LISTED = 200_000;

type Job = { signal: AbortSignal; onProgress: (p: { fraction: number; partial?: unknown }) => void };

/** A table, and which data set it is of. */
export interface Loaded extends ReadTable {
  readonly slug: string;
}

/** The candidate rules, and which settings they come from. */
export interface Pool {
  readonly key: string;
  readonly table: Table;
  readonly mined: Mined;
}

/** A search for one pool, two groups, one λ and one ε. It answers for every smaller ε, too, when it listed all. */
export interface Exploration {
  readonly key: string;
  readonly pool: Pool;
  readonly settings: Settings;
  readonly found: FoundModels;
}

export const poolKey = ({ dataset, mining }: Settings): string => JSON.stringify([dataset.slug, mining]);

/** What a search depends on beside ε. */
export const searchKey = (settings: Settings): string =>
  JSON.stringify([poolKey(settings), settings.groups?.literals ?? null, settings.lambda]);

export async function loadTable({ engine, readText }: FigureContext, dataset: Dataset, job?: Job): Promise<Loaded> {
  const csv = await readText(`data/${dataset.file}`);
  return { slug: dataset.slug, ...(await engine.run('readTable', { csv, parse: { types: dataset.types } }, job)) };
}

export async function loadPool({ engine }: FigureContext, settings: Settings, table: Table, job?: Job): Promise<Pool> {
  const mined = await engine.run('mineRules', { table, mining: settings.mining }, job);
  return { key: poolKey(settings), table, mined };
}

/** The points of the two groups. */
export const groupPoints = (table: Table, groups: GroupPair | null) =>
  groups ? groups.literals.map((literals) => captureAll(table, literals)) : [];

export async function search(
  { engine }: FigureContext,
  settings: Settings,
  pool: Pool,
  job?: Job,
): Promise<Exploration> {
  const { lambda, epsilon, groups } = settings;
  const input = {
    instance: pool.mined.instance,
    lambda,
    epsilon,
    budget: LISTED,
    groups: groupPoints(pool.table, groups),
  };
  const found = await engine.run('searchModels', input, job);
  return { key: searchKey(settings), pool, settings, found };
}

/** Whether a search answers for these settings without searching again. */
export function covers(exploration: Exploration | null, settings: Settings): boolean {
  if (!exploration || exploration.key !== searchKey(settings)) return false;
  const order = compare(parseRational(settings.epsilon), parseRational(exploration.settings.epsilon));
  return order === 0 || (order < 0 && exploration.found.complete);
}

/** How many of the listed models lie within ε; they come first. */
export function membersWithin({ pool, found, settings }: Exploration, epsilon: string): number {
  if (epsilon === settings.epsilon) return found.models.length;
  const theta = add(found.optimum, parseRational(epsilon));
  return countWithin(found.models, pool.mined.instance, parseRational(settings.lambda), theta);
}

/** The number of models within ε, exactly. */
export const countOf = (exploration: Exploration, epsilon: string): bigint =>
  epsilon === exploration.settings.epsilon ? exploration.found.count : BigInt(membersWithin(exploration, epsilon));

/** The rule indices of a model. */
export const modelAt = ({ found }: Exploration, k: number): number[] => [...modelRules(found.models, k)];

export const bestObjective = ({ found }: Exploration): number => toNumber(found.optimum);
export const weightOf = ({ pool }: Exploration): number => totalWeight(pool.mined.instance);
