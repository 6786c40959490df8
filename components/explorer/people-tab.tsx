import { useMemo, useState } from 'react';
import { hasBit } from '../../engine/bits/bitset';
import { contested } from '../../engine/multiplicity/shares';
import { personWords } from '../../engine/rules/words';
import { capitalise, formatCount, formatShare } from '../format';
import { predict } from '../models/answers';
import { subList } from '../models/sub-list';
import { useTask } from '../use-task';
import { ShareBar } from './bars';
import { sampleWords } from './certainty';
import type { Exploration } from './exploration';
import type { Settings } from './settings';
import type { View } from './view';

interface Props {
  exploration: Exploration;
  settings: Settings;
  view: View;
  /** The places of the models that are looked at, and a text that changes when they do. */
  places: Uint32Array;
  placesKey: string;
}

/** People told at first, and at most. */
const FIRST = 8;
const TOLD = 40;

/** A person whom the models are divided about. */
interface Contested {
  readonly row: number;
  readonly words: string;
  readonly share: number;
  readonly alike: number;
}

/** Those on whom the models are most evenly divided; people described by the same words and told the same are one. */
function mostContested(
  { pool }: Exploration,
  { dataset }: Settings,
  counts: Float64Array,
  models: number,
): Contested[] {
  const distance = (row: number) => Math.abs(counts[row] / models - 0.5);
  const rows = Array.from(counts.keys()).filter((row) => counts[row] > 0 && counts[row] < models);
  rows.sort((p, q) => distance(p) - distance(q) || p - q);
  const found = new Map<string, Contested>();
  for (const row of rows.slice(0, 400)) {
    const words = personWords(pool.table, row, dataset);
    const key = `${counts[row]} ${words}`;
    const known = found.get(key);
    if (known) found.set(key, { ...known, alike: known.alike + 1 });
    else if (found.size < TOLD) found.set(key, { row, words, share: counts[row] / models, alike: 1 });
  }
  return [...found.values()];
}

/** How much the models disagree about the people in the table, and about whom most. */
export function PeopleTab({ exploration, settings, view, places, placesKey }: Props) {
  const { found, pool } = exploration;
  const { instance } = pool.mined;
  const whole = places.length === found.models.length;
  const key = `${exploration.key} ${exploration.settings.epsilon} ${placesKey}`;
  const task = useTask<{ key: string; counts: Float64Array; farthest: number; models: number } | null>(
    key,
    async ({ engine }, job) => {
      const models = whole ? found.models : subList(found.models, places);
      const counts = whole ? found.yesCounts : await engine.run('countYes', { models, instance }, job);
      const from = view.models?.[0].rules ?? [];
      const distances = await engine.run('distancesFrom', { models, instance, from: [...from] }, job);
      return { key, counts, farthest: distances.reduce((a, b) => Math.max(a, b), 0), models: models.length };
    },
    { key: '', result: null },
    places.length > 0,
  );
  const known = task.result;
  const [all, setAll] = useState(false);
  const people = useMemo(
    () => (known ? mostContested(exploration, settings, known.counts, known.models) : []),
    [known, exploration, settings],
  );
  if (places.length === 0)
    return (
      <p className="figure-note">No model passes the filter and lies in the rectangle: show more below the cloud.</p>
    );
  if (!known) return <p className="figure-note">Asking every model about everybody …</p>;
  const { one, many } = settings.dataset.person;
  const { yes, no } = view.answers;
  const [a, b] = (view.models ?? []).map((model) => predict(instance, model.rules));
  const divided = contested(known.counts, known.models);
  const verdict = (said: boolean) => (said ? 'yes' : 'no');
  return (
    <div data-busy={task.busy}>
      <dl className="facts">
        <div>
          <dt>{many} on whom the models differ</dt>
          <dd>{formatShare(divided)}</dd>
        </div>
        <div>
          <dt>most that one differs from A</dt>
          <dd>{formatShare(known.farthest / instance.n)}</dd>
        </div>
      </dl>
      {!view.complete && (
        <p className="figure-note">{sampleWords(view)} The two numbers above are at least so large among all models.</p>
      )}
      <p className="figure-note">
        Share of the models by which each {one} is <b className="yes-word">{yes}</b>, the most contested first.
      </p>
      <ol className="people">
        {people.slice(0, all ? TOLD : FIRST).map((person) => (
          <li key={person.row}>
            <p>
              {capitalise(person.words)}
              {person.alike > 1 && ` (${formatCount(person.alike)} alike)`}
            </p>
            <ShareBar share={person.share} answers />
            <p className="figure-note">
              <b className="yes-word">{formatShare(person.share)}</b>
              {a && b && ` · A says ${verdict(hasBit(a, person.row))}, B ${verdict(hasBit(b, person.row))}`} · label:{' '}
              {verdict(hasBit(instance.labels, person.row))}
            </p>
          </li>
        ))}
      </ol>
      {people.length > FIRST && !all && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          More
        </button>
      )}
      {people.length === 0 && (
        <p>
          All models say the same of everybody: <b className="no-word">{no}</b> or <b className="yes-word">{yes}</b>.
        </p>
      )}
    </div>
  );
}
