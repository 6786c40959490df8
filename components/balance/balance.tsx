import { useEffect, useMemo } from 'react';
import { separableChance } from '../../engine/cover/chance';
import type { BalancePlace } from '../../engine/cover/threshold';
import type { Tally } from '../../engine/cover/trials';
import { Plot, percent } from '../charts/plot';
import { Slider } from '../controls/slider';
import { formatCount } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { chanceAxis } from '../trials/chance-plot';
import { chanceText } from '../trials/chance-text';
import { Measured } from '../trials/measured';
import { RunButton } from '../trials/run-button';
import { placeName, type RunTrials, useTrials } from '../trials/use-trials';
import { BUILT, MOST, mend, mostDimensions, SEED, STEP, type State, shape } from './state';
import { along, placesOf, positivesAxis, positivesOf, tossShares } from './view';

const SLUG = 'balance';
const chances = chanceAxis('chance that the labels are separable');

interface Initial {
  readonly tallies: Readonly<Record<string, Tally>>;
}

/** How high the bars of a coin's tosses stand. */
const BARS = 0.3;

/** Below this mean the dots lie where the bars' name stands otherwise. */
const NEAR_FLOOR = 0.2;

/** Below this mean there is room between the middle of the dots and the top. */
const LOW = 0.75;

/** Half the distance between the two dots of one number of positives. */
const APART = 0.13;

type Read = (place: BalancePlace) => Tally;

const shareOf = ({ trials, successes }: Tally): string =>
  trials ? chanceText(successes / trials, successes % trials === 0) : '…';

/** What is said of the labels that lean to one side, and of those in balance. */
function liveOf({ n, d }: State, read: Read): LiveValues {
  const at = (positives: number) => shareOf(read({ points: n, dimension: d - 1, positives, affine: true }));
  const few = positivesOf(n).find((k) => k >= n / 8) ?? 1;
  const half = positivesOf(n).find((k) => k >= Math.floor(n / 2)) ?? 0;
  return {
    points: formatCount(n),
    mean: chanceText(separableChance(n, d), n <= d),
    few: `${few} positive${few === 1 ? '' : 's'}`,
    fewChance: at(few),
    half: `${half} positives`,
    halfChance: at(half),
  };
}

const run: RunTrials<BalancePlace> = (engine, places, span, signal) =>
  engine.run('measureBalance', { places, span }, { signal });

function Balance({ initial }: FigureProps<Initial>) {
  const { state, change, figure } = useMendedState(SLUG, shape, mend);
  const { n, d, trials: goal, seed } = state;
  const places = useMemo(() => placesOf(n, d), [n, d]);
  const trials = useTrials({ places, seed, goal, initial: initial.tallies, run });
  const live = liveOf(state, trials.tally);
  useEffect(() => publishLive(SLUG, live), [live]);
  const mean = separableChance(n, d);
  const tosses = tossShares(n);

  return (
    <FigureFrame
      slug={SLUG}
      figure={figure}
      finding={`${n} points, ${d} coefficients. With an offset, labels with ${live.few} are separable with chance ${live.fewChance}, those with ${live.half} with chance ${live.halfChance}; through the origin the chance is ${live.mean} for every number of positives. The mean over coin tosses is ${live.mean} for both.`}
      data={() => ({
        columns: ['points', 'coefficients', 'hyperplanes', 'positives', 'trials', 'separable'],
        rows: places.map((place) => {
          const { trials: made, successes } = trials.tally(place);
          return [n, d, place.affine ? 'with offset' : 'through the origin', place.positives, made, successes];
        }),
      })}
      problem={trials.problem}
      controls={
        <>
          <Slider
            label="Points N"
            value={n}
            min={4}
            max={60}
            text={String(n)}
            onChange={(points) =>
              change((old) => ({ n: points, d: Math.min(old.d, mostDimensions(points)), trials: BUILT }))
            }
          />
          <Slider
            label="Coefficients d"
            value={d}
            min={2}
            max={mostDimensions(n)}
            text={String(d)}
            onChange={(dimension) => change(() => ({ d: dimension, trials: BUILT }))}
          />
        </>
      }
    >
      <p className="reading">
        <b className="picked">With an offset</b> in {d - 1} {d === 2 ? 'dimension' : 'dimensions'}, labels with{' '}
        {live.few} were separable <b>{live.fewChance}</b> of the time, with {live.half} <b>{live.halfChance}</b>.{' '}
        <b className="soft">Through the origin</b> of {d} dimensions it is <b>{live.mean}</b> for every balance, and{' '}
        {live.mean} is also what a coin’s labels average with an offset.
      </p>
      <Plot
        x={positivesAxis(n)}
        y={chances}
        label="Chance that labels are separable, against how many of them are positive"
        className="balance-plot"
      >
        <g className="tosses" aria-hidden="true">
          {tosses.map((share, k) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: bar k is k positives
              key={k}
              x={percent(along(k - 0.42, n))}
              width={percent(0.84 / (n + 1))}
              y={percent(1 - BARS * share)}
              height={percent(BARS * share)}
            />
          ))}
          <text x="50%" y={percent(mean < NEAR_FLOOR ? 1 - BARS : 1)} dy="-8" textAnchor="middle">
            what a coin tosses
          </text>
        </g>
        <line className="mean" x1="0" x2="100%" y1={percent(1 - mean)} y2={percent(1 - mean)} />
        {places.map((place) => (
          <Measured
            key={placeName(place, seed)}
            x={along(place.positives + (place.affine ? -APART : APART), n)}
            tally={trials.tally(place)}
            place={chances.place}
            className={place.affine ? 'picked' : ''}
          />
        ))}
        {mean < LOW && (
          <text className="name picked" x="50%" y={percent((1 - mean) / 2)} textAnchor="middle">
            with an offset
          </text>
        )}
      </Plot>
      <RunButton
        goal={goal}
        done={trials.done}
        running={trials.running}
        step={STEP}
        most={MOST}
        what="point sets at every dot"
        onGoal={(next) => change(() => ({ trials: next }))}
        onRedraw={() => change((old) => ({ seed: (old.seed + 1) % 1_000_000, trials: BUILT }))}
      />
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug: SLUG,
  Component: Balance,
  async load({ engine }) {
    const { n, d } = defaultsOf(shape);
    const places = placesOf(n, d);
    const tallies = await engine.run('measureBalance', { places, span: { seed: SEED, trials: BUILT } });
    return { tallies: Object.fromEntries(places.map((place, i) => [placeName(place, SEED), tallies[i]])) };
  },
  live: ({ tallies }) =>
    liveOf(defaultsOf(shape), (place) => tallies[placeName(place, SEED)] ?? { trials: 0, successes: 0 }),
};

export default figure;
