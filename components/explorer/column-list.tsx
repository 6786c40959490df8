import type { ColumnFacts } from '../../engine/data/describe';
import type { Warning } from '../../engine/data/inspect';
import { formatCount } from '../format';
import { CutsField } from './cuts-field';
import { Histogram } from './histogram';
import { readNames, type Settings, type State, writeNames } from './settings';
import { BY_DEFAULT } from './shape';

interface Props {
  settings: Settings;
  state: State;
  facts: readonly ColumnFacts[];
  /** Columns that no rule uses. */
  left: readonly string[];
  warnings: readonly Warning[];
  set: (patch: Partial<State>) => void;
}

const without = (text: string, name: string): string => writeNames(readNames(text).filter((n) => n !== name));

function levelsOf({ levels, distinct }: ColumnFacts): string {
  const few = levels.slice(0, 4).map(({ value, count }) => `${value || '“”'} ${formatCount(count)}`);
  return few.join(' · ') + (distinct > few.length ? ` · ${formatCount(distinct - few.length)} more` : '');
}

/** The columns: their types and values, whether rules may use them, where numbers are cut, and what is suspicious. */
export function ColumnList({ settings, state, facts, left, warnings, set }: Props) {
  const { dataset, mining } = settings;
  const use = (name: string, used: boolean) => {
    const next = used ? left.filter((column) => column !== name) : [...left, name];
    const usual = Object.keys(dataset.leftOut).filter((column) => column !== mining.target);
    const same = !settings.cautious && next.length === usual.length && usual.every((column) => next.includes(column));
    set({ without: same ? BY_DEFAULT : writeNames(next), a: [], b: [] });
  };
  const tell = (name: string, kind: ColumnFacts['kind']) =>
    set({
      numbers: kind === 'numeric' ? writeNames([...readNames(state.numbers), name]) : without(state.numbers, name),
      levels: kind === 'categorical' ? writeNames([...readNames(state.levels), name]) : without(state.levels, name),
      a: [],
      b: [],
    });
  return (
    <ul className="column-list">
      {facts.map((column) => {
        const { name, kind, missing } = column;
        const target = name === mining.target;
        const used = !target && !left.includes(name);
        const reason = dataset.leftOut[name];
        return (
          <li key={name} data-used={used || target}>
            <label className="use">
              <input
                type="checkbox"
                checked={used}
                disabled={target}
                onChange={(event) => use(name, event.currentTarget.checked)}
              />
              <span>{dataset.columns[name]?.title ?? name}</span>
            </label>
            <select
              aria-label={`Type of ${name}`}
              value={kind}
              onChange={(event) => tell(name, event.currentTarget.value as ColumnFacts['kind'])}
            >
              <option value="numeric">numbers</option>
              <option value="categorical">levels</option>
            </select>
            <div className="about">
              {target && <p>What is to be predicted.</p>}
              {!used && reason && <p>Left out: {reason}.</p>}
              {warnings
                .filter((warning) => warning.column === name)
                .map(({ concern, message }) => (
                  <p key={concern} className="warn">
                    {/[.?!]$/.test(message) ? message : `${message}.`}
                  </p>
                ))}
              {column.numbers ? (
                <Histogram numbers={column.numbers} cuts={used ? cutsOf(settings, column) : []} />
              ) : (
                <p>{levelsOf(column)}</p>
              )}
              {missing > 0 && (
                <p>
                  {formatCount(missing)} missing:{' '}
                  {mining.missing ? 'a level of its own' : 'no condition applies to them'}
                </p>
              )}
              {used && column.numbers && <CutsField name={name} settings={settings} set={set} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a numeric column is cut, as far as that is known without the values. */
function cutsOf({ mining }: Settings, { name, numbers }: ColumnFacts): readonly number[] {
  const own = mining.bins?.[name];
  if (own?.kind === 'points') return own.at;
  return mining.binning ? [] : (numbers?.cuts ?? []);
}
