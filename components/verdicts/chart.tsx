import { scaleLinear } from 'd3-scale';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Dataset } from '../../engine/data/catalogue/types';
import { Plot, percent } from '../charts/plot';
import { formatCount, formatShare } from '../format';
import { placeOf } from './strip';
import type { Paths, View } from './view';

interface Props {
  view: View;
  dataset: Dataset;
  /** Missing in the static page, whose picture stands there already. */
  paths: Paths | null;
  picture: string | undefined;
  /** To somebody of a rank. */
  onRank: (rank: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
const BIG = 25;

/** The area of yes as SVG. */
export const areaOf = (paths: Paths): string => `<path class="yes" d="${paths.yes}"/>`;

/** Everybody from left to right, and how the good models are divided about each. */
export function Chart({ view, dataset, paths, picture, onRank }: Props) {
  const { people, members, none, all, person } = view;
  const clamp = (rank: number) => Math.min(people - 1, Math.max(0, rank));
  const x = placeOf(person.rank, people);
  const share = person.yes / members;

  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    const box = event.currentTarget.closest('.plot-area')!.getBoundingClientRect();
    onRank(clamp(Math.floor(((event.clientX - box.left) / box.width) * people)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const jump = { Home: 0, End: people - 1 }[event.key];
    if (!step && jump === undefined) return;
    event.preventDefault();
    onRank(jump ?? clamp(person.rank + step * (event.shiftKey ? BIG : 1)));
  };
  const axes = {
    x: {
      place: (value: number) => value / people,
      ticks: scaleLinear([0, people], [0, 1]).ticks(5),
      format: (value: number) => formatCount(value),
      title: `${dataset.person.many}, by the share of models`,
    },
    y: {
      place: (value: number) => value,
      ticks: [0, 0.25, 0.5, 0.75, 1],
      format: (value: number) => `${Math.round(100 * value)}%`,
      title: 'share of good models',
    },
  };
  const [from, to] = [none / people, 1 - all / people];
  return (
    <Plot {...axes} label="Everybody by the share of good models that say yes" className="strip">
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" className="field" aria-hidden="true">
        <rect className="no" width="1000" height="100" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a path drawn here */}
        <g dangerouslySetInnerHTML={{ __html: paths ? areaOf(paths) : (picture ?? '') }} suppressHydrationWarning />
      </svg>
      {to > from && (
        <g className="bracket" aria-hidden="true">
          <line x1={percent(from)} x2={percent(to)} y1="-6" y2="-6" />
          <line x1={percent(from)} x2={percent(from)} y1="-6" y2="100%" />
          <line x1={percent(to)} x2={percent(to)} y1="-6" y2="100%" />
          <text x={percent((from + to) / 2)} y="-12" textAnchor="middle">
            contested: {formatShare(to - from)}
          </text>
        </g>
      )}
      <g className="words" aria-hidden="true">
        <text x="1.5%" y="94%">
          {dataset.no}
        </text>
        <text x="98.5%" y="10%" textAnchor="end">
          {dataset.yes}
        </text>
      </g>
      <rect className="catcher" width="100%" height="100%" onPointerDown={onPointer} onPointerMove={onPointer} />
      <g
        className="somebody"
        role="slider"
        tabIndex={0}
        aria-label={`One of ${formatCount(people)} ${dataset.person.many}`}
        aria-valuemin={1}
        aria-valuemax={people}
        aria-valuenow={person.rank + 1}
        aria-valuetext={`${person.words}: ${formatShare(share)} of the models say ${dataset.yes}`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onPointer(event);
        }}
        onPointerMove={onPointer}
      >
        <line x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
        <circle className="target" cx={percent(x)} cy={percent(1 - share)} r="16" />
        <circle className="disc" cx={percent(x)} cy={percent(1 - share)} r="8" />
      </g>
    </Plot>
  );
}
