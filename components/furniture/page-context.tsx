import { createContext, type ReactNode, useContext } from 'react';
import type { StaticFigure } from '../islands/static';
import type { Bibliography } from './bibliography';

/** What the static page gathers while it is rendered once from top to bottom. */
export interface Page {
  readonly figures: ReadonlyMap<string, StaticFigure>;
  /** What the figures placed so far are called, by slug. */
  readonly titles: Map<string, string>;
  readonly bibliography: Bibliography;
  /** Keys cited so far. */
  readonly cited: Set<string>;
  readonly footnotes: ReactNode[];
}

const PageContext = createContext<Page | null>(null);

export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('this component stands in a static page only');
  return page;
}
