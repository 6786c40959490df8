import { Segments, Select } from '../controls/choice';
import { formatCount } from '../format';
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
  /** The most rules in a model listed. */
  longest: number;
  shown: number;
  of: number;
  set: (patch: Partial<State>) => void;
}

/** Which models are looked at. */
export function FilterBar({ state, columns, longest, shown, of, set }: FilterProps) {
  const named = columns.map(({ name, title }) => ({ value: name, text: title }));
  const sizes = Array.from({ length: longest }, (_, i) => ({ value: String(i + 1), text: `at most ${i + 1}` }));
  const filtering = shown < of;
  return (
    <details className="more filters needs-script" open={state.most !== null || state.using + state.avoiding !== ''}>
      <summary>{filtering ? `Showing ${formatCount(shown)} of ${formatCount(of)}` : 'Show only some'}</summary>
      <div>
        <Select
          label="Rules"
          value={state.most === null ? '' : String(Math.min(state.most, longest))}
          options={[{ value: '', text: 'any number' }, ...sizes]}
          onChange={(most) => set({ most: most === '' ? null : Number(most) })}
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
      </div>
    </details>
  );
}
