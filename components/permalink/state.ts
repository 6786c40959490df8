import * as z from 'zod/mini';
import { LINK_VERSION, readFragment, writeFragment } from './fragment';

// The page's policy allows no code made from text, and zod would try.
z.config({ jitless: true });

/**
 * The state of a figure: for each key how its text in a link is read, and the default. A key whose text does not parse
 * falls back to its default.
 */
export type StateShape = Readonly<Record<string, Field>>;

export interface Field<T = unknown> {
  readonly schema: z.ZodMiniType<T, string>;
  readonly fallback: T;
}

export type StateOf<S extends StateShape> = { readonly [K in keyof S]: S[K]['fallback'] };

const field = <T>(schema: z.ZodMiniType<T, string>, fallback: T): Field<T> => ({ schema, fallback });

/** One of a few words. */
export const choice = <const W extends string>(words: readonly W[], fallback: NoInfer<W>): Field<W> =>
  field(z.enum(words) as unknown as z.ZodMiniType<W, string>, fallback);

/** Whether a text is a decimal such as 0.01, .5 or 3: what a reader may type, a link may say. */
export const isDecimal = (text: string): boolean => /^\d{0,6}(\.\d{0,12})?$/.test(text) && /\d/.test(text);

/** A decimal as the reader typed it, kept as text so that the engine reads it exactly. */
export const decimal = (least: number, most: number, fallback: string): Field<string> =>
  field(
    z
      .string()
      .check(z.refine((text) => isDecimal(text) && Number(text) >= least && Number(text) <= most)) as z.ZodMiniType<
      string,
      string
    >,
    fallback,
  );

/** A whole number. */
export const integer = (least: number, most: number, fallback: number): Field<number> =>
  field(
    z.pipe(
      z.string().check(z.regex(/^-?\d{1,15}$/)),
      z.pipe(
        // "-0" is 0.
        z.transform((text: string) => Number(text) + 0),
        z.number().check(z.minimum(least), z.maximum(most)),
      ),
    ) as unknown as z.ZodMiniType<number, string>,
    fallback,
  );

/** A whole number or nothing, written as an empty value. */
export const optionalInteger = (least: number, most: number, fallback: number | null = null): Field<number | null> =>
  field(
    z
      .pipe(
        z.string().check(z.regex(/^(\d{1,15})?$/)),
        z.transform((text) => (text === '' ? null : Number(text))),
      )
      .check(z.refine((value) => value === null || (value >= least && value <= most))) as unknown as z.ZodMiniType<
      number | null,
      string
    >,
    fallback,
  );

/** Whole numbers joined by dots, e.g. the rules of a model: "3.17.40"; empty for none. */
export const integers = (
  least: number,
  most: number,
  longest: number,
  fallback: readonly number[] = [],
): Field<readonly number[]> =>
  field(
    z
      .pipe(
        z.string().check(z.regex(/^(\d{1,9}(\.\d{1,9})*)?$/)),
        z.transform((text) => (text === '' ? [] : text.split('.').map(Number))),
      )
      .check(
        z.refine((list) => list.length <= longest && list.every((value) => value >= least && value <= most)),
      ) as unknown as z.ZodMiniType<readonly number[], string>,
    fallback,
  );

/** A model: the numbers of its rules, ascending, each below `most`; empty for none. */
export const ruleSet = (most: number, longest: number, fallback: readonly number[] = []): Field<readonly number[]> => {
  const list = integers(0, most - 1, longest, fallback);
  const ascending = (rules: readonly number[]) => rules.every((rule, i) => i === 0 || rules[i - 1] < rule);
  return field(
    z.pipe(list.schema, z.array(z.number()).check(z.refine(ascending))) as unknown as z.ZodMiniType<
      readonly number[],
      string
    >,
    fallback,
  );
};

/** Free text of limited length. */
export const text = (longest: number, fallback: string): Field<string> =>
  field(z.string().check(z.maxLength(longest)) as z.ZodMiniType<string, string>, fallback);

export const defaultsOf = <S extends StateShape>(shape: S): StateOf<S> =>
  Object.fromEntries(Object.entries(shape).map(([key, { fallback }]) => [key, fallback])) as StateOf<S>;

const asText = (value: unknown): string =>
  value === null ? '' : Array.isArray(value) ? value.join('.') : String(value);

/** The fragment that restores a state; defaults are left out. */
export function linkTo<S extends StateShape>(slug: string, shape: S, state: StateOf<S>): string {
  const pairs = Object.entries(shape)
    .map(([key, { fallback }]) => [key, asText(state[key]), asText(fallback)] as const)
    .filter(([, value, fallback]) => value !== fallback)
    .map(([key, value]) => [key, value] as const);
  return writeFragment(slug, pairs);
}

/** Whether nothing was changed. */
export const isDefault = <S extends StateShape>(shape: S, state: StateOf<S>): boolean =>
  linkTo('', shape, state) === linkTo('', shape, defaultsOf(shape));

/** What a link says of a figure: its state, and the keys that could not be used, each with the text that stood there. */
export interface ReadLink<S extends StateShape> {
  readonly state: StateOf<S>;
  readonly refused: readonly string[];
}

/** Reads a fragment; null when it is not about this figure. */
export function readLink<S extends StateShape>(slug: string, shape: S, hash: string): ReadLink<S> | null {
  const pairs = readFragment(hash);
  if (pairs.get('fig') !== slug) return null;
  const state: Record<string, unknown> = { ...defaultsOf(shape) };
  const refused: string[] = [];
  if (pairs.get('v') !== LINK_VERSION) refused.push('v');
  for (const [key, value] of pairs) {
    if (key === 'v' || key === 'fig') continue;
    const parsed = Object.hasOwn(shape, key) ? shape[key].schema.safeParse(value) : { success: false as const };
    if (parsed.success) state[key] = parsed.data;
    else refused.push(key);
  }
  return { state: state as StateOf<S>, refused };
}
