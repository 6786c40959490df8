import { formatCount, formatPercent, formatShare } from '../format';
import type { Extent, View } from './view';

const range = ([low, high]: Extent): string => `${formatPercent(low)} to ${formatPercent(high)}`;

interface Props {
  view: View;
  onLift: () => void;
  onMark: () => void;
}

/** How accurate the models are, all of them or those marked, on points seen and unseen. */
export function SummaryText({ view: { all, brushed, betterUnseen, frontier }, onLift, onMark }: Props) {
  const { count, accuracy, unseen } = brushed ?? all;
  return (
    <div className="summary">
      <p>
        {brushed ? (
          <>
            <b>{formatCount(count)} marked models</b> of {formatCount(all.count)}
          </>
        ) : (
          <b>All {formatCount(count)} models</b>
        )}
        {count > 0 && (
          <>
            {' '}
            are right for {range(accuracy)} of the training points and {range(unseen)} of those held out.
          </>
        )}
        {count > 0 && !brushed && (
          <> {formatShare(betterUnseen)} of them do better than the best on the points held out.</>
        )}
        {count === 0 && ': no dot lies in the region.'}
      </p>
      <p>
        <span className="ring" aria-hidden="true" /> {formatCount(frontier)} models form the frontier: every other model
        is no more accurate and no fairer than one of them.
      </p>
      <p className="needs-script">
        {brushed ? (
          <button type="button" className="quiet" onClick={onLift}>
            Lift the mark
          </button>
        ) : (
          <button type="button" className="quiet" onClick={onMark}>
            Mark a region
          </button>
        )}
      </p>
    </div>
  );
}
