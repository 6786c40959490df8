import { scaleLinear } from 'd3-scale';
import type { Dataset } from '../../engine/data/catalogue/types';
import type { Axis } from '../charts/plot';
import type { Question } from './cloud';
import { ACCURACY, type MetricName } from './shape';
import type { Domain, Extent } from './view';

/** Of which share the groups differ, in the words of the data set. */
export function metricWords(metric: MetricName, { yes }: Dataset): string {
  switch (metric) {
    case 'yes':
      return yes;
    case 'truePositive':
      return `rightly ${yes}`;
    case 'falsePositive':
      return `wrongly ${yes}`;
    case 'precision':
      return `right when ${yes}`;
  }
}

const percentOf = (value: number): string => `${Math.round(100 * value)}%`;

const pointsOf = (value: number): string => {
  const points = Math.round(100 * value);
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
};

/** Room at both ends, as a share. */
const ROOM = 0.05;

function axis([low, high]: Extent, format: (value: number) => string, title: string): Axis {
  const room = high > low ? ROOM * (high - low) : 0.01;
  const place = scaleLinear([low - room, high + room], [0, 1]);
  return { place, ticks: place.ticks(5), format, title };
}

function titleOf(dataset: Dataset, attribute: number): string {
  const { groups } = dataset.protected[attribute];
  return `${groups[0].name} minus ${groups[1].name}, in points`;
}

/** The plane of two gaps, or of a gap and accuracy. */
export function gapAxes(dataset: Dataset, { x, y }: Question, domain: Domain): { x: Axis; y: Axis } {
  const at = (attribute: number, extent: Extent) =>
    attribute === ACCURACY
      ? axis(extent, percentOf, 'right, training')
      : axis(extent, pointsOf, titleOf(dataset, attribute));
  return { x: at(x, domain.x), y: at(y, domain.y) };
}

/** The plane of accuracy on training points and on points held out. */
export const rightAxes = ({ accuracy, unseen }: Domain): { x: Axis; y: Axis } => ({
  x: axis(accuracy, percentOf, 'right, training'),
  y: axis(unseen, percentOf, 'right, held out'),
});
