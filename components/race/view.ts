import { ALL, type Contestant, racing, WORKING } from './contestants';
import type { Work } from './laps';
import { rungsOf, type State } from './state';
import type { Times } from './use-race';

/** One place on a line. */
export interface Mark {
  readonly rules: number;
  /** Rule sets or states looked at, or milliseconds. */
  readonly value: number;
  /** Otherwise the true value is higher. */
  readonly complete: boolean;
}

export type Lines = Readonly<Partial<Record<Contestant, readonly Mark[]>>>;

/** What the axis that was chosen shows. */
export function linesOf(state: State, work: readonly Work[], times: Times): Lines {
  const rungs = new Set(rungsOf(state));
  if (state.axis === 'work') {
    const within = work.filter(({ rules }) => rungs.has(rules));
    return Object.fromEntries(
      WORKING.map((name) => {
        const marks = within.map(({ rules, by }) => ({ rules, value: by[name].work, complete: by[name].complete }));
        const end = marks.findIndex(({ complete }) => !complete);
        // Beyond its budget nothing is known.
        return [name, end < 0 ? marks : marks.slice(0, end + 1)];
      }),
    );
  }
  const raced = racing(state);
  return Object.fromEntries(
    ALL.filter((name) => raced.includes(name) && times[name]).map((name) => [
      name,
      times[name]!.filter(({ rules }) => rungs.has(rules)).map(({ rules, ms, complete }) => ({
        rules,
        value: ms,
        complete,
      })),
    ]),
  );
}

/** A contestant and this page at the most rules for which both have a value; the contestant may not have ended there. */
export interface Comparison {
  readonly rules: number;
  readonly slow: Mark;
  readonly fast: Mark;
  readonly ratio: number;
}

export function compareAt(lines: Lines, slow: Contestant, ours: readonly Mark[]): Comparison | null {
  const [a, b] = [lines[slow] ?? [], ours];
  for (let i = a.length - 1; i >= 0; i--) {
    const other = b.find(({ rules, complete }) => complete && rules === a[i].rules);
    if (other && other.value > 0)
      return { rules: a[i].rules, slow: a[i], fast: other, ratio: a[i].value / other.value };
  }
  return null;
}

/** This page's own values: of its depth-first search, or, in time, of whichever of its two ways was the quicker on one thread. */
export function oursIn({ depth = [], compiled = [] }: Lines, axis: State['axis']): readonly Mark[] {
  if (axis === 'work') return depth;
  return depth.map((mark) => {
    const other = compiled.find(({ rules, complete }) => complete && rules === mark.rules);
    return other && (!mark.complete || other.value < mark.value) ? other : mark;
  });
}

/** Whether all who counted the same set to its end agree. */
export function agreeing(times: Times): boolean {
  const counts = new Map<number, bigint>();
  for (const laps of Object.values(times)) {
    for (const { rules, count, complete } of laps) {
      if (!complete) continue;
      if ((counts.get(rules) ?? count) !== count) return false;
      counts.set(rules, count);
    }
  }
  return true;
}
