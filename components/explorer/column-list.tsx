import { useState } from 'react';
import type { ColumnFacts } from '../../engine/data/describe';
import type { ColumnType } from '../../engine/data/types';
import { formatCount } from '../format';
import { ColumnItem } from './column-item';
import type { Pool } from './exploration';
import { readTypes, type Settings, type State, writeNames, writeTypes } from './settings';
import { BY_DEFAULT } from './shape';

interface Props {
  settings: Settings;
  state: State;
  facts: readonly ColumnFacts[];
  /** The rules that are made of the columns; null before they are. */
  pool: Pool | null;
  set: (patch: Partial<State>) => void;
}

/** So many columns are drawn at a time: a table may have a thousand. */
const AT_ONCE = 40;

/** The columns with what is suspicious first, when they are too many to be seen at once. */
function inOrder(facts: readonly ColumnFacts[], target: string, suspicious: ReadonlySet<string>) {
  if (facts.length <= AT_ONCE) return facts;
  const rank = ({ name }: ColumnFacts) => (name === target ? 0 : suspicious.has(name) ? 1 : 2);
  return [...facts].sort((a, b) => rank(a) - rank(b));
}

/** The columns: their types and values, whether rules may use them, where numbers are cut, and what is suspicious. */
export function ColumnList({ settings, state, facts, pool, set }: Props) {
  const { dataset, mining } = settings;
  const [wanted, setWanted] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const left = pool?.left ?? mining.exclude;
  const warnings = pool?.warnings ?? [];
  const use = (name: string, used: boolean) => {
    const next = used ? left.filter((column) => column !== name) : [...left, name];
    const usual = Object.keys(dataset.leftOut).filter((column) => column !== mining.target);
    const same = !settings.cautious && next.length === usual.length && usual.every((column) => next.includes(column));
    set({ without: same ? BY_DEFAULT : writeNames(next), a: [], b: [] });
  };
  const tell = (name: string, type: ColumnType) =>
    set({ ...writeTypes({ ...readTypes(state), [name]: type }), a: [], b: [] });
  const titleOf = (name: string) => dataset.columns[name]?.title ?? name;
  const suspicious = new Set(warnings.map(({ column }) => column));
  const found = inOrder(facts, mining.target, suspicious).filter(({ name }) =>
    titleOf(name).toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <>
      {facts.length > AT_ONCE && (
        <input
          type="search"
          className="find-column"
          aria-label="Find a column"
          placeholder={`find one of ${formatCount(facts.length)} columns`}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className="column-list">
        {found.slice(0, limit).map((column) => {
          const { name } = column;
          const used = name !== mining.target && !left.includes(name);
          return (
            <ColumnItem
              key={name}
              column={column}
              settings={settings}
              used={used}
              cuts={(used && pool?.mined.cuts[name]) || []}
              warnings={warnings.filter((warning) => warning.column === name)}
              onUse={(chosen) => use(name, chosen)}
              onType={(type) => tell(name, type)}
              set={set}
            />
          );
        })}
      </ul>
      {found.length === 0 && facts.length > 0 && <p className="figure-note">No column is called that.</p>}
      {found.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + AT_ONCE)}>
          Show {formatCount(Math.min(AT_ONCE, found.length - limit))} more of {formatCount(found.length)}
        </button>
      )}
    </>
  );
}
