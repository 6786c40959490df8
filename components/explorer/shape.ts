import { CATALOGUE, PUBLIC } from '../../engine/data/catalogue';
import { MEASURES } from '../../engine/multiplicity/measures';
import { choice, decimal, integer, integers, optionalInteger, text } from '../permalink/state';
import { OWN } from './own-table';

/** What an axis may show of a model. */
export const AXES = MEASURES;
export type AxisName = (typeof AXES)[number];

/** Where the sliders stop; anything between may be typed. */
export const LAMBDAS = [
  '0.001',
  '0.002',
  '0.003',
  '0.004',
  '0.005',
  '0.006',
  '0.008',
  '0.01',
  '0.012',
  '0.015',
  '0.02',
  '0.025',
  '0.03',
  '0.04',
  '0.05',
];
export const EPSILONS = [
  '0',
  '0.001',
  '0.002',
  '0.003',
  '0.005',
  '0.0075',
  '0.01',
  '0.0125',
  '0.015',
  '0.0175',
  '0.02',
  '0.025',
  '0.03',
  '0.035',
  '0.04',
  '0.05',
];
export const SUPPORTS = ['0.005', '0.01', '0.02', '0.03', '0.05', '0.075', '0.1', '0.15', '0.2', '0.25', '0.3'];

export const POOL_SIZES = ['10', '20', '30', '40', '50', '60', '80', '100', '150', '200', '300', '500'];

export const MOST_RULES = 500;
export const MOST_CONDITIONS = 4;

/** Least and most that a link may say; support must lie inside. */
export const SUPPORT_RANGE = [0.0001, 0.9999] as const;

/** Most rules in a model that a link may name. */
const LONGEST = 64;

/** Hexadecimal digits of a fingerprint in a link. */
export const FINGERPRINT = 16;

export const MOST_HELD = 50;

/** Ways to cut numbers: quantiles, or equal widths, and how many cuts. Empty: as the data set has it. */
export const BINNINGS = [
  '',
  'quantile.1',
  'quantile.3',
  'quantile.4',
  'quantile.9',
  'width.3',
  'width.4',
  'width.9',
] as const;

export const TABS = ['compare', 'people', 'features', 'rules', 'columns', 'take'] as const;
export type Tab = (typeof TABS)[number];

/** What is left out of the rules when the reader has not chosen. */
export const BY_DEFAULT = 'default';

/**
 * The state of the explorer. What is empty or null is as the data set has it by default: target, groups, how rules are mined, λ,
 * ε. No model named: the figure picks a telling pair.
 */
export const shape = {
  data: choice([...[...CATALOGUE, ...PUBLIC].map((dataset) => dataset.slug), OWN], 'german-credit'),
  /** The reader's own table by its fingerprint. */
  file: text(FINGERPRINT, ''),
  /** Columns whose type is told, not guessed. */
  numbers: text(3000, ''),
  levels: text(3000, ''),
  /** Columns told to be dates, and in which order: "since:dmy". */
  dates: text(3000, ''),
  target: text(200, ''),
  positive: text(200, ''),
  /** A condition that makes the first group: "sex=female". */
  group: text(300, ''),
  without: text(6000, BY_DEFAULT),
  length: optionalInteger(1, MOST_CONDITIONS),
  support: decimal(SUPPORT_RANGE[0], SUPPORT_RANGE[1], ''),
  rules: optionalInteger(1, MOST_RULES),
  /** How numeric columns are cut, and columns cut elsewhere: "age:25:40". */
  bins: choice(BINNINGS, ''),
  cuts: text(3000, ''),
  missing: choice(['', 'yes', 'no'], ''),
  /** Percent of the rows that are held out. */
  hold: integer(0, MOST_HELD, 0),
  /** Rules that no model may use, by their names. */
  ban: text(6000, ''),
  /** Rules that are among the candidates whatever their rank, some of them the reader's own, by their names. */
  pin: text(6000, ''),
  rank: choice(['', 'gain', 'precision', 'support'], ''),
  balanced: choice(['', 'yes', 'no'], ''),
  lambda: decimal(0, 1, ''),
  epsilon: decimal(0, 1, ''),
  /**
   * How models are counted: exactly; estimated by hashing, right within a factor 1 + `within` but for a chance of `risk`; or by
   * random walks, quickly and without a promise.
   */
  way: choice(['exact', 'hashing', 'walking'], 'exact'),
  within: choice(['0.3', '0.8', '6'], '0.8'),
  risk: choice(['0.05', '0.2'], '0.2'),
  x: choice(AXES, 'accuracy'),
  y: choice(AXES, 'parity'),
  /** Which models are looked at: at most so many rules; using, and not using, a column. */
  most: optionalInteger(1, LONGEST),
  using: text(200, ''),
  avoiding: text(200, ''),
  /** At least so many rules; with, and without, a rule. */
  least: optionalInteger(1, LONGEST),
  has: text(600, ''),
  lacks: text(600, ''),
  /** A rectangle of models that is looked at, and one that fills the cloud, in values of the axes: "x0:x1:y0:y1". */
  box: text(120, ''),
  zoom: text(120, ''),
  tab: choice(TABS, 'compare'),
  a: integers(0, MOST_RULES - 1, LONGEST),
  b: integers(0, MOST_RULES - 1, LONGEST),
};
