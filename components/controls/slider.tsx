import { type CSSProperties, useId } from 'react';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value in words, shown beside the label and read aloud. */
  text: string;
  onChange: (value: number) => void;
}

/** A slider whose label shows its value. */
export function Slider({ label, value, min, max, step = 1, text, onChange }: Props) {
  const id = useId();
  const filled = `${(100 * (value - min)) / (max - min || 1)}%`;
  return (
    <div className="control">
      <span className="label">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} aria-live="off">
          {text}
        </output>
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        style={{ '--filled': filled } as CSSProperties}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
