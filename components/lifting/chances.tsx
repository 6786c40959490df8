import { useMemo } from 'react';
import { separableChance } from '../../engine/cover/chance';
import { featureCount } from '../../engine/cover/lifting';
import type { Tally } from '../../engine/cover/trials';
import { type Axis, Plot, percent } from '../charts/plot';
import { Measured } from '../trials/measured';
import { DEGREES } from './state';

const MOST_FEATURES = featureCount(DEGREES.length);

const along = (features: number): number => features / (MOST_FEATURES + 1);

const featureAxis: Axis = {
  place: along,
  ticks: DEGREES.map(featureCount),
  format: String,
  title: 'features (degree 1, 2, 3, …)',
};

const chanceAxis: Axis = {
  place: (share) => share,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  format: (share) => `${100 * share}%`,
  title: 'coin-tossed labels that separate',
};

interface Props {
  n: number;
  degree: number;
  tally: (degree: number) => Tally;
}

/** Cover's chance over the number of features, and what coins gave at every degree. */
export function Chances({ n, degree, tally }: Props) {
  const path = useMemo(
    () =>
      Array.from({ length: MOST_FEATURES + 1 }, (_, i) => {
        const y = 1000 * (1 - separableChance(n, i + 1));
        return `${i ? 'L' : 'M'}${(1000 * along(i + 1)).toFixed(1)} ${y.toFixed(1)}`;
      }).join(''),
    [n],
  );
  const here = featureCount(degree);
  return (
    <Plot
      x={featureAxis}
      y={chanceAxis}
      label="Share of coin-tossed labels that separate, against the number of features"
      className="chances"
    >
      <g className="half-mark" aria-hidden="true">
        <line x1={percent(along(n / 2))} x2={percent(along(n / 2))} y1="0" y2="100%" />
        <circle cx={percent(along(n / 2))} cy="50%" r="6" />
        <text className="name" x={percent(along(n / 2))} y="50%" dx="12" dy="16">
          {n / 2} features: ½
        </text>
      </g>
      <svg
        className="curves"
        aria-hidden="true"
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
      >
        <path d={path} />
      </svg>
      {DEGREES.map((each) => (
        <Measured
          key={each}
          x={along(featureCount(each))}
          tally={tally(each)}
          place={chanceAxis.place}
          className={each === degree ? 'picked' : ''}
        />
      ))}
      <circle
        className="here"
        cx={percent(along(here))}
        cy={percent(1 - separableChance(n, here))}
        r="8"
        aria-hidden="true"
      />
    </Plot>
  );
}
