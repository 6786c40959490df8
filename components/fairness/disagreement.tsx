import type { Dataset } from '../../engine/data/catalogue/types';
import { capitalise, formatCount, formatShare } from '../format';
import { labelWords } from '../study/study';
import type { View } from './view';

interface Props {
  view: View;
  dataset: Dataset;
  person: number;
  onPick: (row: number) => void;
}

/** Some of those on whom the pinned models disagree; one can be picked for all figures. */
export function Disagreement({ view: { disagree, people, examples }, dataset, person, onPick }: Props) {
  const labels = labelWords(dataset);
  const { one, many } = dataset.person;
  if (disagree === 0) return <p className="disagree">A and B say the same to everybody in the table.</p>;
  return (
    <div className="disagree">
      <p>
        A and B disagree on <b>{formatCount(disagree)}</b> of {formatCount(people)} {disagree === 1 ? one : many},{' '}
        {formatShare(disagree / people)}. Some of them:
      </p>
      <ul>
        {examples.map(({ row, words, positive, yesByA }) => (
          <li key={row}>
            <button type="button" className="person" aria-pressed={row === person} onClick={() => onPick(row)}>
              {capitalise(words)}; {positive ? labels.yes : labels.no}.{' '}
              <span className="by">
                {yesByA ? 'A' : 'B'}: <b className="yes-word">{dataset.yes}</b>, {yesByA ? 'B' : 'A'}:{' '}
                <b className="no-word">{dataset.no}</b>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
