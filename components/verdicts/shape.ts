import { decimal, integer } from '../permalink/state';
import { choiceFields } from '../study/use-study-state';

/** `group` is an attribute by its place in the data set: the rug shows its first group. */
export const shape = {
  ...choiceFields,
  epsilon: decimal(0, 0.1, ''),
  group: integer(0, 2, 0),
};
