import type { Dataset } from '../../engine/data/catalogue/types';
import { capitalise, formatCount, formatShare } from '../format';
import { labelWords } from '../study/study';
import type { Change, View } from './view';

interface Props {
  view: View;
  dataset: Dataset;
  /** To the person about whom the models are most divided. */
  onContested: () => void;
}

/** A change of the best model in words: what goes out and what comes in. */
function ChangeItem({ change: { removed, added, worse, reversed }, dataset }: { change: Change; dataset: Dataset }) {
  return (
    <li>
      {removed.map((words) => (
        <span key={words} className="removed">
          <span className="sign">−</span> {words}
        </span>
      ))}
      {added.map((words) => (
        <span key={words} className="added">
          <span className="sign">+</span> {words}
        </span>
      ))}
      <small>
        {worse < 1e-9 ? 'As good as the best' : `${worse.toFixed(4)} worse than the best`}; changes the answer for{' '}
        {formatCount(reversed)} {reversed === 1 ? dataset.person.one : dataset.person.many}.
      </small>
    </li>
  );
}

/** Who is picked, what the models say, and how little would change the answer. */
export function PersonCard({ view: { person, members }, dataset, onContested }: Props) {
  const labels = labelWords(dataset);
  const { yes, no } = dataset;
  const [said, opposite] = person.bestSaysYes ? [yes, no] : [no, yes];
  const share = person.yes / members;
  return (
    <div className="person-card" role="group" aria-label={capitalise(dataset.person.one)}>
      <p className="who">
        {capitalise(person.words)}; {person.positive ? labels.yes : labels.no}
        {person.heldOut && ', held out'}.
      </p>
      <div className="verdict-bar" aria-hidden="true">
        <span style={{ width: `${100 * share}%` }} />
      </div>
      <p>
        <b className="yes-word">{capitalise(yes)}</b> by {formatShare(share)} of the good models,{' '}
        {formatCount(person.yes)} of {formatCount(members)}.
      </p>
      <p>
        <b className={person.bestSaysYes ? 'yes-word' : 'no-word'}>{capitalise(said)}</b> by the best
        {person.because.length > 0 ? `, because of ${person.because.join('; and of ')}` : ': no rule captures them'}.
      </p>
      {person.changes.length === 0 ? (
        <p>All good models agree: none says “{opposite}”.</p>
      ) : (
        <>
          <p>
            <b className={person.bestSaysYes ? 'no-word' : 'yes-word'}>{capitalise(opposite)}</b> by good models that
            are nearest to the best:
          </p>
          <ul className="changes">
            {person.changes.map((change) => (
              <ChangeItem key={[...change.removed, '+', ...change.added].join()} change={change} dataset={dataset} />
            ))}
          </ul>
        </>
      )}
      <button type="button" className="quiet needs-script" onClick={onContested}>
        To the most contested
      </button>
    </div>
  );
}
