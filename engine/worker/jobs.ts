import type { Job } from '../job';
import { compileModels } from './compile-models';
import { distancesFrom } from './distances-from';
import { fisherCurve } from './fisher-curve';
import { describeModels } from './found-models';
import { countYes, goodModels, relianceOf } from './good-models';
import { holdOut } from './hold-out';
import { lift } from './lift';
import { listModels } from './list-models';
import { measurements } from './measure';
import { estimateCount, findBest, measureGrowth } from './measure-growth';
import { mineRules } from './mine-rules';
import { loadPeer, peerLap } from './peer-lap';
import { pieces } from './pieces';
import { prepare } from './prepare';
import { raceLap } from './race-lap';
import { readTable } from './read-table';
import { relianceIn } from './reliance-in';
import { searchModels } from './search-models';
import { showDiagram } from './show-diagram';
import { traceSearch } from './trace-search';
import { exportModels, writeModels } from './write-models';

/** All long work by name: each entry is `(input, job) => Promise<result>`, input and result structured-cloneable. */
export const jobs = {
  prepare,
  readTable,
  mineRules,
  searchModels,
  describeModels,
  distancesFrom,
  relianceIn,
  listModels,
  fisherCurve,
  lift,
  holdOut,
  goodModels,
  countYes,
  relianceOf,
  measureGrowth,
  estimateCount,
  findBest,
  traceSearch,
  writeModels,
  exportModels,
  showDiagram,
  compileModels,
  raceLap,
  loadPeer,
  peerLap,
  ...measurements,
  ...pieces,
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<K extends JobName> = Parameters<Jobs[K]>[0];
export type JobResult<K extends JobName> = Jobs[K] extends (...args: never[]) => Promise<infer R> ? R : never;

/** One typed way to the engine, whether it runs in a worker or here. */
export interface Engine {
  run<K extends JobName>(name: K, input: JobInput<K>, job?: Job): Promise<JobResult<K>>;
}
