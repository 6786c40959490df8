import { useEffect, useId, useState } from 'react';
import type { Binning } from '../../engine/data/bins';
import { type Settings, type State, writeCuts } from './settings';

interface Props {
  name: string;
  settings: Settings;
  set: (patch: Partial<State>) => void;
}

const MOST_CUTS = 30;

/** "25; 40" as numbers; null when it is something else. */
function read(text: string): number[] | null {
  const parts = text.split(/[;\s]+/).filter(Boolean);
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  return numbers.every(Number.isFinite) && numbers.length <= MOST_CUTS ? numbers : null;
}

/** Cut points of one's own for a numeric column; empty for those of all columns. */
export function CutsField({ name, settings: { dataset, mining }, set }: Props) {
  const id = useId();
  const own = mining.bins?.[name];
  const told = own?.kind === 'points' ? own.at.join('; ') : '';
  const [draft, setDraft] = useState(told);
  useEffect(() => setDraft(told), [told]);
  const numbers = read(draft);
  const commit = () => {
    if (!numbers || draft.trim() === told) return;
    const bins: Record<string, Binning> = { ...mining.bins };
    if (numbers.length > 0) bins[name] = { kind: 'points', at: numbers };
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
        placeholder="25; 40"
        aria-invalid={numbers === null}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {numbers === null && (
        <p className="figure-note problem" role="alert">
          Cut points are numbers with semicolons between them, at most {MOST_CUTS}.
        </p>
      )}
    </div>
  );
}
