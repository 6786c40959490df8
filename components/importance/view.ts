/** How much the good models rely on one column. */
export interface FeatureView {
  readonly column: string;
  readonly title: string;
  /** Of the models kept: the number that use it, and of those how many rely on it so much, by bins of equal width. */
  readonly users: number;
  readonly bins: readonly number[];
  /** Share of all good models that use it. */
  readonly share: number;
  /** Least and greatest reliance of the models kept, users or not. */
  readonly least: number;
  readonly most: number;
  readonly best: number;
}

/** A model, what it relies on the picked column for, and how often it is right. */
export interface ModelView {
  readonly words: readonly string[];
  readonly reliance: number;
  readonly accuracy: number;
  readonly unseen: number;
}

/** Two columns and how often models use both. */
export interface PairView {
  readonly titles: readonly [string, string];
  readonly together: number;
  /** How often, if one use had nothing to do with the other. */
  readonly expected: number;
}

export interface View {
  readonly slug: string;
  readonly members: number;
  /** Models that are kept. */
  readonly kept: number;
  /** In the order in which they are drawn. */
  readonly features: readonly FeatureView[];
  /** From where to where reliance runs. */
  readonly domain: readonly [number, number];
  readonly picked: string;
  /** The model that relies most on the picked column, and the best of those that do not use it. */
  readonly relying: ModelView | null;
  readonly without: ModelView | null;
  readonly apart: readonly PairView[];
  readonly together: readonly PairView[];
}

export type Initial = { readonly view: View };
