import type { MineOptions } from '../../rules/mine';
import type { Literal } from '../literals';
import type { ColumnType } from '../types';

/**
 * Words for one column. Keys are a literal without its column: "=yes", "≠A", ">2", "=missing"; or an operator alone, a
 * template for all its values. In templates {v} is the value, {%} a hundred times the value, {about %} that rounded.
 */
export interface ColumnWords {
  /** A short heading: "Loan to value". */
  readonly title: string;
  /** What the column holds, in a sentence, units included. */
  readonly meaning: string;
  /** A condition as people say it, after "if": "a loan above 80% of the home's value". */
  readonly conditions: Readonly<Record<string, string>>;
  /** The value as it describes one person; "=" alone is the template. Empty: not worth a word. */
  readonly portrait?: Readonly<Record<string, string>>;
}

export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** A set of points to compare with others. */
export interface Group {
  /** "Black applicants" */
  readonly name: string;
  readonly literals: readonly Literal[];
}

export interface ProtectedAttribute {
  readonly column: string;
  /** "race" */
  readonly title: string;
  /** The first is compared with the second. */
  readonly groups: readonly Group[];
}

/** Rows that a recipe keeps, and why. */
export interface Filter {
  readonly literals: readonly Literal[];
  readonly reason: string;
}

/** A public table on another host: which bytes it has, and what is taken of it. */
export interface PublicSource {
  /** Of one commit, so that the bytes stay. */
  readonly url: string;
  readonly publisher: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The columns that are kept, the first of each name. */
  readonly columns: readonly string[];
  /** A row is kept when it meets all. */
  readonly filters: readonly Filter[];
}

export interface Dataset {
  readonly slug: string;
  /** Beside the page: public/data/. Empty where the table is not the page's own. */
  readonly file: string;
  readonly provenance: string;
  readonly title: string;
  /** One sentence: who, where, when, what is asked. */
  readonly story: string;
  /** What must be known before anything is concluded. */
  readonly caveat: string;
  /** What a row is: "an application". */
  readonly row: Noun;
  /** Whom it is about: "applicant". */
  readonly person: Noun;
  readonly target: string;
  readonly positive: string;
  /** What a yes and a no mean: "denied", "approved". */
  readonly yes: string;
  readonly no: string;
  readonly types?: Readonly<Record<string, ColumnType>>;
  readonly protected: readonly ProtectedAttribute[];
  /** Columns that the rules do not use unless asked, each with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
  readonly mining: Readonly<
    Required<Pick<MineOptions, 'maxLength' | 'minSupport' | 'rules' | 'ranking' | 'balanced'>> &
      Pick<MineOptions, 'binning' | 'bins' | 'notEqual' | 'missing'>
  >;
  /** Decimals as typed. */
  readonly lambda: string;
  readonly epsilon: string;
  readonly columns: Readonly<Record<string, ColumnWords>>;
  /** Columns of which a person's portrait is made: before the noun, and after "with". */
  readonly portrait: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** A data set that is fetched from its publisher when a reader asks for it. */
export interface PublicDataset extends Dataset {
  readonly source: PublicSource;
}
