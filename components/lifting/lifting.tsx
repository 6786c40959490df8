import { useEffect, useMemo } from 'react';
import { separableChance } from '../../engine/cover/chance';
import type { CoinPlace } from '../../engine/cover/coin-labels';
import { featureCount } from '../../engine/cover/lifting';
import type { Tally } from '../../engine/cover/trials';
import { Select } from '../controls/choice';
import { Slider } from '../controls/slider';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { KNOT } from '../plane/board';
import { Plane } from '../plane/plane';
import { chanceText, tallyText } from '../trials/chance-text';
import { RunButton } from '../trials/run-button';
import { placeName, type RunTrials, useTrials } from '../trials/use-trials';
import { useTask } from '../use-task';
import { Chances } from './chances';
import { Curve, type Lifted, liftBoard, Witnesses } from './curve';
import {
  BUILT,
  boardOf,
  DEGREES,
  LEAST_POINTS,
  MOST,
  MOST_POINTS,
  mend,
  PATTERNS,
  STEP,
  type State,
  shape,
} from './state';
import { noteOf } from './words';

const SLUG = 'lifting';

interface Initial {
  readonly lifted: Lifted;
  readonly tallies: Readonly<Record<string, Tally>>;
}

const placesOf = (points: readonly number[]): CoinPlace[] =>
  DEGREES.map((degree) => ({ degree, points: points.map((v) => v / KNOT) }));

const run: RunTrials<CoinPlace> = (engine, places, span, signal) =>
  engine.run('measureCoinLabels', { places, span }, { signal });

const keyOf = (points: readonly number[], labels: readonly number[], degree: number): string =>
  `${points.join()}/${labels.join()}/${degree}`;

const liveOf = ({ n, degree }: State): LiveValues => ({
  points: String(n),
  degree: String(degree),
  features: String(featureCount(degree)),
  chance: chanceText(separableChance(n, featureCount(degree)), n <= featureCount(degree)),
});

const defaults = defaultsOf(shape);
const defaultBoard = boardOf(defaults);

function Lifting({ initial }: FigureProps<Initial>) {
  const { state, change, figure } = useMendedState(SLUG, shape, mend);
  const { n, degree, seed, trials: goal } = state;
  const { points, labels } = useMemo(() => boardOf(state), [state]);
  const features = featureCount(degree);
  const task = useTask(
    keyOf(points, labels, degree),
    (context) => liftBoard(context, points, labels, degree),
    { key: keyOf(defaultBoard.points, defaultBoard.labels, defaults.degree), result: initial.lifted },
    true,
  );
  const places = useMemo(() => placesOf(points), [points]);
  const trials = useTrials({ places, seed, goal, initial: initial.tallies, run });
  const tally = (each: number) => trials.tally(places[each - 1]);
  const live = liveOf(state);
  useEffect(() => publishLive(SLUG, live), [live]);

  const { separable, path, witnesses } = task.result;
  const note = noteOf(state, task.result);
  /** Other points begin without the reader's moves and flips. */
  const anew = { points: [], flips: [], toss: 0, trials: BUILT };
  const flip = (i: number) =>
    change((old) => ({ flips: old.flips.includes(i) ? old.flips.filter((j) => j !== i) : [...old.flips, i] }));

  return (
    <FigureFrame
      slug={SLUG}
      figure={figure}
      finding={`${n} points, labels ${PATTERNS[state.labels]}, a polynomial of degree ${degree} with ${features} features: ${separable ? 'separated' : 'not separable'}. Of coin-tossed labels on ${n} points ${live.chance} are separable; on these points ${tallyText(tally(degree))}.`}
      data={() => ({
        columns: ['what', 'x', 'y', 'label', 'degree', 'features', 'exact chance', 'trials', 'separable'],
        rows: [
          ...labels.map((label, i) => ['point', points[2 * i], points[2 * i + 1], label, ...Array<null>(5).fill(null)]),
          ...DEGREES.map((each) => {
            const { trials: made, successes } = tally(each);
            const d = featureCount(each);
            return ['coin tosses', null, null, null, each, d, separableChance(n, d), made, successes];
          }),
        ],
      })}
      problem={task.problem ?? trials.problem}
      controls={
        <>
          <Select
            label="Labels"
            value={state.labels}
            options={Object.entries(PATTERNS).map(([value, text]) => ({ value: value as State['labels'], text }))}
            onChange={(pattern) => change(() => ({ ...anew, labels: pattern }))}
          />
          <Slider
            label="Points N"
            value={n}
            min={LEAST_POINTS}
            max={MOST_POINTS}
            text={String(n)}
            onChange={(count) => change(() => ({ ...anew, n: count }))}
          />
          <Slider
            label="Degree"
            value={degree}
            min={1}
            max={DEGREES.length}
            text={`${degree}: ${features} features`}
            onChange={(next) => change(() => ({ degree: next }))}
          />
        </>
      }
    >
      <div className="plot bare lifting-body">
        <div>
          <Plane
            points={points}
            signs={labels}
            mark={() => ''}
            nameOf={(i) =>
              `Point ${i + 1}, ${labels[i] > 0 ? 'orange' : 'blue'}: arrow keys move it, Enter flips its label`
            }
            onMove={(i, x, y) =>
              change((old) => ({
                points: boardOf(old)
                  .points.with(2 * i, x)
                  .with(2 * i + 1, y),
                trials: BUILT,
              }))
            }
            onPress={flip}
          >
            {separable ? <Curve path={path} /> : <Witnesses points={points} witnesses={witnesses} />}
          </Plane>
          <p className="board-note" role="status">
            {note}
          </p>
          <div className="needs-script buttons">
            {state.labels === 'coin' && (
              <button
                type="button"
                className="button"
                onClick={() => change((old) => ({ toss: (old.toss + 1) % 1_000_000, flips: [] }))}
              >
                Toss the labels again
              </button>
            )}
            <button
              type="button"
              className="button"
              onClick={() => change((old) => ({ ...anew, seed: (old.seed + 1) % 1_000_000 }))}
            >
              Other points
            </button>
          </div>
        </div>
        <div>
          <p className="reading">
            Of all labels that a coin can give {n} points, <b className="picked">{features} features</b> separate{' '}
            <b>{live.chance}</b>. <span className="soft">On these points: {tallyText(tally(degree))}.</span>
          </p>
          <Chances n={n} degree={degree} tally={tally} />
          <RunButton
            goal={goal}
            done={trials.done}
            running={trials.running}
            step={STEP}
            most={MOST}
            what="tosses at every degree"
            onGoal={(next) => change(() => ({ trials: next }))}
          />
        </div>
      </div>
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug: SLUG,
  Component: Lifting,
  async load(context) {
    const { points, labels } = defaultBoard;
    const places = placesOf(points);
    const span = { seed: defaults.seed, trials: BUILT };
    const tallies = await context.engine.run('measureCoinLabels', { places, span });
    return {
      lifted: await liftBoard(context, points, labels, defaults.degree),
      tallies: Object.fromEntries(places.map((place, i) => [placeName(place, defaults.seed), tallies[i]])),
    };
  },
  live: () => liveOf(defaults),
};

export default figure;
