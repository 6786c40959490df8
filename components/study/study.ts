import type { BitSet } from '../../engine/bits/bitset';
import { findDataset, miningOf } from '../../engine/data/catalogue';
import type { Dataset } from '../../engine/data/catalogue/types';
import { captureAll } from '../../engine/data/literals';
import { totalWeight } from '../../engine/ers/instance';
import { modelRules } from '../../engine/ers/model-list';
import { add, parseRational } from '../../engine/ers/rational';
import type { Job } from '../../engine/job';
import type { GoodModels } from '../../engine/worker/good-models';
import type { HeldOut } from '../../engine/worker/hold-out';
import type { FigureContext } from '../islands/figure-module';
import { memo } from '../memo';
import { countWithin } from '../models/prefix';

/** A third of every table is set aside, drawn by lot: models are chosen on the rest. The explorer does the same for “33%”. */
export const HOLD_OUT = { share: 0.33, seed: 1 } as const;

/** A protected attribute and who has it. */
export interface Attribute {
  readonly column: string;
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly points: BitSet }[];
}

/** A bundled table, cut in two, with the rules that were mined on the greater part. */
export interface Study extends HeldOut {
  readonly dataset: Dataset;
  readonly attributes: readonly Attribute[];
}

/** All models within the widest tolerance, the best first: a smaller tolerance is a prefix. */
export interface Good extends GoodModels {
  readonly study: Study;
  /** Right about the training points, and about those held out; both classes weigh the same where the table says so. */
  readonly accuracy: Float64Array;
  readonly unseen: Float64Array;
}

/** By the slug of a table, once: several figures ask for the same. */
const forTable = <T>(make: (context: FigureContext, slug: string, job: Pick<Job, 'signal'>) => Promise<T>) =>
  memo(make, (slug) => slug);

/** What the two labels mean, as in "denied" and "approved". */
export function labelWords({ target, positive, columns }: Dataset): { readonly yes: string; readonly no: string } {
  const words = columns[target].conditions;
  const [no] = Object.keys(words).filter((key) => key !== `=${positive}`);
  return { yes: words[`=${positive}`], no: words[no] };
}

export const datasetOf = (slug: string): Dataset => findDataset(slug)!;

export const loadStudy = forTable(async ({ engine, readText }, slug, job): Promise<Study> => {
  const dataset = datasetOf(slug);
  const csv = await readText(`data/${dataset.file}`);
  const parse = { types: dataset.types };
  const held = await engine.run('holdOut', { csv, parse, mining: miningOf(dataset), ...HOLD_OUT }, job);
  const attributes = dataset.protected.map(({ column, title, groups }) => ({
    column,
    title,
    groups: groups.map(({ name, literals }) => ({ name, points: captureAll(held.table, literals) })),
  }));
  return { ...held, dataset, attributes };
});

const STEPS = 20;

/** Tolerances at which a slider stops: up to one and a half times what the data set proposes. */
export const epsilonStops = ({ epsilon }: Dataset): string[] =>
  Array.from({ length: 1.5 * STEPS + 1 }, (_, i) => String(Number(((i * Number(epsilon)) / STEPS).toFixed(6))));

export const widestEpsilon = (dataset: Dataset): string => epsilonStops(dataset).at(-1)!;

/** The most models that are listed. */
const BUDGET = 100_000;

export const loadGood = forTable(async (context, slug, job): Promise<Good> => {
  const study = await loadStudy(context, slug, job);
  const { dataset, mined, test, everyone, attributes } = study;
  const input = {
    train: mined.instance,
    test,
    everyone,
    lambda: dataset.lambda,
    epsilon: widestEpsilon(dataset),
    budget: BUDGET,
    groups: attributes.flatMap(({ groups }) => groups.map(({ points }) => points)),
  };
  const found = await context.engine.run('goodModels', input, job);
  const right = (mistakes: Float64Array, W: number) => mistakes.map((k) => 1 - k / W);
  return {
    ...found,
    study,
    accuracy: right(found.models.mistakes, totalWeight(mined.instance)),
    unseen: right(found.testMistakes, totalWeight(test)),
  };
});

/** How many of the models lie within a tolerance; they come first. */
export function membersWithin({ models, optimum, study: { mined, dataset } }: Good, epsilon: string): number {
  const theta = add(optimum, parseRational(epsilon));
  return countWithin(models, mined.instance, parseRational(dataset.lambda), theta);
}

/** The rule indices of a model. */
export const modelAt = ({ models }: Good, k: number): number[] => [...modelRules(models, k)];

/** Where the confusion matrices of a group are among all groups. */
export function groupIndex({ attributes }: Study, attribute: number, group: number): number {
  return attributes.slice(0, attribute).reduce((sum, { groups }) => sum + groups.length, 0) + group;
}
