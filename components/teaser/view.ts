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

/** All that the figure says in one state. */
export interface View {
  readonly count: number;
  /** Best balanced accuracy among the models. */
  readonly range: { readonly accuracy: readonly [number, number]; readonly gap: readonly [number, number] };
  readonly models: readonly [ModelView, ModelView];
  readonly person: PersonView;
}

/** Where the axes begin and end. */
export interface Domain {
  readonly accuracy: readonly [number, number];
  readonly gap: readonly [number, number];
}

/** Plain JSON of the default state. */
export interface Initial {
  readonly view: View;
  readonly domain: Domain;
  /** Points, rules in the pool. */
  readonly n: number;
  readonly pool: number;
  readonly picture?: string;
}
