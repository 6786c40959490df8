import { useState } from 'react';
import { Segments, Select } from '../controls/choice';
import { formatCount } from '../format';
import { filterOf, isFiltering, NO_FILTER } from './filter';
import type { Slot } from './scatter';
import type { State } from './settings';

interface ChooserProps {
  active: Slot;
  fair: boolean;
  unseen: boolean;
  onActive: (slot: Slot) => void;
  onChoose: (kind: Choice) => void;
}

/** A model with a property of its own. */
export type Choice = 'simplest' | 'fairest' | 'accurate' | 'different';

const SLOTS = [
  { value: 'a', text: 'A' },
  { value: 'b', text: 'B' },
] as const;

/** Moves A or B to a model with a property of its own. */
export function Chooser({ active, fair, unseen, onActive, onChoose }: ChooserProps) {
  const choices: { kind: Choice; text: string }[] = [
    { kind: 'simplest', text: 'simplest' },
    ...(fair ? [{ kind: 'fairest' as const, text: 'smallest gap' }] : []),
    { kind: 'accurate', text: unseen ? 'best on rows held out' : 'most accurate' },
    { kind: 'different', text: `most unlike ${active === 'a' ? 'B' : 'A'}` },
  ];
  return (
    <div className="chooser needs-script">
      <Segments label="Move" value={active} options={SLOTS} onChange={onActive} />
      <span>to the</span>
      {choices.map(({ kind, text }) => (
        <button key={kind} type="button" className="chip" onClick={() => onChoose(kind)}>
          {text}
        </button>
      ))}
    </div>
  );
}

interface FilterProps {
  state: State;
  /** Columns that rules use, with their titles. */
  columns: readonly { readonly name: string; readonly title: string }[];
  /** The candidate rules, in words. */
  rules: readonly { readonly name: string; readonly words: string }[];
  /** The most rules in a model listed. */
  longest: number;
  shown: number;
  of: number;
  set: (patch: Partial<State>) => void;
}

/** Which models are looked at. */
export function FilterBar({ state, columns, rules, longest, shown, of, set }: FilterProps) {
  const named = columns.map(({ name, title }) => ({ value: name, text: title }));
  const written = rules.map(({ name, words }) => ({ value: name, text: words }));
  const sizes = (words: string) =>
    Array.from({ length: longest }, (_, i) => ({ value: String(i + 1), text: `${words} ${i + 1}` }));
  const sizeOf = (size: number | null) => (size === null ? '' : String(Math.min(size, longest)));
  const filtering = shown < of;
  const [open, setOpen] = useState(false);
  const asked = isFiltering(filterOf(state));
  return (
    <details
      className="more filters needs-script"
      open={asked || open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{filtering ? `Showing ${formatCount(shown)} of ${formatCount(of)}` : 'Show only some'}</summary>
      {(asked || open) && (
        <div>
          <Select
            label="Rules"
            value={sizeOf(state.most)}
            options={[{ value: '', text: 'any number' }, ...sizes('at most')]}
            onChange={(most) => set({ most: most === '' ? null : Number(most) })}
          />
          <Select
            label="and"
            value={sizeOf(state.least)}
            options={[{ value: '', text: 'any number' }, ...sizes('at least')]}
            onChange={(least) => set({ least: least === '' ? null : Number(least) })}
          />
          <Select
            label="Using"
            value={state.using}
            options={[{ value: '', text: 'any column' }, ...named]}
            onChange={(using) => set({ using })}
          />
          <Select
            label="Not using"
            value={state.avoiding}
            options={[{ value: '', text: 'no matter' }, ...named]}
            onChange={(avoiding) => set({ avoiding })}
          />
          <Select
            label="With the rule"
            value={state.has}
            options={[{ value: '', text: 'any rule' }, ...written]}
            onChange={(has) => set({ has })}
          />
          <Select
            label="Without the rule"
            value={state.lacks}
            options={[{ value: '', text: 'no matter' }, ...written]}
            onChange={(lacks) => set({ lacks })}
          />
          {asked && (
            <button type="button" className="chip" onClick={() => set(NO_FILTER)}>
              Show all
            </button>
          )}
        </div>
      )}
    </details>
  );
}
