import { useMemo, useState } from 'react';
import { countAnd, countBits } from '../../engine/bits/bitset';
import { captureAll, type Literal, literalName, type Operator } from '../../engine/data/literals';
import type { Column, Table } from '../../engine/data/table';
import type { Instance } from '../../engine/ers/instance';
import { ruleName } from '../../engine/rules/mine';
import { readLiteral } from '../../engine/rules/read-rule';
import { ruleWords } from '../../engine/rules/words';
import { formatCount, formatPercent } from '../format';
import type { Settings } from './settings';

interface Props {
  settings: Settings;
  /** The rows by which rules are made, and their labels. */
  table: Table;
  labels: Instance['labels'];
  /** The rules there are, by name. */
  names: readonly string[];
  onAdd: (name: string) => void;
}

/** A condition as it is being put together. */
interface Draft {
  readonly column: string;
  readonly op: Operator;
  readonly value: string;
}

/** More levels than this are typed, not chosen. */
const MOST_LEVELS = 200;
const MOST_CONDITIONS = 4;

const COMPARED: Readonly<Record<Column['kind'], readonly { value: Operator; text: string }[]>> = {
  numeric: [
    { value: '≤', text: 'is at most' },
    { value: '>', text: 'is above' },
  ],
  categorical: [
    { value: '=', text: 'is' },
    { value: '≠', text: 'is not' },
  ],
};

const blank = (column: Column): Draft => ({
  column: column.name,
  op: COMPARED[column.kind][0].value,
  value: column.kind === 'categorical' && column.levels.length <= MOST_LEVELS ? (column.levels[0] ?? '') : '',
});

/** A rule of the reader's own: conditions that must all hold, and at once what it captures and how often it is right. */
export function RuleBuilder({ settings, table, labels, names, onAdd }: Props) {
  const { dataset, mining } = settings;
  const columns = useMemo(() => table.columns.filter(({ name }) => name !== mining.target), [table, mining.target]);
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => columns.slice(0, 1).map(blank));
  const known = drafts.filter(({ column }) => columns.some(({ name }) => name === column));
  const literals = known.map((draft) => readLiteral(`${draft.column}${draft.op}${draft.value}`, table));
  const whole = literals.length > 0 && literals.every((literal) => literal !== null) ? (literals as Literal[]) : null;
  const key = whole?.map(literalName).join(' ∧ ') ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the literals
  const captured = useMemo(() => whole && captureAll(table, whole), [key, table]);
  const change = (i: number, patch: Partial<Draft>) =>
    setDrafts(known.map((draft, at) => (at === i ? { ...draft, ...patch } : draft)));
  const count = captured ? countBits(captured) : 0;
  const name = whole ? ruleName(whole) : '';
  const useless = count === 0 || count === table.n;
  const there = names.includes(name);
  return (
    <details className="more rule-builder">
      <summary>Write a rule of your own</summary>
      {known.map((draft, i) => {
        const column = columns.find(({ name }) => name === draft.column)!;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name
          <div className="condition" key={i}>
            <select
              aria-label={`Column of condition ${i + 1}`}
              value={draft.column}
              onChange={(event) => change(i, blank(columns.find(({ name }) => name === event.currentTarget.value)!))}
            >
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {dataset.columns[name]?.title ?? name}
                </option>
              ))}
            </select>
            <select
              aria-label={`Comparison of condition ${i + 1}`}
              value={draft.op}
              onChange={(event) => change(i, { op: event.currentTarget.value as Operator })}
            >
              {COMPARED[column.kind].map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
            {column.kind === 'categorical' && column.levels.length <= MOST_LEVELS ? (
              <select
                aria-label={`Value of condition ${i + 1}`}
                value={draft.value}
                onChange={(event) => change(i, { value: event.currentTarget.value })}
              >
                {column.levels.map((level) => (
                  <option key={level} value={level}>
                    {level}
                  </option>
                ))}
              </select>
            ) : (
              <input
                type="text"
                aria-label={`Value of condition ${i + 1}`}
                aria-invalid={draft.value !== '' && literals[i] === null}
                value={draft.value}
                onChange={(event) => change(i, { value: event.currentTarget.value })}
              />
            )}
            {known.length > 1 && (
              <button
                type="button"
                className="chip"
                aria-label={`Remove condition ${i + 1}`}
                onClick={() => setDrafts(known.filter((_, at) => at !== i))}
              >
                ×
              </button>
            )}
          </div>
        );
      })}
      {known.length < MOST_CONDITIONS && columns.length > 0 && (
        <button type="button" className="chip" onClick={() => setDrafts([...known, blank(columns[0])])}>
          and …
        </button>
      )}
      <p className="figure-note" role="status">
        {!whole && 'Every condition needs a value of its column.'}
        {whole &&
          (useless
            ? `${ruleWords(whole, dataset.columns)}: captures ${count === 0 ? 'nobody' : 'everybody'}, so it tells nobody apart.`
            : `${ruleWords(whole, dataset.columns)}: captures ${formatCount(count)} of ${formatCount(table.n)}, ${formatPercent(countAnd(captured!, labels) / count)} of them yes.`)}
      </p>
      <button type="button" className="button" disabled={!whole || useless || there} onClick={() => onAdd(name)}>
        {there ? 'It is among the rules' : 'Add it to the rules'}
      </button>
    </details>
  );
}
