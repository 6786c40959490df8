import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { DecimalSlider, decimalBetween } from '../controls/decimal-slider';
import { Slider } from '../controls/slider';
import { formatCount } from '../format';
import { type FigureData, FigureFrame } from '../furniture/figure-frame';
import type { FigureModule, FigureProps, LiveValues } from '../islands/figure-module';
import { publishLive } from '../live-values';
import { defaultsOf } from '../permalink/state';
import { useFigureState } from '../permalink/use-figure-state';
import { loadSmallSet, type SmallSet, wordsOf } from '../small-set/small-set';
import { useTask } from '../use-task';
import { type AllDraws, keyOf, runSampler, runSamplers } from './draws';
import { Panel } from './panel';
import { NAMES, SAMPLERS, type SamplerName } from './samplers';
import { KAPPAS, MOST_RULES, PER_MODEL, shape, TOLERANCE_RANGE, TOLERANCES } from './state';
import { type SamplerView, viewOf } from './view';

const slug = 'sampling';

interface Initial {
  readonly set: SmallSet;
  readonly draws: AllDraws;
}

type Views = Readonly<Record<SamplerName, SamplerView>>;

const viewsOf = (draws: AllDraws): Views =>
  Object.fromEntries(NAMES.map((name) => [name, viewOf(draws[name])])) as unknown as Views;

function liveOf(set: SmallSet, views: Views): LiveValues {
  return {
    models: formatCount(set.models.length),
    draws: formatCount(views.exact.drawn),
    walk: views.walk.distance.toFixed(2),
    floor: views.exact.floor.mean.toFixed(2),
    most: formatCount(views.walk.most.times),
    never: formatCount(views.walk.never),
  };
}

function findingOf(set: SmallSet, views: Views): string {
  const distances = NAMES.map((name) => `${SAMPLERS[name].title} ${views[name].distance.toFixed(3)}`).join(', ');
  return (
    `After ${formatCount(views.exact.drawn)} draws from ${formatCount(set.models.length)} models the distances from uniform are: ${distances}; ` +
    `truly uniform draws show ${views.exact.floor.mean.toFixed(3)} by chance. The naive walk never drew ${formatCount(views.walk.never)} of the models and one of them ${formatCount(views.walk.most.times)} times.`
  );
}

const dataOf = (set: SmallSet, views: Views): FigureData => ({
  columns: ['model', 'rules', ...NAMES.map((name) => `${SAMPLERS[name].title}: times drawn`)],
  rows: set.models.map((_, k) => [k + 1, wordsOf(set, k), ...NAMES.map((name) => views[name].draws.counts[k])]),
});

function Sampling({ initial }: FigureProps<Initial>) {
  const { set } = initial;
  const figure = useFigureState(slug, shape);
  const { state, set: change } = figure;
  const known = useRef(new Map(NAMES.map((name) => [keyOf(name, defaultsOf(shape)), initial.draws[name]]))).current;
  const settled = JSON.stringify(defaultsOf(shape));
  const key = JSON.stringify(state);
  const [measured, setMeasured] = useState(false);
  const task = useTask<null>(
    key,
    async (context, job) => {
      await runSamplers(context, set, state, known, job);
      setMeasured(true);
      return null;
    },
    { key: settled, result: null },
    key !== settled,
  );

  const shown = useRef(initial.draws);
  const draws = Object.fromEntries(
    NAMES.map((name) => [name, known.get(keyOf(name, state)) ?? shown.current[name]]),
  ) as unknown as AllDraws;
  if (NAMES.some((name) => draws[name] !== shown.current[name])) shown.current = draws;
  const current = shown.current;
  const views = useMemo(() => viewsOf(current), [current]);
  const top = Math.max(...NAMES.map((name) => views[name].most.times));
  useEffect(() => publishLive(slug, liveOf(set, views)), [set, views]);

  const settings: Partial<Record<SamplerName, ReactNode>> = {
    tree: (
      <>
        <Slider
          label="rules a level, ℓ"
          value={state.ell}
          min={1}
          max={MOST_RULES}
          text={String(state.ell)}
          onChange={(ell) => change({ ell })}
        />
        <Slider
          label="sets a level, κ"
          value={KAPPAS.indexOf(state.kappa)}
          min={0}
          max={KAPPAS.length - 1}
          text={formatCount(Number(state.kappa))}
          onChange={(index) => change({ kappa: KAPPAS[index] })}
        />
      </>
    ),
    approx: (
      <DecimalSlider
        label="tolerance"
        symbol="ε"
        value={state.tolerance}
        stops={TOLERANCES}
        check={decimalBetween(...TOLERANCE_RANGE, 'The tolerance')}
        onChange={(tolerance) => change({ tolerance })}
      />
    ),
  };
  const total = Number(state.per) * set.models.length;
  return (
    <FigureFrame
      slug={slug}
      figure={figure}
      finding={findingOf(set, views)}
      data={() => dataOf(set, views)}
      problem={task.problem}
      controls={
        <Slider
          label="draws from each sampler"
          value={PER_MODEL.indexOf(state.per)}
          min={0}
          max={PER_MODEL.length - 1}
          text={`${formatCount(total)}, ${state.per} a model`}
          onChange={(index) => change({ per: PER_MODEL[index] })}
        />
      }
    >
      <div className="run needs-script">
        {task.busy ? (
          <button type="button" className="button" onClick={task.stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() => (task.stopped ? task.again() : change({ seed: (state.seed % 999_999) + 1 }))}
          >
            {task.stopped ? 'Go on' : 'Draw again'}
          </button>
        )}
        <span className="run-count">
          {task.busy
            ? `drawing ${formatCount(total)} models from each`
            : task.stopped
              ? 'stopped: dimmed panels show the draws before'
              : measured
                ? `${formatCount(total)} models from each, drawn in this browser`
                : 'with other random numbers, and measure the speed here'}
          <progress value={task.progress} max={1} aria-label="Draws done" hidden={!task.busy} />
        </span>
      </div>
      <div className="plot samplers">
        {NAMES.map((name) => (
          <Panel
            key={name}
            name={name}
            set={set}
            view={views[name]}
            top={top}
            stale={!known.has(keyOf(name, state))}
            busy={task.busy}
          >
            {settings[name]}
          </Panel>
        ))}
      </div>
    </FigureFrame>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Sampling,
  async load(context) {
    const set = await loadSmallSet(context);
    const draws: Partial<Record<SamplerName, AllDraws[SamplerName]>> = {};
    // Speeds differ from machine to machine, and the page does not.
    for (const name of NAMES)
      draws[name] = { ...(await runSampler(context, set, name, defaultsOf(shape))), speed: null };
    return { set, draws: draws as AllDraws };
  },
  live: ({ set, draws }) => liveOf(set, viewsOf(draws)),
};

export default figure;
