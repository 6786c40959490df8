import type { ComponentType } from 'react';
import type { Engine } from '../../engine/worker/jobs';

/** Where a figure gets its numbers from: the same in a browser (a worker, fetched files) and in the build (Node, read files). */
export interface FigureContext {
  readonly engine: Engine;
  /** The text of a file of `public/`, e.g. "data/hmda.csv". */
  readText(path: string): Promise<string>;
}

/** What the folder of a figure exports by default. `Initial` is plain JSON: the default state's numbers. */
export interface FigureModule<Initial = unknown> {
  readonly slug: string;
  readonly Component: ComponentType<FigureProps<Initial>>;
  /** Computes the default state; runs in the build. */
  load(context: FigureContext): Promise<Initial>;
  /** Numbers that the prose shows live, of the default state. */
  live?(initial: Initial): LiveValues;
}

export type LiveValues = Readonly<Record<string, string>>;

export interface FigureProps<Initial> {
  /** In the browser `initial.picture`, when there is one, is missing: the static drawing stands in the page already. */
  readonly initial: Initial;
}

/** Static drawings travel once, as HTML: this key of `Initial` is left out of the JSON. */
export const PICTURE = 'picture';
