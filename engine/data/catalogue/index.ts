import type { MineOptions } from '../../rules/mine';
import { adult } from './adult';
import { berkeley } from './berkeley';
import { compas } from './compas';
import { germanCredit } from './german-credit';
import { hmda } from './hmda';
import { houseVotes } from './house-votes';
import { mushroom } from './mushroom';
import { rossi } from './rossi';
import { titanic } from './titanic';
import { toronto } from './toronto';
import type { Dataset, PublicDataset } from './types';

/** The bundled data sets, the richest first. */
export const CATALOGUE: readonly Dataset[] = [hmda, germanCredit, toronto, houseVotes, rossi, titanic, berkeley];

/** Data sets that are not shipped, but fetched from elsewhere when a reader asks for them. */
export const PUBLIC: readonly PublicDataset[] = [compas, adult, mushroom];

/** The public data set with that slug, if there is one. */
export const findPublic = (slug: string): PublicDataset | undefined => PUBLIC.find((dataset) => dataset.slug === slug);

/** The data set with that slug, shipped or public, if there is one. */
export const findDataset = (slug: string): Dataset | undefined =>
  CATALOGUE.find((dataset) => dataset.slug === slug) ?? findPublic(slug);

/** The default way to mine a data set. */
export const miningOf = (dataset: Dataset): MineOptions => ({
  target: dataset.target,
  positive: dataset.positive,
  exclude: Object.keys(dataset.leftOut),
  ...dataset.mining,
});
