import { useEffect, useId, useState } from 'react';
import type { Binning } from '../../engine/data/bins';
import { formatDate, readDate } from '../../engine/data/dates';
import type { ColumnFacts, NumberFacts } from '../../engine/data/describe';
import { type Settings, type State, writeCuts } from './settings';

interface Props {
  column: ColumnFacts;
  numbers: NumberFacts;
  settings: Settings;
  set: (patch: Partial<State>) => void;
}

const MOST_CUTS = 30;

/** "25; 40" as numbers, "2020-12-31" as a day; null when it is something else. */
function read(text: string, dates: boolean): number[] | null {
  const parts = text.split(/[;\s]+/).filter(Boolean);
  const values = parts.map((part) => (dates ? readDate(part, 'ymd') : Number(part.replace(',', '.'))));
  const good = values.every((value) => value !== null && Number.isFinite(value));
  return good && values.length <= MOST_CUTS ? (values as number[]) : null;
}

/** What is wrong with the cut points; null when nothing is. */
function problemOf(cuts: readonly number[] | null, { dates }: ColumnFacts, { least, most }: NumberFacts) {
  const say = dates ? formatDate : String;
  if (!cuts)
    return `Cut points are ${dates ? 'dates such as 2020-12-31' : 'numbers'} with semicolons between them, at most ${MOST_CUTS}.`;
  const outside = cuts.find((cut) => cut < least || cut >= most);
  return outside === undefined
    ? null
    : `Values go from ${say(least)} to ${say(most)}: a cut at ${say(outside)} leaves nothing on one side, and is passed over.`;
}

/** Cut points of one's own for a numeric column; empty for those of all columns. */
export function CutsField({ column, numbers, settings: { dataset, mining }, set }: Props) {
  const { name } = column;
  const id = useId();
  const dated = column.dates !== null;
  const say = dated ? formatDate : String;
  const own = mining.bins?.[name];
  const told = own?.kind === 'points' ? own.at.map(say).join('; ') : '';
  const [draft, setDraft] = useState(told);
  useEffect(() => setDraft(told), [told]);
  const cuts = read(draft, dated);
  const problem = problemOf(cuts, column, numbers);
  const commit = () => {
    if (!cuts || draft.trim() === told) return;
    const bins: Record<string, Binning> = { ...mining.bins };
    if (cuts.length > 0) bins[name] = { kind: 'points', at: cuts };
    else delete bins[name];
    const changed = Object.fromEntries(
      Object.entries(bins).filter(([column, cut]) => cut !== dataset.mining.bins?.[column]),
    );
    set({ cuts: writeCuts(changed), a: [], b: [] });
  };
  return (
    <div className="cuts-field">
      <label htmlFor={id}>own cuts</label>
      <input
        id={id}
        type="text"
        value={draft}
        placeholder={numbers.cuts.slice(0, 2).map(say).join('; ')}
        aria-invalid={cuts === null}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {problem && (
        <p className="figure-note problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
