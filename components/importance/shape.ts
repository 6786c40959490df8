import { choice, decimal, text } from '../permalink/state';
import { choiceFields } from '../study/use-study-state';

export const KEEPS = ['all', 'with', 'without'] as const;
export type Keep = (typeof KEEPS)[number];

/** `feature` is a column by its name; none named: the one that makes the point. `keep`: only models that use it, or do not. */
export const shape = {
  ...choiceFields,
  epsilon: decimal(0, 0.1, ''),
  feature: text(100, ''),
  keep: choice(KEEPS, 'all'),
};
