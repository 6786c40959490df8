import { choice, decimal, defaultsOf, integer, integers } from '../permalink/state';
import { choiceFields } from '../study/use-study-state';

export const METRICS = ['yes', 'truePositive', 'falsePositive', 'precision'] as const;
export type MetricName = (typeof METRICS)[number];

/** The y axis shows accuracy instead of a second attribute. */
export const ACCURACY = -1;

const LONGEST = 20;
const LARGEST_POOL = 100;

/** `x` and `y` are attributes by their place in the data set; `brush` is left, right, bottom, top in thousandths of the plot. */
export const shape = {
  ...choiceFields,
  epsilon: decimal(0, 0.1, ''),
  metric: choice(METRICS, 'yes'),
  x: integer(0, 2, 0),
  y: integer(ACCURACY, 2, 1),
  brush: integers(0, 1000, 4),
  a: integers(0, LARGEST_POOL - 1, LONGEST),
  b: integers(0, LARGEST_POOL - 1, LONGEST),
};

const { metric, x, y } = defaultsOf(shape);

/** What the axes show by default. */
export const defaultQuestion = { metric, x, y };
