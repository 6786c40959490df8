import { useEffect, useId, useState } from 'react';
import { TextField } from '../controls/text-field';
import { formatCount } from '../format';
import { type Box, readBox, writeBox } from './box';
import { isGap } from './measures';
import type { State } from './settings';
import type { AxisName } from './shape';
import type { Look } from './use-look';

interface Props {
  look: Look;
  state: State;
  set: (patch: Partial<State>) => void;
  /** Whether the fields for a rectangle are shown; meanwhile a finger draws. */
  onToggle: (open: boolean) => void;
}

/** Axes whose values are shares are typed as they are written: in percent, or in points. */
const unitOf = (axis: AxisName): number => (axis === 'size' || axis === 'objective' ? 1 : 100);

/** Dots of the same number of rules are strewn by up to a half: a whole number means all of them. */
const HALF = 0.5;

/** An end of a range as it is typed, and back. */
const toText = (axis: AxisName, value: number, end: 0 | 1): string =>
  axis === 'size'
    ? String(end === 0 ? Math.ceil(value) : Math.floor(value))
    : String(+(value * unitOf(axis)).toPrecision(5));
const toValue = (axis: AxisName, text: string, end: 0 | 1): number =>
  axis === 'size' ? Number(text) + (end === 0 ? -HALF : HALF) : Number(text) / unitOf(axis);

interface RangeProps {
  axis: AxisName;
  title: string;
  range: readonly [number, number];
  onChange: (range: readonly [number, number]) => void;
}

/** From where to where on an axis, typed. */
function Range({ axis, title, range, onChange }: RangeProps) {
  const id = useId();
  const told = `${toText(axis, range[0], 0)} ${toText(axis, range[1], 1)}`;
  const [drafts, setDrafts] = useState(told.split(' '));
  useEffect(() => setDrafts(told.split(' ')), [told]);
  const values = [toValue(axis, drafts[0], 0), toValue(axis, drafts[1], 1)] as const;
  const bad = drafts.some((text) => text.trim() === '') || !(values[0] < values[1]);
  const commit = () => {
    if (drafts.join(' ') === told) return;
    if (bad) setDrafts(told.split(' '));
    else onChange(values);
  };
  return (
    <fieldset className="range-field">
      <legend>{unitOf(axis) === 100 && !isGap(axis) ? `${title}, in percent` : title}</legend>
      {(['from', 'to'] as const).map((word, end) => (
        <label key={word} htmlFor={`${id}-${word}`}>
          {word}{' '}
          <TextField
            id={`${id}-${word}`}
            inputMode="decimal"
            size={7}
            value={drafts[end]}
            aria-invalid={bad}
            onChange={(event) => setDrafts(drafts.map((text, i) => (i === end ? event.currentTarget.value : text)))}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** The rectangle of models that is looked at: what it holds, closer, or no more; and the same by keyboard. */
export function SelectionBar({ look, state, set, onToggle }: Props) {
  const { names, words, box, view } = look;
  const zoomed = readBox(state.zoom) !== null;
  const change = (next: Box) => set({ box: writeBox(next) });
  const from = box ?? view;
  return (
    <div className="selection-bar needs-script">
      {box && (
        <p role="status">
          <strong>{formatCount(look.kept.length)}</strong> {look.kept.length === 1 ? 'model' : 'models'} selected: all
          beside and below is about them.
        </p>
      )}
      {box && (
        <button type="button" className="chip" onClick={() => set({ zoom: state.box, box: '' })}>
          Zoom in
        </button>
      )}
      {box && (
        <button type="button" className="chip" onClick={() => set({ box: '' })}>
          Clear selection
        </button>
      )}
      {zoomed && (
        <button type="button" className="chip" onClick={() => set({ zoom: '' })}>
          Zoom out
        </button>
      )}
      <details className="more" onToggle={(event) => onToggle(event.currentTarget.open)}>
        <summary>{box ? 'Change the rectangle' : 'Draw a rectangle in the cloud, or type it'}</summary>
        <p className="figure-note for-fingers">While this is open, a finger draws in the cloud.</p>
        <Range axis={names.x} title={words.x.title} range={from.x} onChange={(x) => change({ ...from, x })} />
        <Range axis={names.y} title={words.y.title} range={from.y} onChange={(y) => change({ ...from, y })} />
      </details>
    </div>
  );
}
