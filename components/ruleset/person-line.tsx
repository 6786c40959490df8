import type { Dataset } from '../../engine/data/catalogue/types';
import { capitalise } from '../format';
import type { PersonView } from './view';

interface Props {
  person: PersonView | null;
  dataset: Dataset;
  labels: { readonly yes: string; readonly no: string };
}

/** Who is picked in the chart, and why the rule set says what it says. */
export function PersonLine({ person, dataset, labels }: Props) {
  if (!person) return <p className="person-line">Pick a mark to see who it is.</p>;
  const yes = person.captors.length > 0;
  return (
    <p className="person-line">
      <span className="picked-sign" aria-hidden="true" /> {capitalise(person.words)};{' '}
      {person.positive ? labels.yes : labels.no}
      {person.heldOut && ', held out'}. By this rule set{' '}
      {yes ? <b className="yes-word">{dataset.yes}</b> : <b className="no-word">{dataset.no}</b>}
      {yes ? `, because of ${person.captors.join('; and of ')}.` : ': no rule captures them.'}
    </p>
  );
}
