interface Props<K extends string> {
  label: string;
  options: readonly { readonly key: K; readonly text: string; readonly on: boolean }[];
  onToggle: (key: K, on: boolean) => void;
}

/** A few switches side by side. */
export function Toggles<K extends string>({ label, options, onToggle }: Props<K>) {
  return (
    <fieldset className="segments toggles">
      <legend>{label}</legend>
      <div>
        {options.map(({ key, text, on }) => (
          <label key={key}>
            <input type="checkbox" checked={on} onChange={(event) => onToggle(key, event.currentTarget.checked)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
