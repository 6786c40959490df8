import type { FigureModule } from './figure-module';

// biome-ignore lint/suspicious/noExplicitAny: each figure knows its own `Initial`; the registry does not.
type Loader = () => Promise<{ default: FigureModule<any> }>;

/** Every figure by its slug: its permalink key, its id in the page, its folder. */
export const figures: Readonly<Record<string, Loader>> = {
  teaser: () => import('../teaser/teaser'),
  dichotomies: () => import('../dichotomies/dichotomies'),
  recurrence: () => import('../recurrence/recurrence'),
  threshold: () => import('../threshold/threshold'),
  cells: () => import('../cells/cells'),
  lifting: () => import('../lifting/lifting'),
  balance: () => import('../balance/balance'),
  'one-vs-rest': () => import('../one-vs-rest/one-vs-rest'),
  ambiguity: () => import('../ambiguity/ambiguity'),
  ruleset: () => import('../ruleset/ruleset'),
  growth: () => import('../growth/growth'),
  fairness: () => import('../fairness/fairness'),
  verdicts: () => import('../verdicts/verdicts'),
  importance: () => import('../importance/importance'),
  search: () => import('../search/search'),
  diagram: () => import('../diagram/diagram'),
  hashing: () => import('../hashing/hashing'),
  sampling: () => import('../sampling/sampling'),
  race: () => import('../race/race'),
  explorer: () => import('../explorer/explorer'),
};
