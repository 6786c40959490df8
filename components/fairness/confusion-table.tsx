import type { Dataset } from '../../engine/data/catalogue/types';
import { capitalise, formatCount, formatShare } from '../format';
import { labelWords } from '../study/study';
import type { PinView } from './view';

interface Props {
  pins: readonly [PinView, PinView];
  dataset: Dataset;
}

/** What both models say to the people of each group, by what was recorded of them. */
export function ConfusionTable({ pins, dataset }: Props) {
  const labels = labelWords(dataset);
  return (
    <table className="confusion">
      <thead>
        <tr>
          <td />
          <th scope="col" className="A">
            {dataset.yes} by A
          </th>
          <th scope="col" className="B">
            {dataset.yes} by B
          </th>
        </tr>
      </thead>
      {pins[0].groups.map((group, g) => (
        <tbody key={group.name}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="group">
              {capitalise(group.name)}
            </th>
          </tr>
          {group.labels.map(({ people }, label) => (
            <tr key={label === 0 ? 'yes' : 'no'}>
              <th scope="row">
                {formatCount(people)} {label === 0 ? labels.yes : labels.no}
              </th>
              {pins.map((pin, p) => {
                const { yes } = pin.groups[g].labels[label];
                return (
                  <td key={p === 0 ? 'A' : 'B'}>
                    <span className="said" aria-hidden="true">
                      <span style={{ inlineSize: `${(100 * yes) / (people || 1)}%` }} />
                    </span>
                    {formatCount(yes)} <small>{people > 0 && formatShare(yes / people)}</small>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
