/** What a model says to the people of one group. */
export interface GroupView {
  readonly name: string;
  /** Those whose label is yes, then those whose label is no: how many, and how many of them the model says yes to. */
  readonly labels: readonly [Said, Said];
}

export interface Said {
  readonly people: number;
  readonly yes: number;
}

/** A pinned model. */
export interface PinView {
  readonly rules: readonly number[];
  readonly words: readonly string[];
  /** Share that it is right about, of the training points and of those held out. */
  readonly accuracy: number;
  readonly unseen: number;
  /** Where it lies; NaN, null in JSON, where an axis says nothing of it. */
  readonly x: number | null;
  readonly y: number | null;
  readonly member: boolean;
  readonly groups: readonly GroupView[];
}

/** Somebody on whom the pinned models disagree. */
export interface PersonLine {
  readonly row: number;
  readonly words: string;
  readonly positive: boolean;
  readonly yesByA: boolean;
}

/** From least to greatest. */
export type Extent = readonly [number, number];

/** What is said of a set of models. */
export interface Summary {
  readonly count: number;
  readonly x: Extent;
  readonly y: Extent;
  readonly accuracy: Extent;
  readonly unseen: Extent;
}

export interface View {
  readonly slug: string;
  /** Everybody in the table. */
  readonly people: number;
  readonly all: Summary;
  readonly brushed: Summary | null;
  /** The best model. */
  readonly best: { readonly accuracy: number; readonly unseen: number };
  /** Share of the models that are right less often on the points held out than in training. */
  readonly falling: number;
  /** Between accuracy in training and on the points held out, over all models. */
  readonly correlation: number;
  /** Standard error of a model's accuracy on the points held out. */
  readonly noise: number;
  /** Share of the models that do better than the best on the points held out. */
  readonly betterUnseen: number;
  /** Models than which no other is as accurate and as fair. */
  readonly frontier: number;
  readonly pins: readonly [PinView, PinView];
  readonly disagree: number;
  readonly examples: readonly PersonLine[];
}

export interface Domain {
  readonly x: Extent;
  readonly y: Extent;
  readonly accuracy: Extent;
  readonly unseen: Extent;
}

/** Where the frontier's models lie, from 0 to 1. */
export interface Places {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The default state as plain JSON. */
export interface Initial {
  readonly view: View;
  /** Who is told of while nobody is picked. */
  readonly person: number;
  readonly domain: Domain;
  readonly frontier: Places;
  readonly gaps: { readonly picture?: string };
  readonly right: { readonly picture?: string };
}
