/** A good model that says the opposite of the best to one person, told as a change of the best. */
export interface Change {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** By how much its objective is worse than the best. */
  readonly worse: number;
  /** To how many people, of all in the table, it says the opposite of the best. */
  readonly reversed: number;
}

export interface PersonView {
  readonly row: number;
  /** Place in the order by share, from 0. */
  readonly rank: number;
  readonly words: string;
  readonly positive: boolean;
  readonly heldOut: boolean;
  /** How many good models say yes. */
  readonly yes: number;
  readonly bestSaysYes: boolean;
  /** The rules of the best that capture the person. */
  readonly because: readonly string[];
  /** The nearest first. */
  readonly changes: readonly Change[];
}

/** The people of one group. */
export interface GroupView {
  readonly name: string;
  readonly people: number;
  readonly contested: number;
}

export interface View {
  readonly slug: string;
  readonly people: number;
  readonly members: number;
  /** People to whom no model says yes, and to whom all do. */
  readonly none: number;
  readonly all: number;
  /** People among those held out, and how many of them are contested. */
  readonly heldOut: GroupView;
  readonly groups: readonly GroupView[];
  /** The most people to whom one good model says the opposite of the best, and that model's rules. */
  readonly discrepancy: number;
  readonly farthest: readonly string[];
  readonly person: PersonView;
}

/** SVG paths in a box of 1000 by 100: people by rank across. */
export interface Paths {
  /** Under the curve of shares. */
  readonly yes: string;
  /** A tick for each: whose label is yes; to whom the best says yes; to whom the farthest says the opposite; the group. */
  readonly labels: string;
  readonly best: string;
  readonly reversed: string;
  readonly group: string;
}

/** The default state as plain JSON; the paths are in the page already. */
export interface Initial {
  readonly view: View;
  readonly drawing: { readonly picture?: string };
  readonly rugs: Readonly<Record<Rug, { readonly picture?: string }>>;
}

export const RUGS = ['labels', 'best', 'reversed', 'group'] as const;
export type Rug = (typeof RUGS)[number];
