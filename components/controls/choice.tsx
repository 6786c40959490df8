import { useId } from 'react';
import { useAlive } from './use-alive';

interface Props<W extends string> {
  label: string;
  value: W;
  options: readonly { readonly value: W; readonly text: string }[];
  onChange: (value: W) => void;
}

/** A drop-down list with its label above. */
export function Select<W extends string>({ label, value, options, onChange }: Props<W>) {
  const id = useId();
  const alive = useAlive();
  return (
    <div className="control">
      <span className="label">
        <label htmlFor={id}>{label}</label>
      </span>
      {alive ? (
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as W)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : (
        <span id={id} className="field">
          {options.find((option) => option.value === value)?.text}
        </span>
      )}
    </div>
  );
}

/** A few exclusive choices side by side. */
export function Segments<W extends string>({ label, value, options, onChange }: Props<W>) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
