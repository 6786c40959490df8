import { formatShare } from '../format';
import type { PairView, View } from './view';

function PairTable({ caption, pairs }: { caption: string; pairs: readonly PairView[] }) {
  if (pairs.length === 0)
    return (
      <div className="column-pairs">
        <p className="caption">{caption}</p>
        <p className="figure-note">No two features do, clearly.</p>
      </div>
    );
  return (
    <table className="column-pairs">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">features</th>
          <th scope="col">both, in</th>
          <th scope="col">if unrelated</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ titles, together, expected }) => (
          <tr key={titles.join()}>
            <th scope="row">
              {titles[0]}, {titles[1]}
            </th>
            <td>{formatShare(together)}</td>
            <td>{formatShare(expected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which columns stand in for each other in the good models, and which go together. */
export const Pairs = ({ view: { apart, together } }: { view: View }) => (
  <div className="pair-tables">
    <PairTable caption="Stand in for each other" pairs={apart} />
    <PairTable caption="Go together" pairs={together} />
  </div>
);
