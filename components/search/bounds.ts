import type { Bounds } from '../../engine/ers/reference';
import type { SearchTally } from '../../engine/worker/trace-search';
import type { SearchView } from './view';

/** What each bound is called. */
export const NAMES: Readonly<Record<keyof Bounds, string>> = {
  hierarchical: 'hierarchical',
  lookAhead: 'look-ahead',
  size: 'size',
  equivalentPoints: 'equivalent points',
};

export const KEYS = Object.keys(NAMES) as (keyof Bounds)[];

/** What the search with these bounds cost. */
export const tallyOf = ({ tallies }: Pick<SearchView, 'tallies'>, bounds: Required<Bounds>): SearchTally =>
  tallies.find((tally) => KEYS.every((key) => tally.bounds[key] === bounds[key]))!;

/** What the search that is shown cost. */
export const currentTally = (view: SearchView): SearchTally => tallyOf(view, view.bounds);
