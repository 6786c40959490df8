import { useMemo } from 'react';
import { separableChance } from '../../engine/cover/chance';
import { featureCount } from '../../engine/cover/lifting';
import type { Tally } from '../../engine/cover/trials';
import { type Axis, Plot } from '../charts/plot';
import { Curves, chanceAxis, curvePath, HalfMark, Here } from '../trials/chance-plot';
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

const chances = chanceAxis('coin-tossed labels that separate');

interface Props {
  n: number;
  degree: number;
  tally: (degree: number) => Tally;
}

/** Cover's chance over the number of features, and what coins gave at every degree. */
export function Chances({ n, degree, tally }: Props) {
  const path = useMemo(
    () => curvePath(Array.from({ length: MOST_FEATURES + 1 }, (_, i) => [along(i + 1), separableChance(n, i + 1)])),
    [n],
  );
  const here = featureCount(degree);
  return (
    <Plot
      x={featureAxis}
      y={chances}
      label="Share of coin-tossed labels that separate, against the number of features"
      className="chances"
    >
      <HalfMark x={along(n / 2)} text={`${n / 2} features: ½`} dy={16} />
      <Curves>
        <path className="curve" d={path} />
      </Curves>
      {DEGREES.map((each) => (
        <Measured
          key={each}
          x={along(featureCount(each))}
          tally={tally(each)}
          place={chances.place}
          className={each === degree ? 'picked' : ''}
        />
      ))}
      <Here x={along(here)} y={separableChance(n, here)} />
    </Plot>
  );
}
