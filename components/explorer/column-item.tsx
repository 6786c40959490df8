import type { DateFormat } from '../../engine/data/dates';
import type { ColumnFacts } from '../../engine/data/describe';
import type { Warning } from '../../engine/data/inspect';
import type { ColumnType } from '../../engine/data/types';
import { formatCount } from '../format';
import { CutsField } from './cuts-field';
import { Histogram } from './histogram';
import type { Settings, State } from './settings';

interface Props {
  column: ColumnFacts;
  settings: Settings;
  used: boolean;
  /** Where the rules cut the column. */
  cuts: readonly number[];
  warnings: readonly Warning[];
  onUse: (used: boolean) => void;
  onType: (type: ColumnType) => void;
  set: (patch: Partial<State>) => void;
}

const TYPES: readonly { value: ColumnType; text: string }[] = [
  { value: 'numeric', text: 'numbers' },
  { value: 'categorical', text: 'levels' },
  { value: 'ymd', text: 'dates y-m-d' },
  { value: 'dmy', text: 'dates d/m/y' },
  { value: 'mdy', text: 'dates m/d/y' },
];

function levelsOf({ levels, distinct }: ColumnFacts): string {
  if (distinct === 0) return 'No value at all.';
  const few = levels.slice(0, 4).map(({ value, count }) => `${value} ${formatCount(count)}`);
  return few.join(' · ') + (distinct > few.length ? ` · ${formatCount(distinct - few.length)} more` : '');
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

const otherOrder = ({ order }: DateFormat): string =>
  order === 'mdy'
    ? 'read with the month first, though the day could be'
    : 'read with the day first, though the month could be';

/** One column: its type and values, whether rules may use it, where numbers are cut, and what is suspicious. */
export function ColumnItem({ column, settings, used, cuts, warnings, onUse, onType, set }: Props) {
  const { name, kind, missing, numbers, dates } = column;
  const { dataset, mining } = settings;
  const target = name === mining.target;
  const reason = dataset.leftOut[name];
  return (
    <li data-used={used || target}>
      <label className="use">
        <input
          type="checkbox"
          checked={used}
          disabled={target}
          onChange={(event) => onUse(event.currentTarget.checked)}
        />
        <span>{dataset.columns[name]?.title ?? name}</span>
      </label>
      <select
        aria-label={`Type of ${name}`}
        value={dates?.order ?? kind}
        onChange={(event) => onType(event.currentTarget.value as ColumnType)}
      >
        {TYPES.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <div className="about">
        {target && <p>What is to be predicted.</p>}
        {!used && reason && <p>Left out: {reason}.</p>}
        {warnings.map(({ concern, message }) => (
          <p key={concern} className="warn">
            {sentence(message)}
          </p>
        ))}
        {dates?.ambiguous && <p className="warn">Every date could be two: {otherOrder(dates)}.</p>}
        {numbers ? <Histogram column={column} numbers={numbers} cuts={cuts} /> : <p>{levelsOf(column)}</p>}
        {missing > 0 && (
          <p>
            {formatCount(missing)} missing:{' '}
            {target
              ? 'these rows are left out'
              : mining.missing
                ? 'a level of its own'
                : 'no condition applies to them'}
          </p>
        )}
        {used && numbers && <CutsField column={column} numbers={numbers} settings={settings} set={set} />}
      </div>
    </li>
  );
}
