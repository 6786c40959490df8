import { type BitSet, countBits } from '../bits/bitset';
import { type Binning, cutPoints, QUARTILES } from '../data/bins';
import { balancedWeights, guessPositive, labelsOf } from '../data/labels';
import { captureOne, type Literal, literalName, literalsOf } from '../data/literals';
import { type Column, DataError, findColumn, type Table } from '../data/table';
import type { Instance } from '../ers/instance';
import { parseRational, type Rational } from '../ers/rational';
import { type Job, pacer } from '../job';
import { Candidates } from './candidates';

export type Ranking = 'gain' | 'support' | 'precision';

export interface MineOptions {
  readonly target: string;
  /** The value of the target that means yes; guessed for two-valued targets. */
  readonly positive?: string;
  /** Columns that no rule may use: protected ones, identifiers. */
  readonly exclude?: readonly string[];
  /** Most conditions in a rule, 1 to 4. */
  readonly maxLength?: number;
  /** Least share of the points that a rule captures, as typed ("0.05", "1/20"); compared as integers. */
  readonly minSupport?: string | number;
  /** How many rules are kept. */
  readonly rules?: number;
  /** gain: weighted true minus false positives; support: points captured; precision: weighted share of positives captured. */
  readonly ranking?: Ranking;
  /** Weigh the points so that both classes weigh the same. */
  readonly balanced?: boolean;
  /** How numeric columns are cut, and exceptions by column. */
  readonly binning?: Binning;
  readonly bins?: Readonly<Record<string, Binning>>;
  /** Whether columns of three and more levels also give ≠. */
  readonly notEqual?: boolean;
  /** Whether "is missing" is a condition. */
  readonly missing?: boolean;
}

/** What a candidate rule is made of, and how it does by itself. */
export interface MinedRule {
  readonly literals: readonly Literal[];
  /** Points captured. */
  readonly captured: number;
  /** Positive points captured. */
  readonly positives: number;
}

export interface Mined {
  /** The points and the rules kept, best first; a rule's name is compact: `chist>1 ∧ phist=yes`. */
  readonly instance: Instance;
  /** Entry j describes rule j of the instance. */
  readonly rules: readonly MinedRule[];
  readonly target: string;
  readonly positive: string;
  /** Where each numeric column is cut. */
  readonly cuts: Readonly<Record<string, readonly number[]>>;
  /** Literals with enough support, and different rules with enough support before the cut to the best. */
  readonly literals: number;
  readonly candidates: number;
  readonly ms: number;
}

/** Model lists number their rules with 16 bits. */
export const MAX_RULES = 65_535;
export const MAX_LENGTH = 4;

/** How many rules are kept unless told. */
export const RULES_KEPT = 50;

export const ruleName = (literals: readonly Literal[]): string => literals.map(literalName).join(' ∧ ');

interface Item {
  readonly literal: Literal;
  readonly captured: BitSet;
}

function checkCount(value: number, most: number, what: string): number {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new RangeError(`${what} must be a whole number from 1 to ${most}, not ${value}`);
  return value;
}

/** The least number of points with support ≥ s, at least one: ⌈s·n⌉ in integers. */
function leastCount(minSupport: string | number, n: number): number {
  const s: Rational = parseRational(String(minSupport));
  if (s.num < 0n || s.num >= s.den)
    throw new RangeError(`the least support must be from 0 to below 1, not ${minSupport}`);
  return Math.max(1, Number((s.num * BigInt(n) + s.den - 1n) / s.den));
}

function cutsOf(columns: readonly Column[], { bins, binning = QUARTILES }: MineOptions): Mined['cuts'] {
  const numeric = columns.filter((column) => column.kind === 'numeric');
  return Object.fromEntries(numeric.map((column) => [column.name, cutPoints(column, bins?.[column.name] ?? binning)]));
}

function itemsOf(
  table: Table,
  columns: readonly Column[],
  cuts: Mined['cuts'],
  least: number,
  { notEqual, missing }: MineOptions,
): Item[] {
  const items: Item[] = [];
  for (const column of columns) {
    for (const literal of literalsOf(column, { cuts: cuts[column.name], least, notEqual, missing })) {
      const captured = captureOne(table, literal);
      const count = countBits(captured);
      if (count >= least && count < table.n) items.push({ literal, captured });
    }
  }
  return items;
}

function scoreOf(
  ranking: Ranking,
  labels: BitSet,
  n: number,
  balanced: boolean,
): (captured: number, positives: number) => number {
  if (ranking === 'support') return (captured) => captured;
  const all = countBits(labels);
  const [wPos, wNeg] = balanced ? [n - all, all] : [1, 1];
  if (ranking === 'gain') return (captured, positives) => wPos * positives - wNeg * (captured - positives);
  return (captured, positives) => (wPos * positives) / (wPos * positives + wNeg * (captured - positives));
}

/**
 * Mines candidate rules: conjunctions of 1 to `maxLength` literals with support in [minSupport, 1), as frequent item sets
 * over bit sets (Zaki, Eclat, IEEE TKDE 2000), one for each set of captured points (the shorter, then the first in column
 * order), ranked, the best kept; of equal ones the larger support, then the shorter, then the first. Throws a RangeError for an option out of
 * range and a DataError for a table that does not serve.
 */
export async function mine(table: Table, options: MineOptions, { signal, onProgress }: Job = {}): Promise<Mined> {
  const start = performance.now();
  const maxLength = checkCount(options.maxLength ?? 2, MAX_LENGTH, 'the length of a rule');
  const keep = checkCount(options.rules ?? RULES_KEPT, MAX_RULES, 'the number of rules');
  const least = leastCount(options.minSupport ?? '0.05', table.n);
  const positive = options.positive ?? guessPositive(table, options.target);
  const labels = labelsOf(table, options.target, positive);
  const weights = options.balanced ? balancedWeights(labels, table.n) : null;

  for (const name of [...(options.exclude ?? []), ...Object.keys(options.bins ?? {})]) findColumn(table, name);
  const columns = table.columns.filter((c) => c.name !== options.target && !options.exclude?.includes(c.name));
  if (columns.length === 0)
    throw new DataError('no column is left to make rules from: allow one of those that are left out');
  const cuts = cutsOf(columns, options);
  const items = itemsOf(table, columns, cuts, least, options);

  const pace = pacer(signal);
  const found = new Candidates(
    items.map((item) => item.captured),
    labels,
  );
  for (let length = 1; length <= maxLength; length++) {
    for (let first = 0; first < items.length; first++) {
      // Pairs are the unit of work: even the longest rules under one pair take a few milliseconds.
      for (const _ of found.grow(length, first, least)) {
        const pause = pace();
        if (pause) await pause;
      }
      onProgress?.({ fraction: (length - 1 + (first + 1) / items.length) / maxLength });
    }
  }

  const best = [...found.best(keep, scoreOf(options.ranking ?? 'gain', labels, table.n, options.balanced === true))];
  const rules = best.map(
    (c): MinedRule => ({
      literals: found.members(c).map((i) => items[i].literal),
      captured: found.captured(c),
      positives: found.positives(c),
    }),
  );
  return {
    instance: {
      n: table.n,
      labels,
      weights,
      rules: rules.map((rule, j) => ({ name: ruleName(rule.literals), captured: found.bits(best[j]) })),
    },
    rules,
    target: options.target,
    positive,
    cuts,
    literals: items.length,
    candidates: found.size,
    ms: performance.now() - start,
  };
}
