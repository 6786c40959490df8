/** A candidate rule on its card. */
export interface Card {
  readonly words: string;
  /** Training points captured, positive and negative. */
  readonly captured: readonly [number, number];
  /** How much the objective would change if the rule were put in, or taken out when it is in. */
  readonly effect: number;
}

/** A rule set on the scales. */
export interface Weighed {
  /** Rule indices in the pool. */
  readonly rules: readonly number[];
  /** Weight of the positives missed and of the negatives captured, as shares of all weight. */
  readonly missed: number;
  readonly caught: number;
  /** mistakes/W + λ|S|. */
  readonly objective: number;
  /** Share of the weight that it is right about, on the training points and on those held out. */
  readonly accuracy: number;
  readonly unseen: number;
}

/** One point of the table. */
export interface PersonView {
  readonly row: number;
  /** Where it stands in each block, −1 where it does not. */
  readonly places: readonly number[];
  readonly words: string;
  readonly positive: boolean;
  readonly heldOut: boolean;
  /** The rules of the set that capture it. */
  readonly captors: readonly string[];
}

/** How many points of a label there are, and about how many of them the set is wrong. */
export interface Tally {
  readonly points: number;
  readonly wrong: number;
}

/** All that the figure says in one state. */
export interface View {
  readonly slug: string;
  /** Training points, points held out, rules in the pool. */
  readonly n: number;
  readonly nTest: number;
  readonly cards: readonly Card[];
  readonly set: Weighed;
  readonly best: Weighed;
  readonly lambda: string;
  readonly epsilon: string;
  /** f* + ε. */
  readonly theta: number;
  /** Whether the set is in the Rashomon set, by exact comparison. */
  readonly member: boolean;
  /** Rules that the set has in common with the best. */
  readonly shared: number;
  /** How many people, of all in the table, the set and the best disagree on. */
  readonly apart: number;
  /** Of the blocks of the unit chart, in their order. */
  readonly tallies: readonly Tally[];
  readonly person: PersonView | null;
}

/** Marks of one block of the unit chart. */
export interface Block {
  /** "denied", "approved" */
  readonly title: string;
  readonly heldOut: boolean;
  readonly positive: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Rows of the table, in reading order. */
  readonly people: readonly number[];
}

/** The default state as plain JSON. */
export interface Initial {
  readonly view: View;
  /** Titles and sizes of the blocks; whom they hold is in the picture. */
  readonly blocks: readonly Omit<Block, 'people'>[];
  /** How many good rule sets there are at least, no two of which share a rule. */
  readonly disjoint: number;
  /** What is picked while the state names no rules. */
  readonly start: readonly number[];
  /** The marks of each block. */
  readonly pictures: readonly { readonly picture?: string }[];
}
