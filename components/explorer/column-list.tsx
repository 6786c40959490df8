import type { ColumnFacts } from '../../engine/data/describe';
import { type Settings, type State, writeNames } from './settings';

interface Props {
  settings: Settings;
  facts: readonly ColumnFacts[];
  set: (patch: Partial<State>) => void;
}

/** Which columns rules may use. */
export function ColumnList({ settings: { dataset, mining }, facts, set }: Props) {
  const toggle = (name: string, use: boolean) => {
    const without = use ? mining.exclude.filter((column) => column !== name) : [...mining.exclude, name];
    const usual = Object.keys(dataset.leftOut).filter((column) => column !== mining.target);
    const same = without.length === usual.length && usual.every((column) => without.includes(column));
    set({ without: same ? 'default' : writeNames(without), a: [], b: [] });
  };
  return (
    <fieldset className="columns">
      <legend>Rules may use</legend>
      {facts
        .filter(({ name }) => name !== mining.target)
        .map(({ name }) => (
          <label key={name} title={dataset.leftOut[name] ?? dataset.columns[name]?.meaning}>
            <input
              type="checkbox"
              checked={!mining.exclude.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            <span>
              {dataset.columns[name]?.title ?? name}
              {dataset.leftOut[name] && <small> {dataset.leftOut[name]}</small>}
            </span>
          </label>
        ))}
    </fieldset>
  );
}
