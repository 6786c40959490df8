import { useEffect, useMemo } from 'react';
import { separableChance } from '../../engine/cover/chance';
import type { ThresholdPlace } from '../../engine/cover/threshold';
import type { Tally } from '../../engine/cover/trials';
import { Plot } from '../charts/plot';
import { Segments } from '../controls/choice';
import { Slider } from '../controls/slider';
import { formatCount } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { chanceAxis, HalfMark, Here } from '../trials/chance-plot';
import { chanceText, tallyText } from '../trials/chance-text';
import { Measured } from '../trials/measured';
import { RunButton } from '../trials/run-button';
import { placeName, type RunTrials, useTrials } from '../trials/use-trials';
import { type Curve, CurveNames, ExactCurves } from './curves';
import { BUILT, MOST, mend, SEED, STEP, type State, shape } from './state';
import { useTurn } from './use-turn';
import { alongBetween, curveOf, FAMILY, inPlot, measuredPoints, pointsAxis, pointsBetween } from './view';

const SLUG = 'threshold';
const chances = chanceAxis('chance that coin-tossed labels are separable');

const liveOf = ({ n, d }: State): LiveValues => ({
  points: formatCount(n),
  dimensions: String(d),
  chance: chanceText(separableChance(n, d), n <= d),
});

interface Initial {
  readonly tallies: Readonly<Record<string, Tally>>;
}

const familyOf = (d: number): number[] => [...FAMILY.filter((other) => other !== d), d];

const placesOf = (d: number): ThresholdPlace[] =>
  familyOf(d).flatMap((dimension) => measuredPoints(dimension).map((points) => ({ points, dimension })));

const run: RunTrials<ThresholdPlace> = (engine, places, span, signal) =>
  engine.run('measureThreshold', { places, span }, { signal });

function Threshold({ initial }: FigureProps<Initial>) {
  const { state, change, figure } = useMendedState(SLUG, shape, mend);
  const { axis, d, n, trials: goal, seed } = state;
  const [least, most] = pointsBetween(d);
  useEffect(() => publishLive(SLUG, liveOf(state)), [state]);
  const places = useMemo(() => placesOf(d), [d]);
  const curves: Curve[] = useMemo(
    () => familyOf(d).map((dimension) => ({ d: dimension, points: curveOf(dimension), picked: dimension === d })),
    [d],
  );
  const turn = useTurn(axis === 'ratio' ? 0 : 1);
  const trials = useTrials({ places, seed, goal, initial: initial.tallies, run });
  const chance = separableChance(n, d);
  const here = places.find((place) => place.points === n && place.dimension === d);
  const measured = here && trials.tally(here);

  const setDimension = (next: number) => {
    const [low, high] = pointsBetween(next);
    change((old) => ({ d: next, n: Math.min(high, Math.max(low, Math.round((old.n / old.d) * next))), trials: BUILT }));
  };
  const reading = `${formatCount(n)} ${n === 1 ? 'point' : 'points'}, ${d} ${d === 1 ? 'coefficient' : 'coefficients'}`;
  const chanceHere = chanceText(chance, n <= d);

  return (
    <FigureFrame
      slug={SLUG}
      figure={figure}
      finding={`${reading}: labels tossed by a coin are separable with chance ${chanceHere}${measured ? `; measured: ${tallyText(measured)}` : ''}. At N = 2d = ${formatCount(2 * d)} the chance is exactly one half, for every d.`}
      data={() => ({
        columns: ['N', 'd', 'exact chance', 'trials', 'separable'],
        rows: places.map((place) => {
          const { trials: made, successes } = trials.tally(place);
          return [place.points, place.dimension, separableChance(place.points, place.dimension), made, successes];
        }),
      })}
      problem={trials.problem}
      controls={
        <>
          <Slider label="Coefficients d" value={d} min={1} max={200} text={String(d)} onChange={setDimension} />
          <Slider
            label="Points N"
            value={n}
            min={least}
            max={most}
            text={formatCount(n)}
            onChange={(points) => change(() => ({ n: points }))}
          />
          <Segments
            label="Count the points"
            value={axis}
            options={[
              { value: 'ratio', text: 'per coefficient' },
              { value: 'deviation', text: 'beyond 2d, in √N' },
            ]}
            onChange={(next) => change(() => ({ axis: next }))}
          />
        </>
      }
    >
      <p className="reading">
        <b className="picked">{reading}</b>: a coin’s labels are separable with chance <b>{chanceHere}</b>.{' '}
        {measured && <span className="soft">Measured: {tallyText(measured)}.</span>}
      </p>
      <Plot
        x={pointsAxis[axis]}
        y={chances}
        label="Chance that coin-tossed labels are separable, against the number of points"
        className="threshold-plot"
      >
        <ExactCurves curves={curves} turn={turn} />
        <text className="name" x="100%" y="7%" textAnchor="end" style={{ opacity: turn }}>
          The broad band is the normal curve;
          <tspan x="100%" dy="1.35em">
            {familyOf(d)
              .sort((a, b) => a - b)
              .map((other) => `d = ${other}`)
              .join(', ')}{' '}
            fall on it.
          </tspan>
        </text>
        <HalfMark x={0.5} text="N = 2d: exactly ½" dy={-8} />
        {places.map((place) => {
          const x = alongBetween(turn, place.points, place.dimension);
          const name = place.dimension === d ? 'picked' : '';
          return (
            inPlot(x) && (
              <Measured
                key={placeName(place, seed)}
                x={x}
                tally={trials.tally(place)}
                place={chances.place}
                className={name}
              />
            )
          );
        })}
        <CurveNames curves={curves} turn={turn} />
        {inPlot(alongBetween(turn, n, d)) && <Here x={alongBetween(turn, n, d)} y={chance} />}
      </Plot>
      <RunButton
        goal={goal}
        done={trials.done}
        running={trials.running}
        step={STEP}
        most={MOST}
        what="labellings at every dot"
        onGoal={(next) => change(() => ({ trials: next }))}
        onRedraw={() => change((old) => ({ seed: (old.seed + 1) % 1_000_000, trials: BUILT }))}
      />
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug: SLUG,
  Component: Threshold,
  async load({ engine }) {
    const places = placesOf(shape.d.fallback);
    const tallies = await engine.run('measureThreshold', { places, span: { seed: SEED, trials: BUILT } });
    return { tallies: Object.fromEntries(places.map((place, i) => [placeName(place, SEED), tallies[i]])) };
  },
  live: () => liveOf(defaultsOf(shape)),
};

export default figure;
