import { useEffect, useMemo } from 'react';
import { bestRadius, type OneVsRestPlace } from '../../engine/cover/one-vs-rest';
import type { Tally } from '../../engine/cover/trials';
import { Plot, percent } from '../charts/plot';
import { Slider } from '../controls/slider';
import { formatCount } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useFigureState } from '../permalink/use-figure-state';
import { Curves, chanceAxis, Here } from '../trials/chance-plot';
import { chanceText } from '../trials/chance-text';
import { Measured } from '../trials/measured';
import { RunButton } from '../trials/run-button';
import { placeName, type RunTrials, useTrials } from '../trials/use-trials';
import { useTask } from '../use-task';
import { Schematic } from './schematic';
import { BUILT, MOST, SEED, STEP, type State, shape } from './state';
import {
  along,
  boundCurve,
  crossing,
  dimensionAxis,
  MOST_DIMENSIONS,
  MOST_MEASURED,
  pathOf,
  placesOf,
  STOPS,
} from './view';

const SLUG = 'one-vs-rest';
const chances = chanceAxis('chance to be separable from all the others');

interface Initial {
  readonly tallies: Readonly<Record<string, Tally>>;
  /** The exact chance in dimensions 1, 2, … for the default number of points. */
  readonly exact: readonly number[];
}

const boundText = (bound: number): string => (bound === 0 ? 'nothing' : chanceText(bound));

const liveOf = ({ m, n }: State, exact: readonly number[]): LiveValues => ({
  others: formatCount(m - 1),
  dimensions: String(n),
  exact: chanceText(exact[n - 1]),
  bound: boundText(boundCurve(m)[n - 1]),
});

const run: RunTrials<OneVsRestPlace> = (engine, places, span, signal) =>
  engine.run('measureOneVsRest', { places, span }, { signal });

const nearestStop = (m: number): number =>
  STOPS.reduce((best, stop, i) => (Math.abs(Math.log(stop / m)) < Math.abs(Math.log(STOPS[best] / m)) ? i : best), 0);

function OneVsRest({ initial }: FigureProps<Initial>) {
  const figure = useFigureState(SLUG, shape);
  const { m, n, trials: goal, seed } = figure.state;
  const places = useMemo(() => placesOf(m), [m]);
  const bound = useMemo(() => boundCurve(m), [m]);
  const trials = useTrials({ places, seed, goal, initial: initial.tallies, run });
  const curve = useTask(
    String(m),
    async ({ engine }, job) => ({
      m,
      exact: await engine.run('fisherCurve', { points: m, maxDimension: MOST_DIMENSIONS }, job),
    }),
    { key: String(shape.m.fallback), result: { m: shape.m.fallback, exact: initial.exact } },
    true,
  );
  const ready = curve.result.m === m;
  const { exact } = curve.result;
  const live = liveOf(figure.state, exact);
  useEffect(() => {
    if (ready) publishLive(SLUG, live);
  }, [ready, live]);

  const r = bestRadius(n, m);
  const exactHere = ready ? live.exact : '…';
  const anyHere = places.find((place) => place.dimension === n && place.by === 'any');
  const any = anyHere && trials.tally(anyHere);
  const names = [
    { text: 'exact', className: 'picked', at: crossing(exact, 0.6) },
    { text: 'bound', className: 'bound', at: crossing(bound, 0.3) },
  ];

  return (
    <FigureFrame
      slug={SLUG}
      figure={figure}
      finding={`In ${n} dimensions a random point of the ball is separated from ${live.others} others by the hyperplane at a right angle to it with chance ${exactHere}; the bound promises ${live.bound}${any ? `; by some hyperplane in ${any.successes} of ${any.trials} trials` : ''}.`}
      data={() => ({
        columns: ['dimensions', 'points', 'exact chance', 'bound', 'hyperplane', 'trials', 'separable'],
        rows: [
          ...exact.map((chance, i) => [i + 1, m, chance, bound[i], null, null, null]),
          ...places.map((place) => {
            const tally = trials.tally(place);
            const by = place.by === 'any' ? 'any' : 'at a right angle to x';
            return [
              place.dimension,
              m,
              exact[place.dimension - 1],
              bound[place.dimension - 1],
              by,
              tally.trials,
              tally.successes,
            ];
          }),
        ],
      })}
      problem={curve.problem ?? trials.problem}
      controls={
        <>
          <Slider
            label="Points in the ball"
            value={nearestStop(m)}
            min={0}
            max={STOPS.length - 1}
            text={formatCount(m)}
            onChange={(stop) => figure.set({ m: STOPS[stop], trials: BUILT })}
          />
          <Slider
            label="Dimensions"
            value={n}
            min={1}
            max={MOST_DIMENSIONS}
            text={String(n)}
            onChange={(dimension) => figure.set({ n: dimension })}
          />
        </>
      }
    >
      <p className="reading">
        In {n} {n === 1 ? 'dimension' : 'dimensions'}, <b className="picked">the hyperplane at a right angle to x</b>{' '}
        leaves all {live.others} other points behind with chance <b>{exactHere}</b>; the bound promises{' '}
        <b>{live.bound}</b>.
        {any && any.trials > 0 && (
          <span className="soft">
            {' '}
            <b>Some hyperplane</b> did in {formatCount(any.successes)} of {formatCount(any.trials)} trials.
          </span>
        )}
      </p>
      <div className="plot bare one-vs-rest-body">
        <div className="proof">
          <Schematic r={r} />
          <p>
            {bound[n - 1] > 0 ? (
              <>
                r = {r.toFixed(2)}, ρ = {Math.sqrt(1 - r * r).toFixed(2)}: the best cut for {n} dimensions, drawn in
                two. Beyond it lies less than <b>half the ball of radius ρ</b>.
              </>
            ) : (
              'With so many points in so few dimensions no cut makes the bound useful.'
            )}
          </p>
        </div>
        <Plot
          x={dimensionAxis}
          y={chances}
          label="Chance that a random point is separable from all others, against the dimension"
          className="chances"
        >
          <g data-busy={!ready}>
            <Curves>
              <path className="bound" d={pathOf(bound)} />
              <path className="curve picked" d={pathOf(exact)} />
            </Curves>
          </g>
          {places.map((place) => (
            <Measured
              key={placeName(place, seed)}
              x={along(place.dimension)}
              tally={trials.tally(place)}
              place={chances.place}
              className={place.by === 'fisher' ? 'picked' : ''}
            />
          ))}
          {names.map(
            ({ text, className, at }) =>
              at && (
                <text
                  key={className}
                  className={`name ${className}`}
                  x={percent(along(at.dimension))}
                  y={percent(1 - at.chance)}
                  dx="10"
                  dy="16"
                >
                  {text}
                </text>
              ),
          )}
          {ready && <Here x={along(n)} y={exact[n - 1]} />}
        </Plot>
      </div>
      {places.length > 0 ? (
        <RunButton
          goal={goal}
          done={trials.done}
          running={trials.running}
          step={STEP}
          most={MOST}
          what="balls at every dot"
          onGoal={(next) => figure.set({ trials: next })}
          onRedraw={() => figure.set({ seed: (seed + 1) % 1_000_000, trials: BUILT })}
        />
      ) : (
        <p className="figure-note">
          With more than {formatCount(MOST_MEASURED)} points a trial takes too long here: only the formulas are drawn.
        </p>
      )}
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug: SLUG,
  Component: OneVsRest,
  async load({ engine }) {
    const { m } = defaultsOf(shape);
    const places = placesOf(m);
    const tallies = await engine.run('measureOneVsRest', { places, span: { seed: SEED, trials: BUILT } });
    return {
      tallies: Object.fromEntries(places.map((place, i) => [placeName(place, SEED), tallies[i]])),
      exact: await engine.run('fisherCurve', { points: m, maxDimension: MOST_DIMENSIONS }),
    };
  },
  live: ({ exact }) => liveOf(defaultsOf(shape), exact),
};

export default figure;
