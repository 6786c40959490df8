import { useEffect, useMemo } from 'react';
import type { AmbiguityPlace } from '../../engine/cover/ambiguity';
import { ambiguityChance } from '../../engine/cover/chance';
import type { Tally } from '../../engine/cover/trials';
import { Segments } from '../controls/choice';
import { Slider } from '../controls/slider';
import { formatPercent } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { listPoints, signsOf } from '../plane/labelling';
import { Plane } from '../plane/plane';
import { RunButton } from '../trials/run-button';
import { placeName, type RunTrials, useTrials } from '../trials/use-trials';
import { Chances, placesOf as measuredPlaces } from './chances';
import { alignedWith, ambiguousAt, boardOf, expectedAmbiguous, labellingsOf, nearestLabelling } from './model';
import { NewPoint, Region } from './region';
import { BUILT, LEAST_POINTS, MOST, MOST_POINTS, mend, placesOf, STEP, type State, shape } from './state';
import { Tiles } from './tiles';

const SLUG = 'ambiguity';

interface Initial {
  readonly tallies: Readonly<Record<string, Tally>>;
}

const run: RunTrials<AmbiguityPlace> = (engine, places, span, signal) =>
  engine.run('measureAmbiguity', { places, span }, { signal });

/** The labels in order, + is orange. */
const signText = (code: number, n: number): string => [...signsOf(code, n)].map((s) => (s > 0 ? '+' : '−')).join(' ');

const newPointOf = (state: State) => state.new as readonly [number, number];

const liveOf = (points: number, all: number, ambiguous: number): LiveValues => ({
  points: String(points),
  all: String(all),
  ambiguous: String(ambiguous),
  share: formatPercent(ambiguous / all),
});

function Ambiguity({ initial }: FigureProps<Initial>) {
  const { state, change, figure } = useMendedState(SLUG, shape, mend);
  const { points, draw, seed, trials: goal } = state;
  const place = newPointOf(state);
  const n = points.length / 2;
  const labellings = useMemo(() => labellingsOf(points), [points]);
  const ambiguous = useMemo(() => ambiguousAt(points, place), [points, place]);
  const code = nearestLabelling(labellings, state.labels ?? 0);
  const board = useMemo(() => boardOf(points, code, place), [points, code, place]);
  const verdict = board.yes && board.no ? 0 : board.yes ? 1 : -1;
  const aligned = alignedWith(points, place);
  const places = useMemo(() => measuredPlaces(draw), [draw]);
  const trials = useTrials({ places, seed, goal, initial: initial.tallies, run });
  const live = liveOf(n, labellings.length, ambiguous.size);
  useEffect(() => publishLive(SLUG, live), [live]);

  const share = `${ambiguous.size} of ${labellings.length}`;
  const verdictWords =
    verdict === 0
      ? 'Ambiguous: the orange line calls it orange, the blue line blue, and both separate the points perfectly.'
      : `Clear: every line that separates the points calls it ${verdict > 0 ? 'orange' : 'blue'}.`;
  return (
    <FigureFrame
      slug={SLUG}
      figure={figure}
      finding={`${verdictWords} ${share} labellings of ${n} points leave the new point ambiguous. Cover: C(${n},2)/C(${n},3) = ${formatPercent(ambiguityChance(n, 3))}, wherever it is.`}
      data={() => ({
        columns: ['what', 'points', 'coefficients', 'labels or how drawn', 'exact chance', 'trials', 'ambiguous'],
        rows: [
          ...labellings.map((each) => ['labelling', n, 3, signText(each, n), null, 1, ambiguous.has(each) ? 1 : 0]),
          ...places.map((at) => {
            const { trials: made, successes } = trials.tally(at);
            const chance = ambiguityChance(at.points, at.dimension);
            return ['random points', at.points, at.dimension, at.draw, chance, made, successes];
          }),
        ],
      })}
      problem={trials.problem}
      controls={
        <Slider
          label="Points"
          value={n}
          min={LEAST_POINTS}
          max={MOST_POINTS}
          text={String(n)}
          onChange={(count) =>
            change((old) => ({
              points: [...old.points, ...placesOf(MOST_POINTS).slice(old.points.length)].slice(0, 2 * count),
              labels: (old.labels ?? 0) & (2 ** count - 1),
            }))
          }
        />
      }
    >
      <div className="plot bare">
        <div className="ambiguity-body">
          <div>
            <Plane
              points={points}
              signs={board.signs}
              nameOf={(i) => `Point ${i + 1}, ${board.signs[i] > 0 ? 'orange' : 'blue'}: arrow keys move it`}
              onMove={(i, x, y) => change((old) => ({ points: old.points.with(2 * i, x).with(2 * i + 1, y) }))}
              over={<NewPoint place={place} verdict={verdict} onMove={(to) => change(() => ({ new: to }))} />}
            >
              <Region board={board} />
            </Plane>
            <p className="board-note" role="status">
              {verdictWords}
            </p>
          </div>
          <div>
            <p className="reading">
              A line can label these {n} points in {labellings.length} ways. Of them{' '}
              <b className="picked">{ambiguous.size} leave the new point ambiguous</b>
              {aligned ? (
                <>
                  , fewer than {expectedAmbiguous(n)}, since it lies{' '}
                  {aligned.length === 1
                    ? `on point ${listPoints(aligned)}`
                    : `in line with points ${listPoints(aligned)}`}
                  .
                </>
              ) : (
                <>
                  : {formatPercent(ambiguous.size / labellings.length)}. Drag it elsewhere: others light up, but as
                  many.
                </>
              )}
            </p>
            <Tiles
              points={points}
              labellings={labellings}
              ambiguous={ambiguous}
              current={code}
              onPick={(next) => change(() => ({ labels: next }))}
            />
          </div>
        </div>
        <div className="ambiguity-measured">
          <Segments
            label="Labels drawn for the dots"
            value={draw}
            options={[
              { value: 'uniform', text: 'uniformly' },
              { value: 'weights', text: 'by a random hyperplane' },
            ]}
            onChange={(next) => change(() => ({ draw: next, trials: BUILT }))}
          />
          <p className="figure-note">
            {draw === 'uniform'
              ? 'Of Gaussian points, each of the C(N,d) separable labellings is drawn equally often: a uniformly drawn set of fewer than d of the other N − 1 points names one.'
              : 'A random hyperplane prefers labellings with room to spare, and these leave more open: the dots lie above Cover’s curve.'}
          </p>
        </div>
        <Chances draw={draw} tally={trials.tally} points={n} />
      </div>
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
  Component: Ambiguity,
  async load({ engine }) {
    const { seed, draw } = defaultsOf(shape);
    const places = measuredPlaces(draw);
    const tallies = await engine.run('measureAmbiguity', { places, span: { seed, trials: BUILT } });
    return { tallies: Object.fromEntries(places.map((place, i) => [placeName(place, seed), tallies[i]])) };
  },
  live: () => {
    const state = defaultsOf(shape);
    const all = labellingsOf(state.points).length;
    return liveOf(state.points.length / 2, all, ambiguousAt(state.points, newPointOf(state)).size);
  },
};

export default figure;
