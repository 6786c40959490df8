import type { Layout } from './layout';
import type { Trace } from './view';

export const ROW = 30;
/** Where the row of the empty set lies. */
const TOP = 14;

export const yOf = (row: number): number => TOP + row * ROW;
export const heightOf = (rules: number): number => yOf(rules) + ROW / 2;

/** What became of a rule set, as a mark shows it. */
export type Fate = 'member' | 'other' | 'over';

export const fateOf = ({ member, verdict }: Trace, k: number): Fate =>
  verdict[k] === 'hierarchical' ? 'over' : member[k] ? 'member' : 'other';

/** Whether rules that could have joined were turned away without a look, although the set itself was weighed. */
export const turnedAway = ({ verdict, rule }: Trace, k: number, rules: number): boolean =>
  (verdict[k] === 'look-ahead' || verdict[k] === 'size') && rule[k] < rules - 1;

/** Marks are strokes of no length and lines of no fixed width, so the drawing stretches while they keep their size. */
export interface Paths {
  readonly lines: string;
  readonly member: string;
  readonly other: string;
  /** Where nothing longer is looked at: a bar, alone or under a dot. */
  readonly cut: string;
}

const at = (column: number): number => column + 0.5;

/** The marks of the entries from .. to − 1, and the lines that lead to them. x counts columns, y pixels. */
export function pathsOf(trace: Trace, { column, row, from }: Layout, rules: number, start: number, end: number): Paths {
  const lines: string[] = [];
  const marks: Record<Exclude<Fate, 'over'>, string[]> = { member: [], other: [] };
  const cut: string[] = [];
  /** From where to where the line of a column runs. */
  const reach = new Map<number, [number, number]>();
  for (let k = start; k < end; k++) {
    const x = at(column[k]);
    const y = yOf(row[k]);
    const fate = fateOf(trace, k);
    if (fate === 'over') cut.push(`M${x} ${y - 1}v2`);
    else marks[fate].push(`M${x} ${y}h0`);
    if (turnedAway(trace, k, rules)) cut.push(`M${x} ${y + 7}v2`);
    if (k === 0) continue;
    if (from[k] >= 0) lines.push(`M${at(from[k])} ${y}H${x}`);
    const p = trace.parent[k];
    // Children come one after the other: a stretch that begins amid them goes on from the last of the stretch before.
    const top = reach.get(p)?.[0] ?? yOf(row[trace.parent[k - 1] === p ? k - 1 : p]);
    reach.set(p, [top, y]);
  }
  for (const [p, [top, deep]] of reach) lines.push(`M${at(column[p])} ${top}V${deep}`);
  return {
    lines: lines.join(''),
    member: marks.member.join(''),
    other: marks.other.join(''),
    cut: cut.join(''),
  };
}

/** The way from the empty set down to an entry. */
export function wayTo({ parent }: Trace, { column, row, from }: Layout, entry: number): string {
  let way = '';
  for (let k = entry; k > 0; k = parent[k]) {
    const x = from[k] >= 0 ? `M${at(column[k])} ${yOf(row[k])}H${at(from[k])}` : `M${at(column[k])} ${yOf(row[k])}`;
    way += `${x}V${yOf(row[parent[k]])}`;
  }
  return way;
}
