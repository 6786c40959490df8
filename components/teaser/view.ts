/** A model as the figure shows it. */
export interface ModelView {
  /** Rule indices in the pool. */
  readonly rules: readonly number[];
  /** Each rule in words. */
  readonly words: readonly string[];
  /** Balanced accuracy. */
  readonly accuracy: number;
  /** Share of each group that the model would deny. */
  readonly rates: readonly [number, number];
  /** Difference of these shares. */
  readonly gap: number;
  /** Whether it denies the person. */
  readonly denies: boolean;
  /** Whether it is in the Rashomon set. */
  readonly member: boolean;
}

/** One applicant. */
export interface PersonView {
  readonly index: number;
  /** Who it is, in words. */
  readonly words: string;
  readonly denied: boolean;
  /** Share of the models that deny. */
  readonly share: number;
}

/** The least balanced accuracy that a member of so many rules has: each further rule must buy λ more. */
export interface Edge {
  readonly size: number;
  readonly accuracy: number;
}

/** All that the figure says in one state. */
export interface View {
  readonly count: number;
  /** One for each number of rules that some member has. */
  readonly edges: readonly Edge[];
  /** From the least to the greatest among the models. */
  readonly range: { readonly accuracy: readonly [number, number]; readonly gap: readonly [number, number] };
  readonly models: readonly [ModelView, ModelView];
  readonly person: PersonView;
}

/** Where the axes begin and end. */
export interface Domain {
  readonly accuracy: readonly [number, number];
  readonly gap: readonly [number, number];
}

/** The default state as plain JSON. */
export interface Initial {
  readonly view: View;
  readonly domain: Domain;
  /** Points, rules in the pool. */
  readonly n: number;
  readonly pool: number;
  /** How many applicants were denied; the share of each group that was. */
  readonly denied: number;
  readonly deniedRates: readonly [number, number];
  /** What the state leaves open: the telling pair, and contested applicants, the first shown first. */
  readonly pair: { readonly a: readonly number[]; readonly b: readonly number[] };
  readonly contested: readonly number[];
  readonly picture?: string;
}
