import type { SearchTally } from '../../engine/worker/trace-search';
import { formatCount } from '../format';
import { currentTally, NAMES, tallyOf } from './bounds';
import type { SearchView } from './view';

const PUBLISHED = ['hierarchical', 'lookAhead', 'size'] as const;

const namesOf = ({ bounds }: SearchTally) => PUBLISHED.filter((key) => bounds[key]).map((key) => NAMES[key]);

/** None, one, two, all three; the bounds in their order. */
const choices = ({ tallies }: SearchView) =>
  tallies
    .filter(({ bounds }) => !bounds.equivalentPoints)
    .reverse()
    .sort((a, b) => namesOf(a).length - namesOf(b).length);

/** What the search costs under each choice of bounds. */
export function Tallies({ view }: { view: SearchView }) {
  const now = currentTally(view);
  const all = 2 ** view.words.length;
  const cell = (tally: SearchTally) => (
    <td className={tally === now ? 'bars now' : 'bars'} aria-current={tally === now || undefined}>
      <span className="looked" style={{ width: `${(100 * tally.evaluations) / all}%` }} />
      <span className="count">{formatCount(tally.evaluations)}</span>
    </td>
  );
  return (
    <table className="tallies">
      <caption>What each choice of bounds costs</caption>
      <thead>
        <tr>
          <th scope="col">bounds</th>
          <th scope="col">looked at</th>
          <th scope="col">objectives computed</th>
          <th scope="col">put in the queue</th>
          <th scope="col">looked at, with equivalent points</th>
        </tr>
      </thead>
      <tbody>
        {choices(view).map((tally) => (
          <tr key={namesOf(tally).join()}>
            <th scope="row">{namesOf(tally).join(' + ') || 'none'}</th>
            {cell(tally)}
            <td>{formatCount(tally.objectives)}</td>
            <td>{formatCount(tally.queued)}</td>
            {cell(tallyOf(view, { ...tally.bounds, equivalentPoints: true }))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
