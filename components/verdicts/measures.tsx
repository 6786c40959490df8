import type { Dataset } from '../../engine/data/catalogue/types';
import { formatPercent, formatShare } from '../format';
import type { View } from './view';

interface Props {
  view: View;
  dataset: Dataset;
}

/** Ambiguity and discrepancy of the whole set, and whom they fall on. */
export function Measures({ view, dataset }: Props) {
  const { people, none, all, heldOut, groups, discrepancy } = view;
  const contested = people - none - all;
  const { many } = dataset.person;
  const [first, second] = groups;
  return (
    <dl className="measures">
      <div>
        <dt>Ambiguity</dt>
        <dd>
          <strong>{formatPercent(contested / people)}</strong> of the {many} hear the opposite of what the best model
          says from at least one other good model; of those held out,{' '}
          {formatPercent(heldOut.contested / heldOut.people)}.
          {first && second && (
            <>
              {' '}
              Of the {first.name} {formatShare(first.contested / first.people)}, of the {second.name}{' '}
              {formatShare(second.contested / second.people)}.
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Discrepancy</dt>
        <dd>
          <strong>{formatPercent(discrepancy / people)}</strong> of the {many} would hear another answer if the best
          model were swapped for one other, the good model that differs from it most.
        </dd>
      </div>
    </dl>
  );
}
