import { capitalise, formatCount, formatPercent, formatShare } from '../format';
import { ModelCard } from '../models/model-card';
import { RatesTable } from './rates-table';
import type { Settings } from './settings';
import type { Disagreement, ModelView, View } from './view';

interface Props {
  view: View;
  settings: Settings;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The rules of a model, those that the other lacks first. */
function orderRules(model: ModelView, other: ModelView): { words: string; shared: boolean }[] {
  return model.rules
    .map((rule, i) => ({ words: model.words[i], shared: other.rules.includes(rule) }))
    .sort((a, b) => Number(a.shared) - Number(b.shared));
}

function People({ found, settings, view }: { found: Disagreement; settings: Settings; view: View }) {
  const { one, many } = settings.dataset.person;
  const { yes, no } = view.answers;
  if (found.count === 0) return <p>They say the same of everybody in the table.</p>;
  return (
    <>
      <p>
        They disagree on <strong>{formatCount(found.count)}</strong> {found.count === 1 ? one : many},{' '}
        {formatShare(found.share)} of all.
      </p>
      <ul className="people">
        {found.people.map((person) => (
          <li key={`${person.row} ${person.saidByA}`}>
            {capitalise(person.words)}
            {person.alike > 1 && ` (${formatCount(person.alike)} alike)`}: <b className="yes-word">{yes}</b> by{' '}
            {person.saidByA ? 'A' : 'B'}, <b className="no-word">{no}</b> by {person.saidByA ? 'B' : 'A'}.{' '}
            {person.alike === 1 && <span className="label-word">Label: {person.positive ? 'yes' : 'no'}.</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The two picked models: their rules side by side, what they do to each group, and on whom they disagree. */
export function Compare({ view, settings }: Props) {
  if (!view.models || !view.disagreement)
    return <p className="figure-note">No rule set is within this tolerance, so there is nothing to compare.</p>;
  const [a, b] = view.models;
  const pairs = [
    ['A', a, b],
    ['B', b, a],
  ] as const;
  return (
    <div className="compare">
      <div className="cards">
        {pairs.map(([name, model, other]) => (
          <ModelCard
            key={name}
            name={name}
            lead={`${view.answers.yes} if`}
            rules={orderRules(model, other).map(({ words }) => words)}
          >
            <p className="figure-note">
              {formatPercent(model.accuracy)} right, {plural(model.rules.length, 'rule')}, objective{' '}
              {model.objective.toFixed(4)}.{!model.member && ' Not within this tolerance.'}
            </p>
          </ModelCard>
        ))}
      </div>
      <RatesTable models={view.models} groups={view.groups} yes={view.answers.yes} />
      <People found={view.disagreement} settings={settings} view={view} />
    </div>
  );
}
