import type { MineOptions } from '../../rules/mine';
import { berkeley } from './berkeley';
import { germanCredit } from './german-credit';
import { hmda } from './hmda';
import { houseVotes } from './house-votes';
import { rossi } from './rossi';
import { titanic } from './titanic';
import { toronto } from './toronto';
import type { Dataset } from './types';

/** The bundled data sets, the richest first. */
export const CATALOGUE: readonly Dataset[] = [hmda, germanCredit, toronto, houseVotes, rossi, titanic, berkeley];

/** The data set with that slug, if there is one. */
export const findDataset = (slug: string): Dataset | undefined => CATALOGUE.find((dataset) => dataset.slug === slug);

/** The default way to mine a data set. */
export const miningOf = (dataset: Dataset): MineOptions => ({
  target: dataset.target,
  positive: dataset.positive,
  exclude: Object.keys(dataset.leftOut),
  ...dataset.mining,
});
