import { CATALOGUE } from '../../engine/data/catalogue';
import { choice, decimal, integers, optionalInteger, text } from '../permalink/state';

/** What an axis may show of a model. */
export const AXES = [
  'accuracy',
  'objective',
  'size',
  'parity',
  'opportunity',
  'falsePositive',
  'falseNegative',
  'yes',
] as const;
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

/** What is left out of the rules when the reader has not chosen. */
export const BY_DEFAULT = 'default';

/**
 * The state of the explorer. What is empty or null is as the data set has it by default: target, groups, how rules are mined, λ,
 * ε. No model named: the figure picks a telling pair.
 */
export const shape = {
  data: choice(
    CATALOGUE.map((dataset) => dataset.slug),
    'german-credit',
  ),
  target: text(200, ''),
  positive: text(200, ''),
  /** A condition that makes the first group: "sex=female". */
  group: text(300, ''),
  without: text(6000, BY_DEFAULT),
  length: optionalInteger(1, MOST_CONDITIONS),
  support: decimal(SUPPORT_RANGE[0], SUPPORT_RANGE[1], ''),
  rules: optionalInteger(1, MOST_RULES),
  rank: choice(['', 'gain', 'precision', 'support'], ''),
  balanced: choice(['', 'yes', 'no'], ''),
  lambda: decimal(0, 1, ''),
  epsilon: decimal(0, 1, ''),
  x: choice(AXES, 'accuracy'),
  y: choice(AXES, 'parity'),
  a: integers(0, MOST_RULES - 1, LONGEST),
  b: integers(0, MOST_RULES - 1, LONGEST),
};
