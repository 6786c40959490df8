import type { ColumnFacts } from '../../engine/data/describe';
import type { Certainty } from '../../engine/worker/found-models';
import type { AxisName } from './shape';

/** Rates of a model among some points; null where nobody counts. */
export interface Rates {
  readonly yes: number | null;
  readonly truePositive: number | null;
  readonly falsePositive: number | null;
  readonly falseNegative: number | null;
  readonly accuracy: number | null;
}

/** A model as the explorer shows it. */
export interface ModelView {
  /** Rule indices in the pool. */
  readonly rules: readonly number[];
  /** Each rule in words. */
  readonly words: readonly string[];
  readonly accuracy: number;
  readonly objective: number;
  /** Among all points, then in the two groups if there are any. */
  readonly rates: readonly Rates[];
  /** Whether it is within the tolerance. */
  readonly member: boolean;
  /** Where it lies on each axis; null where that axis says nothing. */
  readonly at: Readonly<Record<AxisName, number | null>>;
}

/** What two models make of the same people. */
export interface Disagreement {
  readonly count: number;
  readonly share: number;
  readonly people: readonly PersonLine[];
}

export interface PersonLine {
  /** The first such row. */
  readonly row: number;
  readonly words: string;
  /** How many are described by the same words and told the same. */
  readonly alike: number;
  /** Whether the label is positive, and whether A says so; B says the opposite. */
  readonly positive: boolean;
  readonly saidByA: boolean;
}

export interface TableView {
  readonly n: number;
  /** Rows held out besides. */
  readonly unseen: number;
  readonly positives: number;
}

/** How sure the numbers are, as plain JSON: see the engine's `Certainty`. */
export type CertaintyView = Omit<Certainty, 'spread'> & { readonly spread: readonly [string, string] | null };

/** All that the explorer says in one state. */
export interface View {
  readonly table: TableView;
  /** Rules in the pool, and rules with enough support. */
  readonly m: number;
  readonly candidates: number;
  readonly positive: string;
  readonly balanced: boolean;
  readonly answers: { readonly yes: string; readonly no: string };
  /** The number of members, in decimal, and how sure it is. */
  readonly count: string;
  readonly certainty: CertaintyView;
  readonly optimum: { readonly fraction: string; readonly value: number };
  /** How many of them are dots, and whether that is all. */
  readonly listed: number;
  readonly complete: boolean;
  readonly groups: readonly [string, string] | null;
  /** None when there is no model at all. */
  readonly models: readonly [ModelView, ModelView] | null;
  readonly disagreement: Disagreement | null;
}

/** From the least to the greatest value on each axis. */
export interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The default state as plain JSON. */
export interface Initial {
  readonly view: View;
  readonly domain: Domain;
  readonly facts: readonly ColumnFacts[];
  readonly picture?: string;
}
