import { formatCount, formatShare } from '../format';
import type { ModelView, PersonView } from './view';

interface Props {
  person: PersonView;
  models: readonly [ModelView, ModelView];
  count: number;
  onNext: () => void;
}

const verdict = (denies: boolean) =>
  denies ? <b className="yes-word">denies</b> : <b className="no-word">approves</b>;

/** One applicant, and what all the models say. */
export function PersonCard({ person, models: [a, b], count, onNext }: Props) {
  return (
    <div className="person-card" role="group" aria-label="One applicant">
      <p className="card-title">One applicant</p>
      <p>
        {person.words[0].toUpperCase() + person.words.slice(1)}; {person.denied ? 'denied' : 'approved'} in 1990.
      </p>
      <div className="verdict-bar" aria-hidden="true">
        <span style={{ width: `${100 * person.share}%` }} />
      </div>
      <p>
        <b className="yes-word">{formatShare(person.share)}</b> of the {formatCount(count)} models deny; <em>A</em>{' '}
        {verdict(a.denies)}, <em>B</em> {verdict(b.denies)}.
      </p>
      <button type="button" className="button needs-script" onClick={onNext}>
        Another applicant
      </button>
    </div>
  );
}
