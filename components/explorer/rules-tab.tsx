import { useMemo, useState } from 'react';
import { ruleCounts } from '../../engine/multiplicity/frequency';
import { ruleWords } from '../../engine/rules/words';
import { formatCount, formatPercent, formatShare } from '../format';
import { subList } from '../models/sub-list';
import { sampleWords } from './certainty';
import type { Exploration } from './exploration';
import { RuleBuilder } from './rule-builder';
import { readNames, type Settings, type State, writeNames } from './settings';
import type { View } from './view';

interface Props {
  exploration: Exploration;
  settings: Settings;
  state: State;
  view: View;
  places: Uint32Array;
  set: (patch: Partial<State>) => void;
}

/** Rows shown at first: a table of hundreds is no reading. */
const FIRST = 25;

/** The candidate rules: how many each captures, how often it is right, and how many models use it. */
export function RulesTab({ exploration, settings, state, view, places, set }: Props) {
  const { found, pool } = exploration;
  const { rules, instance } = pool.mined;
  const [all, setAll] = useState(false);
  const counts = useMemo(() => ruleCounts(subList(found.models, places), rules.length), [found, places, rules.length]);
  const order = useMemo(() => {
    const names = readNames(state.pin);
    const pins = instance.rules.map(({ name }) => Number(names.includes(name)));
    return [...rules.keys()].sort((a, b) => pins[b] - pins[a] || counts[b] - counts[a] || a - b);
  }, [rules, instance, counts, state.pin]);
  const sample = sampleWords(view);
  const [a, b] = view.models ?? [];
  const banned = readNames(state.ban);
  const pinned = readNames(state.pin);
  // Rules have other numbers in another pool, so the models that were picked are picked no more.
  const mark = (pin: readonly string[], ban: readonly string[]) =>
    set({ pin: writeNames(pin), ban: writeNames(ban), has: '', lacks: '', a: [], b: [] });
  const without = (names: readonly string[], name: string) => names.filter((other) => other !== name);
  const ban = (name: string) => mark(without(pinned, name), [...banned, name]);
  const pin = (name: string) =>
    pinned.includes(name) ? mark(without(pinned, name), banned) : mark([...pinned, name], without(banned, name));
  return (
    <div>
      {sample && <p className="figure-note">{sample}</p>}
      <p className="figure-note">
        The rules that models are made of, those first that most of the {formatCount(places.length)} models use. A
        banned rule gives its place to the next best; a pinned one is here whatever its rank.
      </p>
      <RuleBuilder
        settings={settings}
        table={pool.table}
        labels={instance.labels}
        names={instance.rules.map(({ name }) => name)}
        onAdd={pin}
      />
      <table className="rule-table">
        <thead>
          <tr>
            <th scope="col">rule</th>
            <th scope="col">captures</th>
            <th scope="col">of them yes</th>
            <th scope="col">used by</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {order.slice(0, all ? order.length : FIRST).map((j) => (
            <tr key={instance.rules[j].name}>
              <th scope="row">
                {a?.rules.includes(j) && <span className="tag">A</span>}
                {b?.rules.includes(j) && <span className="tag B">B</span>}
                {ruleWords(rules[j].literals, settings.dataset.columns)}
              </th>
              <td>{formatCount(rules[j].captured)}</td>
              <td>{formatPercent(rules[j].positives / rules[j].captured)}</td>
              <td>{places.length > 0 ? formatShare(counts[j] / places.length) : '–'}</td>
              <td className="marks">
                <button
                  type="button"
                  className="chip"
                  aria-pressed={pinned.includes(instance.rules[j].name)}
                  aria-label={`Pin: ${instance.rules[j].name}`}
                  onClick={() => pin(instance.rules[j].name)}
                >
                  pin
                </button>{' '}
                <button
                  type="button"
                  className="chip"
                  aria-label={`Ban: ${instance.rules[j].name}`}
                  onClick={() => ban(instance.rules[j].name)}
                >
                  ban
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {order.length > FIRST && !all && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          All {formatCount(order.length)} rules
        </button>
      )}
      {banned.length > 0 && (
        <>
          <p className="figure-note">Banned:</p>
          <ul className="banned">
            {banned.map((name) => (
              <li key={name}>
                {name}{' '}
                <button
                  type="button"
                  className="chip"
                  aria-label={`Allow: ${name}`}
                  onClick={() => mark(pinned, without(banned, name))}
                >
                  allow
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
