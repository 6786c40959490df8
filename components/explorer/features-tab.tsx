import { useMemo } from 'react';
import { columnCounts, columnsOf } from '../../engine/multiplicity/frequency';
import { formatCount, formatShare } from '../format';
import { subList } from '../models/sub-list';
import { useTask } from '../use-task';
import { ShareBar } from './bars';
import { sampleWords } from './certainty';
import type { Exploration } from './exploration';
import { reliedOn } from './reliance';
import type { Settings, State } from './settings';
import type { View } from './view';

interface Props {
  exploration: Exploration;
  settings: Settings;
  state: State;
  view: View;
  places: Uint32Array;
  placesKey: string;
  set: (patch: Partial<State>) => void;
}

const points = (value: number): string => `${value < -0.0005 ? '−' : ''}${Math.abs(100 * value).toFixed(1)}`;

/** Which columns the models use, and how much worse they get without: over all models, not in one. */
export function FeaturesTab({ exploration, settings, state, view, places, placesKey, set }: Props) {
  const { found, pool } = exploration;
  const { rules } = pool.mined;
  const used = useMemo(() => {
    const columns = columnsOf(rules);
    const counts = columnCounts(subList(found.models, places), rules, columns);
    return columns.map((name, f) => ({ name, count: counts[f] })).sort((a, b) => b.count - a.count);
  }, [found, rules, places]);
  const key = `${exploration.key} ${exploration.settings.epsilon} ${placesKey}`;
  const task = useTask(
    key,
    (context, job) => reliedOn(context, exploration, places, job),
    { key: '', result: null as Awaited<ReturnType<typeof reliedOn>> | null },
    places.length > 0,
  );
  const ranges = task.result;
  const sample = sampleWords(view);
  const most = Math.max(1e-9, ...(ranges ? [...ranges.columns.values()].map(([, high]) => high) : []));
  const toggle = (name: string, field: 'using' | 'avoiding') => set({ [field]: state[field] === name ? '' : name });
  if (places.length === 0)
    return (
      <p className="figure-note">No model passes the filter and lies in the rectangle: show more below the cloud.</p>
    );
  return (
    <div data-busy={task.busy}>
      {sample && <p className="figure-note">{sample}</p>}
      <p className="figure-note">
        In how many of the {formatCount(places.length)} models each column is used, and how much accuracy a model loses,
        in points, when the column's values are shuffled: from the model that needs it least to the one that needs it
        most{ranges && ranges.models < places.length ? `, among ${formatCount(ranges.models)} of them` : ''}.
      </p>
      <ul className="features">
        {used.map(({ name, count }) => {
          const range = ranges?.columns.get(name);
          return (
            <li key={name}>
              <div className="feature-name">
                <span>{settings.dataset.columns[name]?.title ?? name}</span>
                <b>{formatShare(count / places.length)}</b>
              </div>
              <ShareBar share={count / places.length} />
              <div className="feature-range">
                {range && (
                  <>
                    <div className="range" aria-hidden="true">
                      <span
                        style={{
                          left: `${(100 * Math.max(0, range[0])) / most}%`,
                          right: `${100 - (100 * Math.max(0, range[1])) / most}%`,
                        }}
                      />
                    </div>
                    <span className="figure-note">
                      {points(range[0])} to {points(range[1])}
                    </span>
                  </>
                )}
                <button
                  type="button"
                  className="chip"
                  aria-pressed={state.using === name}
                  onClick={() => toggle(name, 'using')}
                >
                  with
                </button>
                <button
                  type="button"
                  className="chip"
                  aria-pressed={state.avoiding === name}
                  onClick={() => toggle(name, 'avoiding')}
                >
                  without
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
