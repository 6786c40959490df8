import { type CSSProperties, useEffect, useId, useState } from 'react';
import { isDecimal } from '../permalink/state';
import { nearestStop } from './stops';
import { TextField } from './text-field';

interface Props {
  /** What is chosen, in words; its symbol, if any, stands in front of the field. */
  label: string;
  symbol: string;
  /** The decimal as typed. */
  value: string;
  /** Where the slider stops, ascending; what is typed may lie between them. */
  stops: readonly string[];
  /** What is wrong with a typed text, or null. */
  check: (text: string) => string | null;
  onChange: (value: string) => void;
}

/** A slider over some decimals beside a field that takes any: the engine reads what was typed exactly. */
export function DecimalSlider({ label, symbol, value, stops, check, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const problem = draft === value ? null : check(draft);
  const index = nearestStop(stops, value);

  const type = (text: string) => {
    setDraft(text);
    if (check(text) === null) onChange(text.trim());
  };
  return (
    <div className="control">
      <span className="label">
        <label htmlFor={id}>{label}</label>
        <span className="typed">
          <label htmlFor={`${id}-text`}>{symbol} =</label>
          <TextField
            id={`${id}-text`}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            size={6}
            maxLength={16}
            value={draft}
            aria-label={`${label}, ${symbol}`}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={() => setDraft(value)}
          />
        </span>
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={index}
        aria-valuetext={`${symbol} = ${value}`}
        style={{ '--filled': `${(100 * index) / (stops.length - 1)}%` } as CSSProperties}
        onChange={(event) => onChange(stops[event.currentTarget.valueAsNumber])}
      />
      {problem !== null && (
        <p className="figure-note problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Checks a decimal between two numbers, ends included. */
export const decimalBetween =
  (least: number, most: number, name: string) =>
  (text: string): string | null => {
    if (!isDecimal(text.trim())) return `${name} is a decimal such as 0.01.`;
    const number = Number(text);
    return number < least || number > most ? `${name} lies between ${least} and ${most} here.` : null;
  };
