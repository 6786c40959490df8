import { formatPercent } from '../format';
import type { View } from './view';

/** How often the set and the best are right, on the points that they were chosen by and on those held out. */
export function Unseen({ view }: { view: View }) {
  const rows = [
    { name: 'this rule set', weighed: view.set },
    { name: 'the best', weighed: view.best },
  ];
  return (
    <table className="unseen">
      <thead>
        <tr>
          <td />
          <th scope="col">rules</th>
          <th scope="col">right, training</th>
          <th scope="col">right, held out</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, weighed }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{weighed.rules.length}</td>
            <td>{formatPercent(weighed.accuracy)}</td>
            <td>{formatPercent(weighed.unseen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
