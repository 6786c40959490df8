import { useEffect, useMemo, useState } from 'react';
import { dotPaths } from '../charts/dots';
import { Segments, Select } from '../controls/choice';
import { formatCount } from '../format';
import { FigureFrame } from '../furniture/figure-frame';
import type { FigureModule } from '../islands/figure-module';
import { nearestModel } from '../models/nearest';
import { defaultsOf, isDefault } from '../permalink/state';
import { useFigureState } from '../permalink/use-figure-state';
import { AXIS_NAMES, axisWords } from './axes';
import { Compare } from './compare';
import { DataStep } from './data-step';
import { loadPool, loadTable, modelAt, search } from './exploration';
import { lookAt, tellingPair } from './look';
import { isGap, measure } from './measures';
import { axisOf, domainOf, drawnValues, placesOf } from './places';
import { RulesStep } from './rules-step';
import { Scatter, type Slot } from './scatter';
import { SearchStep } from './search-step';
import { datasetOf, settle } from './settings';
import { AXES, type AxisName, shape } from './shape';
import { dataOf, findingOf } from './tell';
import { useExploration } from './use-exploration';
import type { Initial } from './view';

const slug = 'explorer';

const STEPS = [
  { value: 'data', text: '1 Data' },
  { value: 'rules', text: '2 Rules' },
  { value: 'search', text: '3 Search' },
] as const;

/** Gaps need two groups: without them an axis shows how often models say yes. */
const shownAxis = (axis: AxisName, groups: unknown): AxisName => (isGap(axis) && !groups ? 'yes' : axis);

function Explorer({ initial }: { initial: Initial }) {
  const figure = useFigureState(slug, shape);
  const { state, set } = figure;
  const [touched, setTouched] = useState(false);
  const { settings, shown, exploration, view, facts, tasks, pair, lost, fresh } = useExploration(
    state,
    initial,
    touched || !isDefault(shape, state),
  );
  const [step, setStep] = useState<(typeof STEPS)[number]['value']>('data');
  const [active, setActive] = useState<Slot>('a');

  const names = { x: shownAxis(state.x, shown.groups), y: shownAxis(state.y, shown.groups) };
  const values = useMemo(() => {
    if (!exploration) return null;
    const of = (axis: AxisName) =>
      drawnValues(
        axis,
        measure(axis, exploration.found, exploration.pool.mined.instance, Number(exploration.settings.lambda)),
      );
    return { x: of(names.x), y: of(names.y) };
  }, [exploration, names.x, names.y]);
  const domain = useMemo(() => (values ? domainOf(values.x, values.y) : initial.domain), [values, initial]);
  const words = {
    x: axisWords(names.x, view.answers, view.balanced),
    y: axisWords(names.y, view.answers, view.balanced),
  };
  const axes = { x: axisOf(names.x, domain.x, words.x), y: axisOf(names.y, domain.y, words.y) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the axes follow from their names and the domain
  const places = useMemo(
    () => values && { x: placesOf(axes.x, values.x), y: placesOf(axes.y, values.y) },
    [values, domain, names.x, names.y],
  );

  const pick = (slot: Slot, index: number | null) => {
    if (!exploration || index === null) return;
    setActive(slot);
    const other = slot === 'a' ? 'b' : 'a';
    set({ [slot]: modelAt(exploration, index), ...(pair && { [other]: pair[other] }) });
  };
  const move = (slot: Slot, px: number, py: number) => {
    if (places) pick(slot, nearestModel(places, view.listed, px, py));
  };
  const axisOptions = AXES.filter((axis) => shown.groups || !isGap(axis)).map((value) => ({
    value,
    text: AXIS_NAMES[value],
  }));
  const wake = () => setTouched(true);
  // Opened by a link that changes nothing, the figure is still to be used.
  useEffect(() => {
    if (figure.refused.length > 0) setTouched(true);
  }, [figure.refused]);

  return (
    <div onPointerMove={wake} onFocus={wake} onTouchStart={wake}>
      <FigureFrame
        slug={slug}
        figure={figure}
        finding={findingOf(view, shown)}
        data={() => dataOf(exploration, view, shown)}
        controls={
          <p className="headline" data-busy={tasks.search.busy}>
            <strong>{formatCount(BigInt(view.count))}</strong> rule {view.count === '1' ? 'set comes' : 'sets come'}{' '}
            within {shown.epsilon} of the best.
          </p>
        }
      >
        <div className="explorer-body">
          <div className="steps">
            <div className="step-tabs">
              <Segments label="Step" value={step} options={STEPS} onChange={setStep} />
            </div>
            <DataStep
              current={step === 'data'}
              settings={settings}
              facts={facts}
              view={view}
              fresh={fresh}
              problem={tasks.table.problem}
              set={set}
            />
            <RulesStep
              current={step === 'rules'}
              settings={settings}
              view={view}
              fresh={fresh}
              busy={tasks.pool.busy}
              problem={tasks.pool.problem}
              set={set}
            />
            <SearchStep current={step === 'search'} settings={settings} view={view} task={tasks.search} set={set} />
          </div>
          <div className="look">
            <div className="axis-choice">
              <Select label="Up" value={names.y} options={axisOptions} onChange={(y) => set({ y })} />
              <Select label="Across" value={names.x} options={axisOptions} onChange={(x) => set({ x })} />
            </div>
            <Scatter
              names={names}
              words={words}
              axes={axes}
              places={places}
              count={view.listed}
              picture={initial.picture}
              models={view.models}
              busy={exploration !== null && (tasks.search.busy || tasks.pool.busy || tasks.table.busy)}
              onPoint={(px, py) => move(active, px, py)}
              onMove={move}
              onStep={(slot, direction) => {
                const model = view.models?.[slot === 'a' ? 0 : 1];
                const [vx, vy] = [model?.at[names.x], model?.at[names.y]];
                if (!places || vx == null || vy == null) return;
                pick(slot, nearestModel(places, view.listed, axes.x.place(vx), axes.y.place(vy), direction));
              }}
              onTake={setActive}
            />
            {lost && (
              <p className="figure-note">
                The link names a model with rules that are not among these {view.m}; another was picked.
              </p>
            )}
            <p className="figure-note">
              {!view.complete &&
                `More than can be drawn: the dots are ${formatCount(view.listed)} of them, each as likely as any other. `}
              {view.groups && `Gaps are ${view.groups[0]} minus ${view.groups[1]}.`}
            </p>
          </div>
          <Compare view={view} settings={shown} />
        </div>
      </FigureFrame>
    </div>
  );
}

const figure: FigureModule<Initial> = {
  slug,
  Component: Explorer,
  async load(context) {
    const state = defaultsOf(shape);
    const dataset = datasetOf(state);
    const loaded = await loadTable(context, dataset);
    const settings = settle(state, dataset, loaded.table);
    const pool = await loadPool(context, settings, loaded.table);
    const exploration = await search(context, settings, pool);
    const pair = tellingPair(exploration, exploration.found.models.length);
    const of = (axis: AxisName) =>
      drawnValues(axis, measure(axis, exploration.found, pool.mined.instance, Number(settings.lambda)));
    const [x, y] = [of(state.x), of(state.y)];
    const domain = domainOf(x, y);
    const view = lookAt(exploration, settings, pair && [modelAt(exploration, pair[0]), modelAt(exploration, pair[1])]);
    const place = (axis: AxisName, ends: readonly [number, number], values: Float64Array) =>
      placesOf(axisOf(axis, ends, axisWords(axis, view.answers, view.balanced)), values);
    return {
      view,
      domain,
      facts: loaded.facts,
      picture: dotPaths({ x: place(state.x, domain.x, x), y: place(state.y, domain.y, y), count: x.length }),
    };
  },
};

export default figure;
