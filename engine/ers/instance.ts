import { type BitSet, bitsFromString, bitsToString } from '../bits/bitset';
import { jsonErrorAt } from './json-error';

/** A candidate rule: its words and the points that it captures. */
export interface Rule {
  readonly name: string;
  readonly captured: BitSet;
}

/** The points, their labels and the candidate rules: all that the search knows of a data set. */
export interface Instance {
  readonly n: number;
  /** Bit i is set when point i is positive. */
  readonly labels: BitSet;
  /** Positive integers, one a point; null when every point weighs 1. Their sum stays below 2^53. */
  readonly weights: Float64Array | null;
  readonly rules: readonly Rule[];
}

/** Models number their rules with 16 bits. */
export const MAX_RULES = 65_535;

/** The sum of all weights, W: mistakes are divided by it. */
export function totalWeight(instance: Instance): number {
  return instance.weights ? instance.weights.reduce((sum, w) => sum + w, 0) : instance.n;
}

/** What is wrong with an instance file, and where in it; line and column count from 1. */
export class InstanceError extends Error {
  override name = 'InstanceError';
  constructor(
    message: string,
    readonly line?: number,
    readonly column?: number,
  ) {
    super(message);
  }
}

function syntaxError(text: string): InstanceError {
  const at = jsonErrorAt(text);
  const before = text.slice(0, at).split('\n');
  const what = at < text.length ? `unexpected ${JSON.stringify(text[at])}` : 'it ends too early';
  return new InstanceError(`not JSON: ${what}`, before.length, before[before.length - 1].length + 1);
}

/** A value as it may be quoted in a sentence; it may be of any size and depth. */
function quote(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = String(JSON.stringify(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readBits(value: unknown, n: number, where: string): BitSet {
  if (typeof value !== 'string') throw new InstanceError(`${where} must be a string of ${n} characters 0 and 1`);
  if (value.length !== n) throw new InstanceError(`${where} has ${value.length} characters, but n is ${n}`);
  try {
    return bitsFromString(value);
  } catch (error) {
    throw new InstanceError(`${where}: ${(error as Error).message}`);
  }
}

function readWeights(value: unknown, n: number): Float64Array | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length !== n) {
    throw new InstanceError(`"weights" must be a list of ${n} positive integers, one a point`);
  }
  let total = 0;
  value.forEach((w, i) => {
    if (!Number.isSafeInteger(w) || w < 1)
      throw new InstanceError(`"weights"[${i}] is ${quote(w)}, not a positive integer`);
    total += w;
  });
  if (!Number.isSafeInteger(total))
    throw new InstanceError('the weights add up to 2^53 or more: divide them by a common factor');
  return Float64Array.from(value);
}

/**
 * Reads an instance from the text of its JSON file (DESIGN.md, "Command line"):
 * `{"n", "labels", "rules": [{"name", "captured"}], "weights"?}`, bit i of every string being point i.
 * Throws an InstanceError that says what is wrong and where.
 */
export function parseInstance(text: string): Instance {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw syntaxError(text);
  }
  if (!isObject(raw)) throw new InstanceError('an instance is a JSON object with "n", "labels" and "rules"');
  const n = raw.n;
  if (!Number.isSafeInteger(n) || (n as number) < 1)
    throw new InstanceError(`"n" must be a positive integer, not ${quote(n)}`);
  if (!Array.isArray(raw.rules)) throw new InstanceError('"rules" must be a list of {"name", "captured"}');
  if (raw.rules.length > MAX_RULES)
    throw new InstanceError(`there are ${raw.rules.length} rules; at most ${MAX_RULES} can be searched`);
  const points = n as number;
  return {
    n: points,
    labels: readBits(raw.labels, points, '"labels"'),
    weights: readWeights(raw.weights, points),
    rules: raw.rules.map((rule: unknown, j): Rule => {
      if (!isObject(rule)) throw new InstanceError(`rule ${j} must be an object with "captured"`);
      if (rule.name !== undefined && typeof rule.name !== 'string')
        throw new InstanceError(`rule ${j}: "name" must be a string`);
      return {
        name: (rule.name as string | undefined) ?? `rule ${j}`,
        captured: readBits(rule.captured, points, `rule ${j}: "captured"`),
      };
    }),
  };
}

/** The JSON text that `parseInstance` reads back. */
export function formatInstance(instance: Instance): string {
  const rules = instance.rules.map((r) =>
    JSON.stringify({ name: r.name, captured: bitsToString(r.captured, instance.n) }),
  );
  const weights = instance.weights ? `"weights":${JSON.stringify([...instance.weights])},\n` : '';
  return `{"n":${instance.n},"labels":"${bitsToString(instance.labels, instance.n)}",\n${weights}"rules":[\n${rules.join(',\n')}\n]}\n`;
}
