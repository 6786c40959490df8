import { useEffect, useMemo } from 'react';
import { countParameters, estimateFrom } from '../../engine/ers/approx-count-parameters';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { nearestStop } from '../controls/stops';
import { formatCount, formatShare } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useMendedState } from '../permalink/use-mended-state';
import { Player } from '../player/player';
import { loadSmallSet, type SmallSet, wordsOf } from '../small-set/small-set';
import { Constraints } from './constraints';
import { Cost } from './cost';
import { Estimates } from './estimates';
import { estimatesOf, lastStep, layOpen, mediansOf, type Sizes, shareWithin, sizesOf } from './model';
import { DELTA_RANGE, DELTAS, EPS, EPS_RANGE, MORE, MOST, mendFor, type State, shape } from './state';
import { leftWords, pickedWords, product, productWords } from './story';
import { Tiles } from './tiles';
import { useSizes } from './use-sizes';

const slug = 'hashing';

interface Initial {
  readonly set: SmallSet;
  /** The trials of the default state. */
  readonly sizes: Sizes;
}

/** All that the figure says in one state. */
function viewOf(set: SmallSet, sizes: Sizes, state: State) {
  const parameters = countParameters(Number(state.eps), Number(state.delta));
  const trial = layOpen(set, state.seed, state.trial - 1);
  const last = lastStep(trial.sizes, parameters);
  const step = Math.min(state.step ?? last ?? 0, last ?? 0);
  const estimates = estimatesOf(sizes, parameters);
  return {
    parameters,
    trial,
    /** Constraints that the trial draws; null when none is needed. */
    last,
    step,
    estimate: last === null ? null : Number(estimateFrom(parameters, last, trial.sizes[last])),
    estimates,
    medians: mediansOf(estimates, parameters.trials),
  };
}

type View = ReturnType<typeof viewOf>;

function liveOf(set: SmallSet, view: View): LiveValues {
  const { last, trial, parameters, estimate } = view;
  return {
    truth: formatCount(set.models.length),
    left: formatCount(trial.sizes[last ?? 0]),
    product:
      last === null || estimate === null ? formatCount(set.models.length) : product(trial, last, parameters, estimate),
  };
}

function findingOf(set: SmallSet, view: View, { eps, delta }: State): string {
  const truth = set.models.length;
  const { estimates, medians, trial, step, last, estimate, parameters } = view;
  if (last === null || estimate === null)
    return `All ${formatCount(truth)} models are few enough to be counted one by one for ε = ${eps}, so the answer is exact.`;
  const many =
    estimates.length === 0
      ? ''
      : ` Of ${formatCount(estimates.length)} trials ${formatShare(shareWithin(estimates, truth, Number(eps)))} come within a factor of ${1 + Number(eps)}` +
        (medians.length > 0
          ? `, and of ${formatCount(medians.length)} medians of ${parameters.trials} ${formatShare(shareWithin(medians, truth, Number(eps)))}; promised are ${formatShare(1 - Number(delta))}.`
          : '.');
  return `${leftWords(trial, step)} The trial ends with the estimate ${formatCount(estimate)}.${many}`;
}

function Hashing({ initial }: FigureProps<Initial>) {
  const { set } = initial;
  const mend = useMemo(() => mendFor(set.models.length), [set]);
  const { state, change, figure } = useMendedState(slug, shape, mend);
  const sizes = useSizes(set, state.seed, state.trials, initial.sizes);
  const view = useMemo(() => viewOf(set, sizes, state), [set, sizes, state]);
  const { parameters, trial, last, step, estimate } = view;
  const eps = Number(state.eps);
  const picked = state.picked - 1;
  const truth = set.models.length;
  useEffect(() => publishLive(slug, liveOf(set, view)), [set, view]);

  const goTo = (next: number) => change(() => ({ step: next === last ? null : next }));
  const costs = useMemo(
    () => ({
      thresh: EPS.map((stop) => countParameters(Number(stop), 0.5).thresh),
      trials: DELTAS.map((stop) => countParameters(eps, Number(stop)).trials),
    }),
    [eps],
  );
  return (
    <FigureFrame
      slug={slug}
      figure={figure}
      finding={findingOf(set, view, state)}
      data={() => ({
        columns: ['model', 'rules', 'first constraint broken'],
        rows: trial.breaks.map((broken, k) => [
          k + 1,
          wordsOf(set, k),
          last !== null && broken < last ? broken + 1 : null,
        ]),
      })}
    >
      <div className="plot hashing-all">
        <div className="hashing-body">
          <div className="hashing-main">
            <p className="headline">
              <strong>{formatCount(trial.sizes[step])}</strong>{' '}
              {step === 0 ? 'models' : `of ${formatCount(truth)} models`}
            </p>
            <p className="reading">
              {leftWords(trial, step)}{' '}
              {last === null
                ? `For ε = ${state.eps} up to ${formatCount(parameters.thresh)} are counted one by one: no constraint is needed, and the answer is exact.`
                : step === last && estimate !== null && productWords(trial, last, parameters, estimate)}
            </p>
            <Tiles
              breaks={trial.breaks}
              step={step}
              picked={picked}
              text={pickedWords(set, trial, picked, step)}
              onPick={(model) => change(() => ({ picked: model + 1 }))}
            />
            <div className="hashing-steps" hidden={last === null}>
              <Player
                label={`Trial ${state.trial}: constraints`}
                step={step}
                last={last ?? 0}
                text={`${step} of ${last ?? 0}`}
                onStep={goTo}
              />
              <button
                type="button"
                className="button needs-script"
                disabled={state.trial === MOST}
                onClick={() => change((old) => ({ trial: old.trial + 1, step: 0 }))}
              >
                Next trial
              </button>
            </div>
          </div>
          <div className="hashing-side">
            <Constraints set={set} trial={trial} step={step} last={last ?? 0} picked={picked} />
            <p className="figure-note">{pickedWords(set, trial, picked, step)}</p>
          </div>
        </div>
        <div className="hashing-many">
          <div>
            <Estimates
              truth={truth}
              eps={eps}
              delta={Number(state.delta)}
              estimates={view.estimates}
              medians={view.medians}
              group={parameters.trials}
              open={step === last ? estimate : null}
              exact={last === null}
            />
          </div>
          <div className="hashing-costs">
            <div>
              <DecimalSlider
                label="error allowed"
                symbol="ε"
                value={state.eps}
                stops={EPS}
                check={decimalBetween(...EPS_RANGE, 'ε')}
                onChange={(value) => change(() => ({ eps: value, step: null }))}
              />
              <Cost costs={costs.thresh} at={nearestStop(EPS, state.eps)}>
                {last === null
                  ? `up to ${formatCount(parameters.thresh)} models are all listed`
                  : parameters.thresh === 0
                    ? 'one model is looked for in each cell'
                    : `up to ${formatCount(parameters.thresh + 1)} models are listed in each cell`}
              </Cost>
            </div>
            <div>
              <DecimalSlider
                label="risk of a larger error"
                symbol="δ"
                value={state.delta}
                stops={DELTAS}
                check={decimalBetween(...DELTA_RANGE, 'δ')}
                onChange={(value) => change(() => ({ delta: value }))}
              />
              <Cost costs={costs.trials} at={nearestStop(DELTAS, state.delta)}>
                {parameters.trials === 1 ? 'one trial is an answer' : `${parameters.trials} trials make an answer`}
              </Cost>
            </div>
            <div className="run needs-script">
              <button
                type="button"
                className="button"
                disabled={state.trials >= MOST || last === null}
                onClick={() => change((old) => ({ trials: Math.min(MOST, old.trials + MORE) }))}
              >
                {state.trials >= MOST ? 'All done' : `Run ${MORE} more trials`}
              </button>
              <button
                type="button"
                className="quiet"
                disabled={state.trials === 0}
                onClick={() => change(() => ({ trials: 0 }))}
              >
                Clear
              </button>
              <button
                type="button"
                className="quiet"
                onClick={() => change((old) => ({ seed: (old.seed % 999_999) + 1, trial: 1, step: null }))}
              >
                Other random numbers
              </button>
            </div>
          </div>
        </div>
      </div>
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Hashing,
  async load(context) {
    const set = await loadSmallSet(context);
    const { seed, trials } = defaultsOf(shape);
    return { set, sizes: sizesOf(set, seed, 0, trials) };
  },
  live({ set, sizes }) {
    return liveOf(set, viewOf(set, sizes, defaultsOf(shape)));
  },
};

export default figure;
