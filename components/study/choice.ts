import { useSyncExternalStore } from 'react';
import { CATALOGUE } from '../../engine/data/catalogue';

/** What a reader picks in one figure on good rule sets and finds again in the next: a table, and a person in it. */
export interface Choice {
  readonly data: string;
  /** A row of the table; −1 while nobody is picked. */
  readonly person: number;
}

export const SLUGS = CATALOGUE.map(({ slug }) => slug);
export const DEFAULT_CHOICE: Choice = { data: 'hmda', person: -1 };

let current = DEFAULT_CHOICE;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Figures are islands with roots of their own, so the choice lives in this module and not in a React context. */
export function choose({ data, person }: Choice): void {
  if (data === current.data && person === current.person) return;
  current = { data, person };
  for (const listener of listeners) listener();
}

/** The choice, in every figure the same; the first render is that of the static page. */
export const useChoice = (): Choice =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => DEFAULT_CHOICE,
  );
